package dev.makemore.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads do the work. The result is the same with any number of them. */
final class ThreadsOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Work on N threads, at most one for each processor. Default: as many as there are"
              + " processors. The result is the same.")
  private Integer threads = Runtime.getRuntime().availableProcessors();

  /** Finds out what is wrong with the option before anything is read. */
  void check() {
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads: must be at least 1, was " + threads);
    }
  }

  /** The number of threads, at least 1; the libraries take no more than there are processors. */
  int number() {
    return threads;
  }
}
