package dev.makemore.cli.picture;

import java.util.Locale;
import java.util.Optional;

/**
 * Shades counts by their logarithm, since a few pairs occur a thousand times as often as most. The
 * count 1 has shade 1, and the largest count has shade 9.
 */
public final class CountScale implements Scale {

  private final long largest;

  /** The scale for counts up to {@code largest}. */
  public CountScale(long largest) {
    this.largest = largest;
  }

  @Override
  public int shade(double count) {
    if (count <= 1) {
      return count == 0 ? 0 : 1;
    }
    double share = StrictMath.log(count) / StrictMath.log((double) largest); // from 0 to 1
    return 1 + (int) Math.min(SHADES - 2, share * (SHADES - 1));
  }

  /** The ratio of the counts of a shade to the counts of the shade before it. */
  public double factor() {
    return StrictMath.pow(Math.max(1, (double) largest), 1.0 / (SHADES - 1));
  }

  @Override
  public Optional<String> meaning(int shade) {
    if (shade == 0) {
      return Optional.of("never");
    }
    long from = last(shade - 1) + 1;
    long to = last(shade);
    if (from > to) {
      return Optional.empty();
    }
    return Optional.of(
        from == to
            ? String.format(Locale.ROOT, "%,d", from)
            : String.format(Locale.ROOT, "%,d to %,d", from, to));
  }

  /** The largest count of at most this shade, by bisection, since larger counts are no lighter. */
  private long last(int shade) {
    long low = 0;
    long high = largest;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (shade((double) middle) <= shade) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
