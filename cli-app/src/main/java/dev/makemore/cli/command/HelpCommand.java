package dev.makemore.cli.command;

import dev.makemore.cli.help.ExitStatus;
import dev.makemore.cli.help.HelpText;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.option.ColorOption;
import dev.makemore.cli.picture.Ink;
import dev.makemore.cli.syntax.Argument;
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
              .completionCandidates(List.of(ExitStatus.TOPIC))
              .description("The command, or exit-codes. Without it, the help lists all commands."));

  private final ColorOption color;

  public HelpCommand(Console console, ColorOption color) {
    super(
        console,
        "Shows the help of a command, as --help after the command does. The topic exit-codes"
            + " lists what the exit codes mean.");
    summary("show the help of a command");
    examples("makemore help generate", "makemore help exit-codes");
    this.color = color;
  }

  @Override
  protected ExitCode run() {
    CommandLine makemore = spec().parent().commandLine();
    int width = console.terminal().helpWidth(System.getenv());
    Ink ink = color.ink(console);
    if (command.get().equals(List.of(ExitStatus.TOPIC))) {
      ExitStatus.help(makemore.getCommandSpec(), width, ink).forEach(console::line);
      return ExitCode.OK;
    }
    CommandLine shown = makemore;
    for (String name : command.get()) {
      shown = makemore.getSubcommands().get(name);
      if (shown == null) {
        throw new UnmatchedArgumentException(makemore, List.of(name));
      }
    }
    HelpText.of(shown.getCommandSpec(), width, ink).forEach(console::line);
    return ExitCode.OK;
  }
}
