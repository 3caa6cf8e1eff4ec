package dev.makemore.cli;

import picocli.CommandLine.Option;

/** A command that has {@code --help} and {@code --version}. */
abstract class Helpful {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private Boolean help = false;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of makemore and of Java.")
  @SuppressWarnings("unused") // picocli acts on it
  private Boolean version = false;
}
