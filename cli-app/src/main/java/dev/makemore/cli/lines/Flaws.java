package dev.makemore.cli.lines;

import java.util.Locale;
import java.util.Optional;

/**
 * How many lines of a stream could not be read as they are, and where the first of them was.
 *
 * @param malformed the number of lines that are not UTF-8
 * @param tooLong the number of lines that are too long
 * @param first the number of the first such line; 0 if there is none
 */
public record Flaws(long malformed, long tooLong, long first) {

  /** No such line. */
  public static final Flaws NONE = new Flaws(0, 0, 0);

  /** One line that is not UTF-8. */
  static Flaws malformed(long line) {
    return new Flaws(1, 0, line);
  }

  /** One line that is too long. */
  static Flaws tooLong(long line) {
    return new Flaws(0, 1, line);
  }

  /** These, and those of later lines. */
  public Flaws plus(Flaws later) {
    return new Flaws(
        malformed + later.malformed, tooLong + later.tooLong, first == 0 ? later.first : first);
  }

  /** What a user should know of them, if there are any: how many, and where the first was. */
  public Optional<String> message(OnError onError) {
    long lines = malformed + tooLong;
    if (lines == 0) {
      return Optional.empty();
    }
    String format =
        onError == OnError.REPLACE
            ? "replaced what is not UTF-8 by U+FFFD in %s; the first is line %,d"
            : "skipped %s: not UTF-8"
                + (tooLong == 0 ? "" : " or too long")
                + "; the first is line %,d";
    return Optional.of(String.format(Locale.ROOT, format, counted(lines), first));
  }

  private static String counted(long lines) {
    return String.format(Locale.ROOT, lines == 1 ? "%,d line" : "%,d lines", lines);
  }
}
