package dev.makemore.cli.io;

/**
 * The exit codes of the command.
 *
 * <p>2 is the code that shells use for wrong usage. The codes from 65 to 74 are those of BSD's
 * {@code sysexits.h}. 129, 130 and 143 are 128 + the number of the signal, which is how the JVM
 * ends after a signal.
 */
public enum ExitCode {
  OK(0, "success, or the program that reads the output stopped reading"),
  FAILURE(1, "not everything that was asked for could be done"),
  USAGE(2, "the command line is wrong"),
  BAD_DATA(65, "the input is not UTF-8, has no items, is damaged, or is not a complete model"),
  NO_INPUT(66, "the input is missing or can't be opened"),
  BUG(70, "a bug in makemore: please report it"),
  CANT_CREATE(73, "the output can't be created, or would replace another file"),
  IO_ERROR(74, "reading or writing failed, for example because the disk is full"),
  HUNG_UP(129, "its terminal was closed"),
  INTERRUPTED(130, "interrupted, for example by Ctrl-C"),
  TERMINATED(143, "ended from outside, for example by kill");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  /** What the code says about a run, as it is said after the number. */
  public String meaning() {
    return meaning;
  }
}
