package dev.makemore.cli;

import dev.makemore.bigram.count.CountLearner;
import dev.makemore.cli.command.BaseCommand;
import dev.makemore.cli.command.CompareCommand;
import dev.makemore.cli.command.CompletionCommand;
import dev.makemore.cli.command.DemoCommand;
import dev.makemore.cli.command.EvaluateCommand;
import dev.makemore.cli.command.ExploreCommand;
import dev.makemore.cli.command.ExportCommand;
import dev.makemore.cli.command.GenerateCommand;
import dev.makemore.cli.command.HelpCommand;
import dev.makemore.cli.command.ImportCommand;
import dev.makemore.cli.command.MergeCommand;
import dev.makemore.cli.command.ScoreCommand;
import dev.makemore.cli.command.ShowCommand;
import dev.makemore.cli.command.TrainCommand;
import dev.makemore.cli.help.HelpText;
import dev.makemore.cli.help.Overview;
import dev.makemore.cli.help.WrongUsage;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.option.ColorOption;
import dev.makemore.cli.plugin.PluginFolder;
import dev.makemore.cli.plugin.Plugins;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.Learners;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code makemore}: its subcommands and the options that they all have. */
final class MakemoreCommand extends BaseCommand {

  private static final Set<String> WITH_PLUGINS =
      Set.of(
          "train",
          "merge",
          "generate",
          "evaluate",
          "score",
          "show",
          "explore",
          "compare",
          "export");

  private static final Set<String> WITHOUT_PLUGINS =
      Set.of("demo", "import", "help", "generate-completion");

  /** Options with which the learners matter that there are. */
  private static final Set<String> NAMES_LEARNERS = Set.of("--model", "--plugins", "-h", "--help");

  /**
   * Options that all commands have that learn, so that no learner can have them. A learner can have
   * {@code threads}, and gets the command's.
   */
  private static final List<String> NOT_FOR_LEARNERS =
      List.of(
          "model",
          "load",
          "input",
          "weights",
          "lowercase",
          "normalize",
          "vocabulary",
          "unknown",
          "plugins",
          "output",
          "force",
          "help",
          "version",
          "verbose",
          "quiet",
          "color",
          "no-color");

  private final Argument<Boolean> verbose =
      syntax
          .under(Heading.EVERYWHERE)
          .flag(
              OptionSpec.builder("-v", "--verbose")
                  .scopeType(ScopeType.INHERIT)
                  .description("Write more messages to standard error."));

  private final Argument<Boolean> quiet =
      syntax
          .under(Heading.EVERYWHERE)
          .flag(
              OptionSpec.builder("-q", "--quiet")
                  .scopeType(ScopeType.INHERIT)
                  .description("Write nothing but errors to standard error."));

  private final ColorOption color = new ColorOption(syntax);

  private MakemoreCommand(Console console) {
    super(
        console,
        "Learns from names (or any lines of text) which character follows which, and makes more of"
            + " them. New here? Start with 'makemore demo'.");
    summary("make more names like those of a list");
    spec().name("makemore");
  }

  /**
   * All subcommands, by the names that are typed, in the order of the help.
   *
   * @param learners the ways to learn
   */
  private Map<String, Supplier<BaseCommand>> subcommands(List<Learner> learners) {
    Map<String, Supplier<BaseCommand>> subcommands = new LinkedHashMap<>();
    subcommands.put("demo", () -> new DemoCommand(console, color));
    subcommands.put("train", () -> new TrainCommand(console, learners));
    subcommands.put("merge", () -> new MergeCommand(console));
    subcommands.put("generate", () -> new GenerateCommand(console, learners));
    subcommands.put("evaluate", () -> new EvaluateCommand(console, learners));
    subcommands.put("score", () -> new ScoreCommand(console, learners));
    subcommands.put("show", () -> new ShowCommand(console, learners, color));
    subcommands.put("explore", () -> new ExploreCommand(console));
    subcommands.put("compare", () -> new CompareCommand(console));
    subcommands.put("export", () -> new ExportCommand(console, learners));
    subcommands.put("import", () -> new ImportCommand(console));
    return subcommands;
  }

  /**
   * Loads the plug-ins that the command line asks for. Learners and kinds of models are then found
   * by the class loader of this thread.
   */
  static void loadPlugins(Problems problems, String... arguments) {
    PluginFolder.named(WITH_PLUGINS, WITHOUT_PLUGINS, List.of(arguments))
        .ifPresent(
            folder -> {
              ClassLoader loader = Plugins.load(folder, NOT_FOR_LEARNERS);
              Thread.currentThread().setContextClassLoader(loader);
              problems.blame(folder);
            });
  }

  /**
   * The command, ready to be executed.
   *
   * @param arguments the command line that it will be executed with; if it is empty, the command
   *     has all its subcommands
   */
  static CommandLine commandLine(Console console, Problems problems, String... arguments) {
    MakemoreCommand makemore = new MakemoreCommand(console);
    CommandLine commandLine = new CommandLine(makemore.spec());
    makemore.addSubcommands(commandLine, List.of(arguments));
    return commandLine
        .setExpandAtFiles(false) // an argument that starts with @ is a text like any other
        .setOverwrittenOptionsAllowed(true) // flags only, see Syntax.refuseRepeated
        .setOut(console.out())
        .setErr(console.err())
        .setExecutionStrategy(parsed -> makemore.execute(parsed, problems))
        .setParameterExceptionHandler(
            (problem, args) ->
                new WrongUsage(console, () -> commandLine(console, problems))
                    .report(problem, List.of(args))
                    .number());
  }

  /**
   * Adds the subcommand that is typed, or all subcommands if there is none of that name.
   *
   * <p>To make all of them takes some time, and only the last two need the others. To look for
   * learners takes a tenth of a second, and most command lines only count. So a command is made for
   * counting first, and then again if the command line has an option that this one lacks.
   */
  private void addSubcommands(CommandLine commandLine, List<String> arguments) {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    Supplier<BaseCommand> counting = subcommands(List.of(new CountLearner())).get(first);
    if (counting != null) {
      CommandSpec command = counting.get().spec();
      if (!arguments.stream().allMatch(argument -> isForCounting(argument, command))) {
        Supplier<BaseCommand> learning = subcommands(Learners.all()).getOrDefault(first, counting);
        commandLine.addSubcommand(first, learning.get().spec());
      } else {
        commandLine.addSubcommand(first, command);
      }
      return;
    }
    subcommands(Learners.all())
        .forEach((name, make) -> commandLine.addSubcommand(name, make.get().spec()));
    commandLine.addSubcommand("help", new HelpCommand(console, color).spec());
    commandLine.addSubcommand("generate-completion", new CompletionCommand(console).spec());
  }

  /** Whether an argument has no other meaning if there are more ways to learn than counting. */
  private boolean isForCounting(String argument, CommandSpec command) {
    int end = argument.indexOf('=');
    String name = end < 0 ? argument : argument.substring(0, end);
    boolean isOption = name.startsWith("-") && name.length() > 1;
    return !isOption
        || (!NAMES_LEARNERS.contains(name)
            && (command.findOption(name) != null || spec().findOption(name) != null));
  }

  /**
   * Runs the last command on the command line, or shows its help.
   *
   * <p>Reports every exception, since picocli would print the stack trace of an exception that is
   * thrown while it prints help.
   */
  private int execute(ParseResult parsed, Problems problems) {
    CommandLine makemore = spec().commandLine();
    List<String> unknown = makemore.getUnmatchedArguments();
    if (!unknown.isEmpty()) { // picocli ignores them before --help
      throw new UnmatchedArgumentException(makemore, unknown);
    }
    Logging.setVerbose(verbose.get());
    Logging.setQuiet(quiet.get());
    try {
      for (CommandLine command : parsed.asCommandLineList()) {
        if (command.isUsageHelpRequested()) {
          show(HelpText.of(command.getCommandSpec(), width(), color.ink(console)));
          return ExitCode.OK.number();
        }
      }
      Syntax.refuseRepeated(parsed);
      syntax.refuseIf(verbose.get() && quiet.get(), "-v and -q exclude each other; give only one");
      color.check();
      refuseOneDash(parsed);
      return new RunLast().execute(parsed);
    } catch (ParameterException e) {
      throw e; // is reported as those that picocli finds
    } catch (ExecutionException e) { // wraps what a command has thrown
      return problems.report(e.getCause() == null ? e : e.getCause()).number();
    } catch (RuntimeException e) {
      return problems.report(e).number();
    }
  }

  private static void refuseOneDash(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine last = commands.get(commands.size() - 1);
    WrongUsage.optionWithOneDash(last.getCommandSpec(), parsed.originalArgs())
        .ifPresent(
            name -> {
              throw new UnmatchedArgumentException(last, List.of(name));
            });
  }

  /** Without a subcommand, shows how to start. */
  @Override
  protected ExitCode run() {
    show(Overview.start(spec(), width(), color.ink(console)));
    return ExitCode.OK;
  }

  private void show(List<String> lines) {
    lines.forEach(console::line);
    console.out().flush();
  }

  private int width() {
    return console.terminal().helpWidth(System.getenv());
  }
}
