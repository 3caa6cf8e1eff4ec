package dev.makemore.sampling;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import java.util.Arrays;

/**
 * Lets a model choose among its nucleus only: the fewest tokens, likeliest first, whose
 * probabilities sum to at least p, in the same proportions (Holtzman et al., "The curious case of
 * neural text degeneration", ICLR 2020, section 3.1). Of equally likely tokens the lower ones are
 * kept.
 */
public final class TopP {

  private TopP() {}

  /**
   * The model {@code model} with all tokens outside the nucleus made impossible.
   *
   * @param p above 0 and at most 1; at 1 nothing changes
   * @throws IllegalArgumentException if it is not
   */
  public static LanguageModel of(LanguageModel model, double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("top-p must be above 0 and at most 1, was " + p);
    }
    return p == 1
        ? model
        : TransformedModel.of(model, row -> row.restrictedTo(nucleus(row, p)), "top-p " + p);
  }

  /** Looks at 8 tokens, then at twice as many each time, so as not to rank a long tail in vain. */
  private static int[] nucleus(Distribution row, double p) {
    for (int k = 8; ; k = (int) Math.min(2L * k, Integer.MAX_VALUE)) {
      int[] likeliest = row.mostLikely(k);
      double sum = 0;
      for (int i = 0; i < likeliest.length; i++) {
        sum += row.probability(likeliest[i]);
        if (sum >= p) {
          return Arrays.copyOf(likeliest, i + 1);
        }
      }
      if (likeliest.length < k) {
        return likeliest; // all that is possible, with a sum rounded to just below p
      }
    }
  }
}
