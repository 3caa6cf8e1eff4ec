package dev.makemore.site.flowchart;

import java.util.Arrays;
import java.util.List;

/**
 * Where along its layer each place is: as near as possible to its neighbors in the layers around
 * it, without touching the places beside it.
 */
final class Spread {

  private static final int SWEEPS = 40;

  private final Layers layers;
  private final double[] sizes;
  private final double gap;
  private final double[] centers;

  private Spread(Layers layers, double[] sizes, double gap) {
    this.layers = layers;
    this.sizes = sizes;
    this.gap = gap;
    centers = new double[sizes.length];
  }

  /**
   * The center of each place; the first place of all begins at 0.
   *
   * @param sizes how much room each place takes along its layer
   * @param gap the least distance of two places
   */
  static double[] centers(Layers layers, double[] sizes, double gap) {
    Spread spread = new Spread(layers, sizes, gap);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 0; i < layers.order.size(); i++) {
        spread.place(layers.order.get(down ? i : layers.order.size() - 1 - i));
      }
    }
    double[] centers = spread.centers;
    double start = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centers.length; i++) {
      start = Math.min(start, centers[i] - sizes[i] / 2);
    }
    for (int i = 0; i < centers.length; i++) {
      centers[i] -= start;
    }
    return centers;
  }

  /**
   * Moves the places of a layer to the means of their neighbors. Where two would overlap, they
   * become a block that stands at the mean of what its places wish for, and so on with the next.
   * That is the least sum of squares (Barlow and others, "Statistical inference under order
   * restrictions", 1972, section 1.2).
   */
  private void place(List<Integer> layer) {
    int n = layer.size();
    double[] offsets = new double[n]; // of a place from the first one, if all stand close together
    double[] means = new double[n]; // of the blocks, each the place that its first one would have
    int[] counts = new int[n];
    int blocks = 0;
    for (int i = 0; i < n; i++) {
      int place = layer.get(i);
      if (i > 0) {
        int left = layer.get(i - 1);
        offsets[i] = offsets[i - 1] + sizes[left] / 2 + gap + sizes[place] / 2;
      }
      means[blocks] = wish(place) - offsets[i];
      counts[blocks] = 1;
      blocks++;
      while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
        int count = counts[blocks - 2] + counts[blocks - 1];
        means[blocks - 2] =
            (means[blocks - 2] * counts[blocks - 2] + means[blocks - 1] * counts[blocks - 1])
                / count;
        counts[blocks - 2] = count;
        blocks--;
      }
    }
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      for (int end = i + counts[block]; i < end; i++) {
        centers[layer.get(i)] = means[block] + offsets[i];
      }
    }
  }

  private double wish(int place) {
    double[] wishes =
        java.util.stream.Stream.concat(
                layers.before.get(place).stream(), layers.after.get(place).stream())
            .mapToDouble(neighbor -> centers[neighbor])
            .toArray();
    return Arrays.stream(wishes).average().orElse(centers[place]);
  }
}
