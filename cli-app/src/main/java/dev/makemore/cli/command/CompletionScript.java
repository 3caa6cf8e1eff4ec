package dev.makemore.cli.command;

import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * The script that completes a command line in bash and in zsh: picocli's, with a way in of our own.
 *
 * <p>picocli's functions complete {@code --model n}, and not {@code --model=n}, which the help
 * shows. bash hands that over as the three words {@code --model}, {@code =} and {@code n}, and as
 * one if its user has taken the = out of COMP_WORDBREAKS; zsh hands it over as one. So our function
 * makes two words of it before picocli's look at them. Where the shell takes it for one word, the
 * answers must begin with {@code --model=}; in zsh, compset says so instead.
 *
 * <p>Of an option that takes one of some words or a file, picocli's functions complete the words
 * alone. So we add the files.
 *
 * <p>zsh would complete the name of a folder with a space. With {@code -o filenames} it looks
 * whether what it completes is a folder, and adds a slash; but after what is no file, nothing.
 */
public final class CompletionScript {

  private static final String COMPLETE =
      """
      # Hands --option=value to the functions above as two words, however the shell splits it.
      function _complete_NAME_words() {
        local words=() position=0 prefix="" word i
        for (( i=0; i<${#COMP_WORDS[@]}; i++ )); do
          word=${COMP_WORDS[i]}
          if [[ "$word" == --*=* ]]; then # the shell takes it for one word
            words+=("${word%%=*}" "${word#*=}")
            if [ $i -eq $COMP_CWORD ]; then prefix="${word%%=*}="; fi
          elif [[ "$word" != "=" ]]; then
            words+=("$word")
          elif [ $i -eq $COMP_CWORD ]; then
            words+=("")
          fi
          if [ $i -eq $COMP_CWORD ]; then position=$(( ${#words[@]} - 1 )); fi
        done
        local COMP_WORDS=("${words[@]}") COMP_CWORD=$position
        _complete_NAME
        if [ -n "$prefix" ] && [ -n "$BASH_VERSION" ]; then
          COMPREPLY=("${COMPREPLY[@]/#/$prefix}")
        fi
      }

      if [ -n "$ZSH_VERSION" ]; then
        unalias compopt # a command of bash that zsh lacks, and that complete can't stand in for
        function _complete_NAME_zsh() {
          [[ "$PREFIX" == --*=* ]] && compset -P '*='
          local files=()
          [ $CURRENT -gt 2 ] && [ -n "$(compgen -f -- "$PREFIX")" ] && files=(-o filenames)
          _bash_complete "${files[@]}" -o default -F _complete_NAME_words
        }
        compdef _complete_NAME_zsh NAME
      else
        complete -F _complete_NAME_words -o default NAME
      fi
      """;

  private static final String WORDS =
      "      COMPREPLY=( $( compReplyArray \"${KINDFILE_option_args[@]}\" ) )\n";

  private static final String WORDS_AND_FILES =
      """
            type compopt &>/dev/null && compopt -o filenames
            COMPREPLY=( $( compReplyArray "${KINDFILE_option_args[@]}" ) $( compgen -f -- "${curr_word}" ) )
      """;

  private CompletionScript() {}

  /** The script for {@code command} and its subcommands. */
  public static String of(CommandLine command) {
    String name = Objects.requireNonNull(command.getCommandName());
    String script = AutoComplete.bash(name, command);
    int end = script.indexOf("\n# Define a completion specification");
    if (end < 0 || !script.contains(WORDS)) {
      throw new IllegalStateException("picocli's script has another form than it had");
    }
    return script.substring(0, end + 1).replace(WORDS, WORDS_AND_FILES)
        + COMPLETE.replace("NAME", name);
  }

  /** The same as a file of zsh's, which looks for it in its folders at the first Tab. */
  public static String ofZsh(CommandLine command) {
    String name = command.getCommandName();
    return "#compdef " + name + "\n" + of(command) + "_complete_" + name + "_zsh\n";
  }
}
