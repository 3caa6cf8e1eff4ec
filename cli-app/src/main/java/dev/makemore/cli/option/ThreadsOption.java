package dev.makemore.cli.option;

import picocli.CommandLine.Model.OptionSpec;

/** How many threads do the work. The result is the same with any number of them. */
final class ThreadsOption extends OptionGroup {

  private final Argument<Integer> threads =
      arguments.option(
          Integer.class,
          Runtime.getRuntime().availableProcessors(),
          OptionSpec.builder("--threads")
              .paramLabel("N")
              .description(
                  "Work on N threads, at most one for each processor. Default: as many as there"
                      + " are processors. The result is the same."));

  ThreadsOption(Arguments arguments) {
    super(arguments);
  }

  /** Finds out what is wrong with the option before anything is read. */
  void check() {
    if (threads.get() < 1) {
      throw threads.wrong("must be at least 1, was " + threads.get());
    }
  }

  /** The number of threads, at least 1; the libraries take no more than there are processors. */
  int number() {
    return threads.get();
  }
}
