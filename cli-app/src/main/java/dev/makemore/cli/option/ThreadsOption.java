package dev.makemore.cli.option;

/** How many threads do the work. The result is the same with any number of threads. */
final class ThreadsOption extends OptionGroup {

  private final Argument<Integer> threads =
      syntax.optionWithDefault(
          Integer.class,
          Runtime.getRuntime().availableProcessors(),
          "--threads=N",
          "Work on N threads, at most one for each processor. The result does not depend"
              + " on N. Default: one thread for each processor.");

  ThreadsOption(Syntax syntax) {
    super(syntax);
  }

  /** Checks the option before anything is read. */
  void check() {
    threads.require(threads.get() >= 1, "must be at least 1");
  }

  /** The number of threads, at least 1. The libraries use at most one for each processor. */
  int number() {
    return threads.get();
  }
}
