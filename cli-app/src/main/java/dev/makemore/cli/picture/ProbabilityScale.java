package dev.makemore.cli.picture;

import java.util.Optional;

/**
 * Shades probabilities by their logarithm. Each shade stands for twice the probability of the shade
 * before it, up to shade 9, which stands for 1/2 and more. So one shade is one bit of surprise, and
 * a probability has the same shade in every picture.
 */
public final class ProbabilityScale implements Scale {

  @Override
  public int shade(double probability) {
    // The exponent is -1 from 1/2 to 1, and -2 from 1/4 to 1/2.
    int bits = -1 - Math.getExponent(probability);
    return probability == 0 ? 0 : Math.max(1, SHADES - 1 - Math.max(0, bits));
  }

  @Override
  public Optional<String> meaning(int shade) {
    if (shade == 0) {
      return Optional.of("impossible");
    } else if (shade == 1) {
      return Optional.of("less than " + power(2));
    }
    return Optional.of(
        shade == SHADES - 1 ? power(shade) + " or more" : power(shade) + " to " + power(shade + 1));
  }

  /** The lowest probability of a shade above 1. */
  private static String power(int shade) {
    return "1/" + (1 << (SHADES - shade));
  }
}
