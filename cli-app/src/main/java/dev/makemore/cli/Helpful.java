package dev.makemore.cli;

import picocli.CommandLine.Option;

/** A command that has {@code --help}. */
abstract class Helpful {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;
}
