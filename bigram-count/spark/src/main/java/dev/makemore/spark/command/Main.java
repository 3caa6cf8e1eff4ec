package dev.makemore.spark.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * Counts and scores on a cluster from the shell, by {@code spark-submit}.
 *
 * <p>Exit codes are those of the command {@code makemore}: 0 for success, 2 for a wrong command
 * line, 65 for text or models that can't be used, 66 for what is missing, 73 for an output that
 * can't be made, and 74 for what failed on the way.
 */
@Command(
    name = "makemore-spark",
    description = "Learns from text on an Apache Spark cluster, and scores text there.",
    synopsisSubcommandLabel = "count|score",
    subcommands = {CountCommand.class, ScoreCommand.class},
    mixinStandardHelpOptions = true,
    version = "makemore-spark, for Apache Spark 4")
public final class Main implements Runnable {

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  Main() {}

  /** Runs a command, and ends the process with its exit code if that is not 0. */
  public static void main(String... arguments) {
    int code = run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
    SparkSession.getDefaultSession().foreach(session -> stop(session));
    if (code != 0) {
      System.exit(code);
    }
  }

  private static Object stop(SparkSession session) {
    session.stop();
    return session;
  }

  /**
   * Runs a command in the session that there is, or in a new one, which it leaves open.
   *
   * @param messages receives what went wrong, and what was done
   * @return the exit code
   */
  public static int run(PrintWriter messages, String... arguments) {
    return new CommandLine(new Main())
        .setErr(messages)
        .setParameterExceptionHandler((e, given) -> usage(e, messages))
        .setExecutionExceptionHandler((e, command, parsed) -> failure(e, messages))
        .execute(arguments);
  }

  /** Says what a command has done, on standard error. */
  static void say(CommandLine.Model.@Nullable CommandSpec spec, String format, Object... values) {
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println("makemore-spark: " + String.format(Locale.ROOT, format, values));
  }

  private static int usage(ParameterException e, PrintWriter messages) {
    messages.println("makemore-spark: " + e.getMessage());
    messages.println(
        "makemore-spark: try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
    return Failure.USAGE;
  }

  private static int failure(Exception e, PrintWriter messages) {
    Failure failure = Failure.of(e);
    messages.println("makemore-spark: " + failure.getMessage());
    return failure.code();
  }

  /** Asks for a command, since none was given. */
  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "which command? count or score");
  }
}
