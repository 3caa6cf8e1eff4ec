package dev.makemore.cli.making;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that is looked for in names, in a bounded number of steps.
 *
 * <p>A pattern such as {@code (a|aa)+$} tries every way to divide a run of a's before it gives up,
 * and half as many more for each a: it would run for years. So the characters that a search looks
 * at are counted, until a name is taken. The count does not depend on the machine, as a time would.
 */
public final class NamePattern {

  /**
   * How many characters a search may look at: some seconds. A million names have some 7 million.
   */
  private static final long MOST_LOOKS = 100_000_000;

  private static final int LONGEST_SHOWN = 60; // characters of a pattern in a message

  private final Pattern pattern;
  private long looks; // since a name was taken

  private NamePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads a regular expression.
   *
   * @throws IllegalArgumentException that gives the reason on one line
   */
  public static NamePattern of(String regex) {
    try {
      return new NamePattern(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      String place = e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1);
      String reason =
          regex.endsWith("\\")
              ? "it ends with a backslash"
              : e.getDescription().toLowerCase(Locale.ROOT).replace('\n', ' ');
      throw new IllegalArgumentException(
          "'" + shortened(regex) + "' is not a regular expression: " + reason + place, e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("the regular expression is nested too deeply", e);
    }
  }

  private static String shortened(String regex) {
    return regex.length() <= LONGEST_SHOWN ? regex : regex.substring(0, LONGEST_SHOWN) + "...";
  }

  /**
   * Whether a part of {@code name} matches.
   *
   * @throws Failure if the search takes too many steps
   */
  boolean isIn(String name) {
    try {
      return pattern.matcher(new CountedText(name)).find();
    } catch (TooManyLooksException e) {
      throw failure(
          String.format(
              Locale.ROOT,
              "takes more than %,d steps to be looked for; write it without a repetition inside of"
                  + " a repetition",
              MOST_LOOKS));
    } catch (StackOverflowError e) {
      throw failure("takes too much memory to be looked for; write it without a repeated group");
    }
  }

  private Failure failure(String reason) {
    return new Failure(
        ExitCode.FAILURE, "--match: '" + shortened(pattern.toString()) + "' " + reason);
  }

  /** Begins a new search. */
  void taken() {
    looks = 0;
  }

  @Override
  public String toString() {
    return pattern.toString();
  }

  private static final class TooManyLooksException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooksException() {
      super("too many looks", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private final class CountedText implements CharSequence {

    private final String text;

    CountedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new TooManyLooksException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
