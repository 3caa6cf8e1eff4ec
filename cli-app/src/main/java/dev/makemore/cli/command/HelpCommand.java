package dev.makemore.cli.command;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.option.Argument;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code makemore help}: shows the help of a command, or of makemore. */
public final class HelpCommand extends BaseCommand {

  private final Argument<List<String>> command =
      syntax.parameters(
          String.class,
          PositionalParamSpec.builder()
              .index("0")
              .arity("0..1")
              .paramLabel("COMMAND")
              .description("The command. Without it, the help lists all commands."));

  public HelpCommand(Console console) {
    super(console, "Shows the help of a command, as --help after the command does.");
  }

  @Override
  protected ExitCode run() {
    CommandLine makemore = spec().parent().commandLine();
    CommandLine shown = makemore;
    for (String name : command.get()) {
      shown = makemore.getSubcommands().get(name);
      if (shown == null) {
        throw new UnmatchedArgumentException(makemore, List.of(name));
      }
    }
    shown.usage(console.out());
    return ExitCode.OK;
  }
}
