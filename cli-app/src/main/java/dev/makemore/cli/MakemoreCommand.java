package dev.makemore.cli;

import dev.makemore.bigram.net.Descent;
import dev.makemore.cli.TextOptions.Normalization;
import dev.makemore.cli.picture.Ink;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code makemore}: what its subcommands have in common.
 *
 * <p>The fields of options are objects in all commands, even flags and numbers: a primitive type
 * would have no converter here, and on Java 25 would make each start some milliseconds longer.
 */
@Command(
    name = "makemore",
    versionProvider = Build.VersionProvider.class,
    description = {
      "Learns from names (or any lines of text) which character follows which, and makes more of"
          + " them. New here? Start with 'makemore demo'.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n")
final class MakemoreCommand extends Helpful implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more on stderr.")
  private Boolean verbose = false;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description =
          "Use colours: ${COMPLETION-CANDIDATES}. auto (the default) uses them on a terminal, unless"
              + " NO_COLOR is set.")
  private ColorMode color = ColorMode.AUTO;

  private final Console console;

  private MakemoreCommand(Console console) {
    this.console = console;
  }

  /**
   * The command, ready to be executed.
   *
   * @param arguments what it will be executed with; without any it has all its subcommands
   */
  static CommandLine commandLine(Console console, Problems problems, String... arguments) {
    MakemoreCommand makemore = new MakemoreCommand(console);
    CommandLine commandLine = new CommandLine(makemore);
    makemore.addCommands(commandLine, arguments.length == 0 ? "" : arguments[0]);
    commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.table());
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Build.VersionProvider()));
    return commandLine
        .registerConverter(Long.class, Numbers::wholeNumber)
        .registerConverter(Integer.class, Numbers::smallWholeNumber)
        .registerConverter(Double.class, Numbers::number)
        .registerConverter(Descent.class, NetOptions::descent)
        .registerConverter(ColorMode.class, text -> Options.oneOf(text, ColorMode.values()))
        .registerConverter(Learner.class, text -> Options.oneOf(text, Learner.values()))
        .registerConverter(Normalization.class, text -> Options.oneOf(text, Normalization.values()))
        .registerConverter(
            ExportCommand.Format.class, text -> Options.oneOf(text, ExportCommand.Format.values()))
        .registerConverter(
            ImportCommand.Format.class, text -> Options.oneOf(text, ImportCommand.Format.values()))
        .registerConverter(
            ShowCommand.Format.class, text -> Options.oneOf(text, ShowCommand.Format.values()))
        .registerConverter(Path.class, Options::path)
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
   * <p>picocli studies each command that it is given, which for all of them would take longer than
   * making a thousand names. Only its own two commands have to know the others.
   */
  private void addCommands(CommandLine commandLine, String first) {
    // One for both commands, as the distribution's archive holds one of two lambdas that are equal.
    Supplier<Ink> ink = this::ink;
    List<Helpful> commands =
        List.of(
            new DemoCommand(console, ink),
            new TrainCommand(console),
            new MergeCommand(console),
            new GenerateCommand(console),
            new EvaluateCommand(console),
            new ScoreCommand(console),
            new ShowCommand(console, ink),
            new CompareCommand(console),
            new ExportCommand(console),
            new ImportCommand(console));
    for (Helpful command : commands) {
      if (command.getClass().getAnnotation(Command.class).name().equals(first)) {
        commandLine.addSubcommand(command);
        return;
      }
    }
    commands.forEach(commandLine::addSubcommand);
    commandLine.addSubcommand(new HelpCommand()).addSubcommand(new GenerateCompletion());
  }

  /**
   * Runs the last command that was typed, or shows its help.
   *
   * <p>picocli would print the stack trace of what is thrown while it prints help, so nothing
   * thrown gets that far.
   */
  private int execute(ParseResult parsed, Problems problems) {
    Logging.setVerbose(verbose);
    Ansi ansi = ink().isColored() ? Ansi.ON : Ansi.OFF;
    spec.commandLine().setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
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
    return color.isOn(console.terminal().stdout(), System.getenv()) ? Ink.colored() : Ink.plain();
  }

  /** Without a subcommand there is nothing to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; start with 'makemore demo'");
  }
}
