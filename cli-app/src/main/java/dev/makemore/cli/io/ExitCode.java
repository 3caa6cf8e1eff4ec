package dev.makemore.cli.io;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the command tells its caller when it ends.
 *
 * <p>2 is the shell's own number for wrong usage; those from 65 are those of BSD's {@code
 * sysexits.h}; 130 and 143 are 128 + the number of the signal, what a Java program ends with by
 * itself.
 */
public enum ExitCode {
  OK(0, "it worked, or the reader of a pipe had seen enough"),
  FAILURE(1, "it could not do all that was asked, or --fail-above says so"),
  USAGE(2, "the command line is wrong"),
  BAD_DATA(65, "the input is not UTF-8, holds no items, or is no whole model"),
  NO_INPUT(66, "the input is missing or can't be opened"),
  BUG(70, "makemore is wrong: please report it"),
  CANT_CREATE(73, "the output can't be created, or would replace another file"),
  IO_ERROR(74, "reading or writing failed, as on a full disk"),
  INTERRUPTED(130, "interrupted, as by Ctrl-C"),
  TERMINATED(143, "ended from outside, as by kill");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  String meaning() {
    return meaning;
  }

  /** All numbers and their meanings, for the help. */
  public static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      table.put(Integer.toString(code.number), code.meaning);
    }
    return table;
  }
}
