package dev.makemore.cli;

import dev.makemore.cli.command.BaseCommand;
import dev.makemore.cli.command.CompareCommand;
import dev.makemore.cli.command.DemoCommand;
import dev.makemore.cli.command.EvaluateCommand;
import dev.makemore.cli.command.ExportCommand;
import dev.makemore.cli.command.GenerateCommand;
import dev.makemore.cli.command.ImportCommand;
import dev.makemore.cli.command.MergeCommand;
import dev.makemore.cli.command.ScoreCommand;
import dev.makemore.cli.command.ShowCommand;
import dev.makemore.cli.command.TrainCommand;
import dev.makemore.cli.io.Build;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.ColorMode;
import dev.makemore.cli.picture.Ink;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command {@code makemore}: what its subcommands have in common. */
final class MakemoreCommand extends BaseCommand {

  /** The names of its subcommands, in the order of its help. */
  private static final List<String> COMMANDS =
      List.of(
          "demo",
          "train",
          "merge",
          "generate",
          "evaluate",
          "score",
          "show",
          "compare",
          "export",
          "import");

  private final Argument<Boolean> verbose =
      arguments.flag(
          OptionSpec.builder("-v", "--verbose")
              .scopeType(ScopeType.INHERIT)
              .description("Say more on stderr."));

  private final Argument<ColorMode> color =
      arguments.option(
          ColorMode.class,
          ColorMode.AUTO,
          OptionSpec.builder("--color")
              .paramLabel("WHEN")
              .scopeType(ScopeType.INHERIT)
              .description(
                  "Use colours: ${COMPLETION-CANDIDATES}. auto (the default) uses them on a"
                      + " terminal, unless NO_COLOR is set."));

  private final Console console;

  private MakemoreCommand(Console console) {
    super(
        "Learns from names (or any lines of text) which character follows which, and makes more of"
            + " them. New here? Start with 'makemore demo'.");
    this.console = console;
    spec()
        .name("makemore")
        .usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.table());
  }

  /**
   * The command, ready to be executed.
   *
   * @param arguments what it will be executed with; without any it has all its subcommands
   */
  static CommandLine commandLine(Console console, Problems problems, String... arguments) {
    MakemoreCommand makemore = new MakemoreCommand(console);
    CommandLine commandLine = new CommandLine(makemore.spec());
    makemore.addCommands(commandLine, arguments.length == 0 ? "" : arguments[0]);
    return commandLine
        .setExpandAtFiles(false) // an argument that starts with @ is a text like any other
        .setOverwrittenOptionsAllowed(true) // the last one counts, so that aliases can have some
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExecutionStrategy(parsed -> makemore.execute(parsed, problems))
        .setParameterExceptionHandler((problem, args) -> problems.report(problem).number());
  }

  /**
   * Adds the subcommands: all, or if {@code first} is the name of one of ours, that one alone.
   *
   * <p>To make all of them would take longer than making a thousand names, not least picocli's own
   * two, which it finds out about by reflection. Only those two have to know the others.
   */
  private void addCommands(CommandLine commandLine, String first) {
    if (COMMANDS.contains(first)) {
      commandLine.addSubcommand(first, command(first).spec());
      return;
    }
    COMMANDS.forEach(name -> commandLine.addSubcommand(name, command(name).spec()));
    for (Object command : List.of(new HelpCommand(), new GenerateCompletion())) {
      CommandSpec spec = CommandSpec.forAnnotatedObject(command);
      commandLine.addSubcommand(spec.versionProvider(new Build.VersionProvider()));
    }
  }

  private BaseCommand command(String name) {
    // Written once, as the distribution's archive holds one of two lambdas that are equal.
    Supplier<Ink> ink = this::ink;
    return switch (name) {
      case "demo" -> new DemoCommand(console, ink);
      case "train" -> new TrainCommand(console);
      case "merge" -> new MergeCommand(console);
      case "generate" -> new GenerateCommand(console);
      case "evaluate" -> new EvaluateCommand(console);
      case "score" -> new ScoreCommand(console);
      case "show" -> new ShowCommand(console, ink);
      case "compare" -> new CompareCommand(console);
      case "export" -> new ExportCommand(console);
      case "import" -> new ImportCommand(console);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * Runs the last command that was typed, or shows its help.
   *
   * <p>picocli would print the stack trace of what is thrown while it prints help, so nothing
   * thrown gets that far.
   */
  private int execute(ParseResult parsed, Problems problems) {
    Logging.setVerbose(verbose.get());
    Ansi ansi = ink().isColored() ? Ansi.ON : Ansi.OFF;
    spec().commandLine().setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
    try {
      return new RunLast().execute(parsed);
    } catch (ExecutionException e) { // holds what a command has thrown
      return problems.report(e.getCause() == null ? e : e.getCause()).number();
    } catch (RuntimeException e) {
      return problems.report(e).number();
    }
  }

  /** How this run may draw on standard output. */
  private Ink ink() {
    return color.get().isOn(console.terminal().stdout(), System.getenv())
        ? Ink.colored()
        : Ink.plain();
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public Integer call() {
    throw arguments.wrong("a command is missing; start with 'makemore demo'");
  }
}
