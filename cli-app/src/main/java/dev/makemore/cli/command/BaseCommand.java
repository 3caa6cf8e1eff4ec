package dev.makemore.cli.command;

import dev.makemore.cli.io.Build;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command: its description, its options, and what it does.
 *
 * <p>Options are declared to picocli by calls of {@link Syntax}. picocli could also find them by
 * annotations, but by reflection, which took a third of the time of each start.
 */
public abstract class BaseCommand implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  protected final Syntax syntax = new Syntax(spec);

  /** Where this command reads and writes: the console of the process, or a file as its output. */
  protected Console console;

  /**
   * A command with {@code --version} and with {@code --help}, which begins with the description.
   */
  protected BaseCommand(Console console, String... description) {
    this.console = console;
    spec.usageMessage().description(description);
    spec.versionProvider(new Build.VersionProvider());
    Syntax everywhere = syntax.under(Heading.EVERYWHERE);
    everywhere.flag(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help."));
    everywhere.flag(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the versions of makemore and of Java."));
  }

  /**
   * Says in one line what the command does, for the list of all commands and for the head of the
   * manual page: a verb in lower case and what follows it, in at most 43 characters, so that the
   * list fits in 80 columns.
   */
  protected final void summary(String summary) {
    spec.usageMessage().header(summary);
  }

  /** Adds example command lines to the help. */
  final void examples(String... commandLines) {
    spec.usageMessage().footer(commandLines);
  }

  /** Gives the group of the command's own options another title than "Options". */
  final void ownOptions(String title) {
    spec.usageMessage().optionListHeading(title);
  }

  /** The description of this command for picocli. */
  public final CommandSpec spec() {
    return spec;
  }

  /**
   * Runs {@code work} with standard output going where {@code result} says.
   *
   * @return the exit code that {@code work} returns
   */
  protected final ExitCode into(ResultOptions result, Supplier<ExitCode> work) {
    Console process = console;
    try {
      return result.write(
          process,
          target -> {
            console = target;
            return work.get();
          });
    } finally {
      console = process;
    }
  }

  /** Does what the command line asks for. To be called after the command line has been read. */
  protected abstract ExitCode run();

  /** Runs the command for picocli, which takes exit codes as numbers. */
  @Override
  public final Integer call() {
    return run().number();
  }
}
