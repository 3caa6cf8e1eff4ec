package dev.makemore.model.io;

import dev.makemore.model.notation.Quoted;
import java.util.regex.Pattern;

/**
 * A part of a model file, and where it stands: the value of a header or of a row.
 *
 * @param source what error messages call the file
 * @param line the number of its line; the first line is 1
 * @param text the part as it is written
 */
public record Field(String source, long line, String text) {

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]*");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(E[+-]?[0-9]+)?");
  private static final int MAX_LENGTH = 40; // of a number

  /**
   * The whole number >= 1 that the field holds.
   *
   * @throws MalformedModelException if it holds anything else, or a number above {@link
   *     Long#MAX_VALUE}
   */
  public long asCount() throws MalformedModelException {
    if (text.length() > MAX_LENGTH || !COUNT.matcher(text).matches()) {
      throw malformed(quoted() + " is not a count; counts are whole numbers from 1 on");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw malformed("the count " + text + " is too large; 2^63 - 1 is the largest");
    }
  }

  /**
   * The finite number that the field holds.
   *
   * @throws MalformedModelException if it holds anything else
   */
  public double asNumber() throws MalformedModelException {
    boolean wellFormed = text.length() <= MAX_LENGTH && DECIMAL.matcher(text).matches();
    double number = wellFormed ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw malformed(quoted() + " is not a finite number as Java writes it, such as -1.5 or 2E-7");
    }
    return number;
  }

  /** The text in single quotation marks, for a message; only its start if it is long. */
  public String quoted() {
    return Quoted.of(text);
  }

  /** An exception that says what is wrong with this field. */
  public MalformedModelException malformed(String problem) {
    return new MalformedModelException(source, line, problem);
  }
}
