package dev.makemore.sampling;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import java.util.Arrays;
import java.util.Objects;

/**
 * Restricts a model to its nucleus, in the same proportions. The nucleus is the fewest tokens,
 * likeliest first, whose probabilities sum to at least p (Holtzman et al., "The curious case of
 * neural text degeneration", ICLR 2020, section 3.1). Of equally likely tokens the lower ones are
 * kept.
 */
public final class TopP {

  private TopP() {}

  /**
   * The model {@code model} with all tokens outside the nucleus made impossible.
   *
   * @param p above 0 and at most 1; 1 changes nothing
   * @throws IllegalArgumentException if {@code p} is not
   */
  public static LanguageModel of(LanguageModel model, double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("top-p must be above 0 and at most 1, was " + p);
    }
    return p == 1
        ? Objects.requireNonNull(model, "model")
        : TransformedModel.of(model, row -> row.restrictedTo(nucleus(row, p)), "top-p " + p);
  }

  /** Ranks 8 tokens, then twice as many each time, since most often few are needed. */
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
        return likeliest; // all possible tokens: their sum was rounded to just below p
      }
    }
  }
}
