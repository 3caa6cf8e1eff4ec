package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makemore.cli.completion.Completion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What bash and zsh complete, having read the script that the command prints. */
@DisabledOnOs(OS.WINDOWS)
class CompletionTest {

  private static final Path BASH = Path.of("/bin/bash");
  private static final List<Path> ZSH = List.of(Path.of("/bin/zsh"), Path.of("/usr/bin/zsh"));

  /** An interactive shell on a terminal of its own, in which Tab is pressed once. */
  private static final String PRESS_TAB =
      """
      zmodload zsh/zpty || exit
      cat >.zshrc <<'END'
      PS1=
      stty cols 200 rows 100
      COLUMNS=200 LINES=100 LISTMAX=1000
      autoload -U compinit; compinit -u -D
      . ./script
      finish() { print -r -- "<""<$BUFFER>>" }
      zle -N finish
      bindkey '^X' finish
      END
      zpty shell ZDOTDIR=. TERM=dumb zsh -i
      zpty -wn shell "$1"$'\\t\\x18'
      zpty -r shell shown '*<<*>>*'
      print -r -- "$shown"
      """;

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws Exception {
    Files.writeString(folder.resolve("script"), Run.of("generate-completion").out());
    Files.writeString(folder.resolve("names.txt"), "");
    Files.writeString(folder.resolve("my names.txt"), "");
    Files.createDirectory(folder.resolve("notes"));
  }

  private String run(List<String> line) throws Exception {
    Process process = new ProcessBuilder(line).directory(folder.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(err).isZero();
    return out;
  }

  /** What the last of {@code words} may become in bash. One of the words that it sees is =. */
  private List<String> bash(String... words) throws Exception {
    assumeTrue(Files.isExecutable(BASH), "there is no bash");
    List<String> line = new ArrayList<>();
    line.addAll(List.of(BASH.toString(), "--norc", "-c"));
    line.add(
        """
        . ./script
        COMP_WORDS=("$@") COMP_CWORD=$(( $# - 1 )) COMP_LINE="$*"
        "$(complete -p "$1" | sed 's/.* -F \\([^ ]*\\) .*/\\1/')" 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
        """);
    line.add("bash");
    line.addAll(List.of(words));
    return run(line).lines().filter(answer -> !answer.isEmpty()).sorted().toList();
  }

  /** What zsh shows after Tab, and last, between angle brackets, the command line as it is then. */
  private String zsh(String typed) throws Exception {
    Path zsh = ZSH.stream().filter(Files::isExecutable).findFirst().orElse(Path.of("no"));
    assumeTrue(Files.isExecutable(zsh), "there is no zsh");
    return run(List.of("timeout", "60", zsh.toString(), "-f", "-c", PRESS_TAB, "zsh", typed))
        .replaceAll(" *\r\n", "\n");
  }

  @Test
  void bothShellsReadTheScriptWithoutAWord() throws Exception {
    assumeTrue(Files.isExecutable(BASH), "there is no bash");
    assertThat(run(List.of(BASH.toString(), "--norc", "-c", ". ./script 2>&1"))).isEmpty();
    assertThat(zsh("true")).doesNotContain("error", "not found");
  }

  @Test
  void bashCompletesOptionsAndCommands() throws Exception {
    assertThat(bash("makemore", "eval")).containsExactly("evaluate");
    assertThat(bash("makemore", "generate", "--temp")).containsExactly("--temperature");
    assertThat(bash("makemore", "--color", "never", "eval")).containsExactly("evaluate");
    assertThat(bash("makemore", "")).contains("generate", "help").doesNotContain("--help");
    assertThat(bash("makemore", "train", "")).contains("--input", "-o");
    assertThat(bash("makemore", "help", "ex")).containsExactly("exit-codes", "explore", "export");
  }

  @Test
  void bashCompletesValuesAfterASpace() throws Exception {
    assertThat(bash("makemore", "train", "--model", "n")).containsExactly("net", "ngram");
    assertThat(bash("makemore", "train", "--input", "n")).containsExactly("names.txt", "notes");
    assertThat(bash("makemore", "train", "-i", "my")).containsExactly("my names.txt");
    assertThat(bash("makemore", "--color", "al")).containsExactly("always");
  }

  @Test
  void bashCompletesValuesAfterAnEqualsSign() throws Exception {
    assertThat(bash("makemore", "train", "--model", "=", "n")).containsExactly("net", "ngram");
    assertThat(bash("makemore", "train", "--model", "="))
        .containsExactly("count", "mlp", "net", "ngram");
    assertThat(bash("makemore", "show", "--format", "=", "s")).containsExactly("svg");
    assertThat(bash("makemore", "train", "--input", "=", "n"))
        .containsExactly("names.txt", "notes");
    assertThat(bash("makemore", "train", "--input", "=", "a", "--model", "=", "c"))
        .containsExactly("count");
  }

  @Test
  void aModelIsAKindOrTheFileOfASavedOne() throws Exception {
    for (String[] words : new String[][] {{"--model", "n"}, {"--model", "=", "n"}}) {
      List<String> line = new ArrayList<>(List.of("makemore", "show"));
      line.addAll(List.of(words));
      assertThat(bash(line.toArray(String[]::new)))
          .containsExactlyInAnyOrder("names.txt", "net", "ngram", "notes");
    }
    assertThat(bash("makemore", "score", "--model", "c")).containsExactly("count");
    assertThat(bash("makemore", "evaluate", "-i", "a", "--input", "na"))
        .containsExactly("names.txt");
  }

  /** As where its user has taken the = out of COMP_WORDBREAKS. */
  @Test
  void aBashThatTakesItForOneWordGetsOneWord() throws Exception {
    assertThat(bash("makemore", "train", "--model=n"))
        .containsExactly("--model=net", "--model=ngram");
    assertThat(bash("makemore", "train", "--input=na")).containsExactly("--input=names.txt");
    assertThat(bash("makemore", "train", "--model=net", "--input=na"))
        .containsExactly("--input=names.txt");
  }

  @Test
  void bashCompletesFilesWhereAFileIsExpectedAndNowhereElse() throws Exception {
    assertThat(bash("makemore", "merge", "n")).containsExactly("names.txt", "notes");
    assertThat(bash("makemore", "compare", "na")).containsExactly("names.txt");
    assertThat(bash("makemore", "generate", "--seed", "n")).isEmpty();
    assertThat(bash("makemore", "generate", "na")).isEmpty();
    assertThat(bash("makemore", "score", "na")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "eval, evaluate ",
    "generate --temp, generate --temperature=",
    "generate --model ne, generate --model net ",
    "generate --model=ne, generate --model=net ",
    "--color=al, --color=always ",
    "train --input=na, train --input=names.txt ",
    "train -i no, train -i notes/",
    "train -i my, train -i my\\ names.txt ",
    "train -ina, train -inames.txt ",
    "merge na, merge names.txt ",
    "help exi, help exit-codes ",
    "generate na, generate na",
    "generate --seed=n, generate --seed=n",
  })
  void zshCompletes(String typed, String whole) throws Exception {
    String end = "<<makemore " + whole;
    assertThat(zsh("makemore " + typed).strip())
        .matches(text -> text.replace(" >>", ">>").endsWith(end.strip() + ">>"));
  }

  @Test
  void zshListsValuesAfterAnEqualsSign() throws Exception {
    assertThat(zsh("makemore train --model=")).contains("\ncount  mlp    net    ngram\n");
    assertThat(zsh("makemore generate --model=co")).contains("<<makemore generate --model=count");
    assertThat(zsh("makemore generate --model=nam")).contains("--model=names.txt");
    assertThat(zsh("makemore show --format=")).contains("csv", "svg", "text");
  }

  @Test
  void zshDescribesCommands() throws Exception {
    String all = zsh("makemore ");
    assertThat(all)
        .containsPattern("(?m)^generate +-- make new names$")
        .containsPattern("(?m)^train +-- learn a model and save it$");
    assertThat(zsh("makemore help ge")).contains("<<makemore help generate>>");
    assertThat(zsh("makemore help m")).contains("<<makemore help merge >>");
  }

  @Test
  void zshDescribesOptions() throws Exception {
    assertThat(zsh("makemore generate --t"))
        .containsPattern("(?m)^--top-k +-- Choose only among the K likeliest characters$")
        .containsPattern("(?m)^--top-p +-- Choose only among the fewest characters whose");
  }

  /** All that is special to a shell, or to zsh's functions. */
  @Test
  void descriptionsMayHoldAnything() throws Exception {
    CommandSpec tool = CommandSpec.create().name("tool");
    CommandSpec part = CommandSpec.create();
    part.usageMessage().header("it's `a` \"part\": $HOME \\n *? [b]");
    part.addOption(
        OptionSpec.builder("--alpha").description("It's \"[a]\": \\n $HOME `b` *? %% (c)").build());
    part.addOption(
        OptionSpec.builder("--along")
            .paramLabel("N")
            .type(String.class)
            .description("See: [x]")
            .build());
    tool.addSubcommand("part", part).addSubcommand("past", CommandSpec.create());
    Files.writeString(folder.resolve("script"), Completion.of(new CommandLine(tool)).script());
    assertThat(bash("tool", "part", "--al")).containsExactly("--along", "--alpha");
    assertThat(zsh("tool pa")).contains("part  -- it's `a` \"part\": $HOME \\n *? [b]\n");
    assertThat(zsh("tool part --al"))
        .contains("--alpha  -- It's \"[a]\": \\n $HOME `b` *? % (c)\n")
        .contains("--along  -- See: [x]\n");
  }

  /** The scripts of a distribution hold one of the two each. */
  @Test
  void theFilesOfADistributionCompleteToo() throws Exception {
    ShareFolder.main(folder.resolve("share").toString());
    Path bash = folder.resolve("share/bash-completion/completions/makemore");
    Path zsh = folder.resolve("share/zsh/site-functions/_makemore");
    Files.writeString(folder.resolve("script"), Files.readString(bash));
    assertThat(bash("makemore", "train", "--model", "=", "n")).containsExactly("net", "ngram");
    Files.copy(zsh, folder.resolve("_makemore"));
    Files.writeString(folder.resolve("script"), "fpath=($PWD $fpath); compinit -u -D\n");
    assertThat(zsh("makemore train --model=ne")).contains("<<makemore train --model=net >>");
  }
}
