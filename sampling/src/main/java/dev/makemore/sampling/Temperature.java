package dev.makemore.sampling;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import java.util.Objects;

/**
 * Makes a model bolder or more careful: each probability p becomes p^(1/T), normalized.
 *
 * <p>That is the softmax of the logarithms of the probabilities divided by T. Below 1, likely
 * tokens become likelier, and at 0 only the most likely token is left (greedy sampling; of equally
 * likely tokens, the lowest). Above 1 the differences shrink, and 1 changes nothing. An impossible
 * token stays impossible at every temperature.
 */
public final class Temperature {

  private Temperature() {}

  /**
   * The model {@code model} at temperature {@code temperature}.
   *
   * @param temperature a finite number >= 0
   * @throws IllegalArgumentException if {@code temperature} is not
   */
  public static LanguageModel of(LanguageModel model, double temperature) {
    if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "temperature must be a finite number >= 0, was " + temperature);
    }
    return temperature == 1
        ? Objects.requireNonNull(model, "model")
        : TransformedModel.of(model, row -> apply(row, temperature), "temperature " + temperature);
  }

  private static Distribution apply(Distribution row, double temperature) {
    int top = row.mostLikely();
    if (temperature == 0) {
      return Distribution.certain(row.size(), top);
    }
    // Relative to the largest probability, or a small temperature could round all of them to 0.
    double largest = row.probability(top);
    return row.reweighted(p -> StrictMath.exp(StrictMath.log(p / largest) / temperature));
  }
}
