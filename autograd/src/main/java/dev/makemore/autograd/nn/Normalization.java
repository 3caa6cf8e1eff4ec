package dev.makemore.autograd.nn;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.List;

/**
 * Scales a vector so that its entries have about the size 1, whatever came in. A network with many
 * layers trains faster that way. There are no parameters: no gain and no bias.
 *
 * <p>An epsilon, a small number &gt; 0 such as 1e-5, keeps the result finite for entries that are
 * all equal. It is an {@link IllegalArgumentException} if it is anything else than a finite number
 * &gt; 0, or if the vector is empty.
 */
public final class Normalization {

  private Normalization() {}

  /**
   * Root mean square normalization: x / (mean of x<sub>i</sub><sup>2</sup> + epsilon)<sup>1/2</sup>
   * (B. Zhang and R. Sennrich, "Root Mean Square Layer Normalization", NeurIPS 2019, equation 4,
   * with epsilon).
   */
  public static List<Value> rms(List<Value> x, double epsilon) {
    if (!(epsilon > 0 && Double.isFinite(epsilon))) {
      throw new IllegalArgumentException("epsilon must be a finite number > 0, was " + epsilon);
    }
    Value meanSquare = Values.dot(x, x).times(1.0 / x.size());
    return Vectors.times(x, meanSquare.plus(epsilon).rsqrt());
  }

  /**
   * Layer normalization: x less the mean m of its entries, divided by (mean of (x<sub>i</sub> -
   * m)<sup>2</sup> + epsilon)<sup>1/2</sup> (J. Ba, J. Kiros and G. Hinton, "Layer Normalization",
   * 2016, equation 3, with epsilon).
   */
  public static List<Value> layer(List<Value> x, double epsilon) {
    Value mean = Values.mean(x);
    return rms(Vectors.map(x, entry -> entry.minus(mean)), epsilon);
  }
}
