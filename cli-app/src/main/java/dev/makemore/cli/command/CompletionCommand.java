package dev.makemore.cli.command;

import dev.makemore.cli.completion.Completion;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;

/** {@code makemore generate-completion}: prints the script that completes what is typed. */
public final class CompletionCommand extends BaseCommand {

  public CompletionCommand(Console console) {
    super(
        console,
        "Prints a script for bash and zsh. In a shell that has read it, the Tab key completes"
            + " commands, options, their values and the names of files.");
    summary("print a script that completes commands");
    examples("source <(makemore generate-completion)");
  }

  @Override
  protected ExitCode run() {
    console.out().print(Completion.of(spec().parent().commandLine()).script());
    return ExitCode.OK;
  }
}
