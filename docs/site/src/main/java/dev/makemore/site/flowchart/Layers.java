package dev.makemore.site.flowchart;

import dev.makemore.site.flowchart.Flowchart.Arrow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The boxes of a chart in layers, so that every arrow goes from one layer to the next, and few
 * arrows cross (Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
 * structures", IEEE Transactions on Systems, Man, and Cybernetics 11, 1981). An arrow that would
 * skip a layer bends at a point in it: places from {@code boxes} on are such points.
 */
final class Layers {

  private static final int SWEEPS = 24;

  /** For each place, the places before it and after it along arrows. */
  final List<List<Integer>> before = new ArrayList<>();

  final List<List<Integer>> after = new ArrayList<>();

  /** For each arrow of the chart, the places that it goes through. */
  final List<List<Integer>> routes = new ArrayList<>();

  /** The places of each layer, in order. */
  List<List<Integer>> order = new ArrayList<>();

  Layers(int boxes, List<Arrow> arrows) {
    int[] layers = layers(boxes, arrows);
    for (int place = 0; place < boxes; place++) {
      add(layers[place]);
    }
    for (Arrow arrow : arrows) {
      List<Integer> route = new ArrayList<>(List.of(arrow.from()));
      for (int layer = layers[arrow.from()] + 1; layer < layers[arrow.to()]; layer++) {
        route.add(add(layer));
      }
      route.add(arrow.to());
      for (int i = 1; i < route.size(); i++) {
        after.get(route.get(i - 1)).add(route.get(i));
        before.get(route.get(i)).add(route.get(i - 1));
      }
      routes.add(route);
    }
    uncross();
  }

  /** The layer of each box: one below the lowest that points to it, but near what it points to. */
  private static int[] layers(int boxes, List<Arrow> arrows) {
    int[] layers = new int[boxes];
    boolean moved = true;
    for (int round = 0; moved; round++) {
      if (round > boxes) {
        throw new IllegalArgumentException("the arrows of a flow chart go in a circle");
      }
      moved = false;
      for (Arrow arrow : arrows) {
        if (layers[arrow.to()] <= layers[arrow.from()]) {
          layers[arrow.to()] = layers[arrow.from()] + 1;
          moved = true;
        }
      }
    }
    for (int box = 0; box < boxes; box++) {
      int top = box;
      if (arrows.stream().noneMatch(arrow -> arrow.to() == top)) {
        arrows.stream()
            .filter(arrow -> arrow.from() == top)
            .mapToInt(arrow -> layers[arrow.to()] - 1)
            .min()
            .ifPresent(layer -> layers[top] = layer);
      }
    }
    return layers;
  }

  private int add(int layer) {
    while (order.size() <= layer) {
      order.add(new ArrayList<>());
    }
    int place = before.size();
    order.get(layer).add(place);
    before.add(new ArrayList<>());
    after.add(new ArrayList<>());
    return place;
  }

  /** Sorts each layer by the mean of its neighbors, down and up, and keeps the best order seen. */
  private void uncross() {
    List<List<Integer>> best = copy(order);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int i = 1; i < order.size(); i++) {
        int layer = down ? i : order.size() - 1 - i;
        sort(order.get(layer), down ? before : after);
      }
      if (crossings(order) < crossings(best)) {
        best = copy(order);
      }
    }
    order = best;
  }

  private void sort(List<Integer> layer, List<List<Integer>> neighbors) {
    int[] positions = positions(order);
    double[] means = new double[positions.length];
    for (int place : layer) {
      means[place] =
          neighbors.get(place).stream()
              .mapToInt(neighbor -> positions[neighbor])
              .average()
              .orElse(positions[place]);
    }
    layer.sort(Comparator.comparingDouble(place -> means[place]));
  }

  private int crossings(List<List<Integer>> order) {
    int[] positions = positions(order);
    int crossings = 0;
    for (List<Integer> layer : order) {
      for (int i = 0; i < layer.size(); i++) {
        for (int j = i + 1; j < layer.size(); j++) {
          for (int left : after.get(layer.get(i))) {
            for (int right : after.get(layer.get(j))) {
              crossings += positions[left] > positions[right] ? 1 : 0;
            }
          }
        }
      }
    }
    return crossings;
  }

  private int[] positions(List<List<Integer>> order) {
    int[] positions = new int[before.size()];
    Arrays.fill(positions, -1);
    for (List<Integer> layer : order) {
      for (int i = 0; i < layer.size(); i++) {
        positions[layer.get(i)] = i;
      }
    }
    return positions;
  }

  private static List<List<Integer>> copy(List<List<Integer>> order) {
    List<List<Integer>> copy = new ArrayList<>();
    order.forEach(layer -> copy.add(new ArrayList<>(layer)));
    return copy;
  }
}
