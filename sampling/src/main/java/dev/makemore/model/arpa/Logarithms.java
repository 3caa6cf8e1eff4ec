package dev.makemore.model.arpa;

import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Lines;
import dev.makemore.model.notation.Quoted;
import java.util.Locale;
import java.util.regex.Pattern;

/** The numbers of an ARPA file, which are logarithms to the base 10. */
final class Logarithms {

  /**
   * How far a probability or a sum of them may be above 1, or a sum below: files hold few digits,
   * many programs compute with floats, and the errors of a row add up.
   */
  static final double TOLERANCE = 1e-3;

  private static final double LARGEST = StrictMath.log10(1 + TOLERANCE);
  private static final int MAX_LENGTH = 100;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern MINUS_INFINITY = Pattern.compile("-(?i:inf|infinity)");

  private final Lines<MalformedModelException> lines; // the last one read has the numbers

  Logarithms(Lines<MalformedModelException> lines) {
    this.lines = lines;
  }

  /** The probability with this logarithm. One that is above 1 by no more than rounding is 1. */
  double probability(String log) throws MalformedModelException {
    double probability = power(log);
    if (probability > 1 + TOLERANCE) {
      throw lines.malformed(
          String.format(
              Locale.ROOT,
              "%s is above 0, so it can't be the logarithm of a probability, and above %.6f it"
                  + " can't be a rounding error either; write the file again, with logarithms to"
                  + " the base 10",
              Quoted.of(log),
              LARGEST));
    }
    return Math.min(1, probability);
  }

  /** The backoff with this logarithm. */
  double backoff(String log) throws MalformedModelException {
    double backoff = power(log);
    if (backoff == Double.POSITIVE_INFINITY) {
      throw lines.malformed(Quoted.of(log) + " is too large");
    }
    return backoff;
  }

  /**
   * Checks what stands in the place of the backoff of an n-gram where no n-gram is longer. Some
   * programs write a 0 there, which changes nothing.
   */
  void checkNoBackoff(String log, int n) throws MalformedModelException {
    if (!(Math.abs(power(log) - 1) <= TOLERANCE)) {
      throw lines.malformed(
          "the backoff "
              + Quoted.of(log)
              + (" belongs to a model of a higher order, and this file has no " + (n + 1))
              + ("-grams; have the model made again with " + n + "-grams at most"));
    }
  }

  /** 10 to the power of {@code log}. */
  private double power(String log) throws MalformedModelException {
    if (MINUS_INFINITY.matcher(log).matches()) {
      return 0;
    }
    if (log.length() > MAX_LENGTH || !NUMBER.matcher(log).matches()) {
      throw lines.malformed(Quoted.of(log) + " is not a number, such as -1.5 or -2e-7");
    }
    double exponent = Double.parseDouble(log);
    return exponent <= Arpa.LOG_OF_ZERO ? 0 : StrictMath.pow(10, exponent);
  }
}
