package dev.makemore.autograd.nn;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.List;

/**
 * Scaled dot-product attention: a query is compared with keys, and the result is the mean of the
 * values that belong to the keys, weighted by how well the keys fit.
 *
 * <p>With a query q of n entries, keys k<sub>t</sub> and values v<sub>t</sub>:
 *
 * <pre>
 *     w = softmax over t of q . k_t / n^(1/2)
 *     result = sum over t of w_t v_t
 * </pre>
 *
 * <p>A. Vaswani et al., "Attention Is All You Need", NeurIPS 2017, section 3.2.1. Several heads are
 * several calls, each with its own stretch of longer vectors: {@code query.subList(0, 4)}.
 *
 * <p>It is an {@link IllegalArgumentException} if there are no keys, if there are more or fewer
 * values than keys, or if the vectors differ in size.
 */
public final class Attention {

  private Attention() {}

  /** How much each key counts: numbers from 0 to 1 with the sum 1. */
  public static List<Value> weights(List<Value> query, List<List<Value>> keys) {
    double scale = 1 / Math.sqrt(query.size());
    return Values.softmax(Vectors.map(Vectors.dots(query, keys), score -> score.times(scale)));
  }

  /** The weighted mean of the values. */
  public static List<Value> apply(
      List<Value> query, List<List<Value>> keys, List<List<Value>> values) {
    return Vectors.weightedSum(weights(query, keys), values);
  }
}
