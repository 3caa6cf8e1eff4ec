package dev.makemore.ngram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Interpolated smoothing the plain way: maps of strings, and the formulas as Chen and Goodman
 * (1999) print them, worked out anew for each question. An item is {@code <a>}, with the characters
 * between the two marks; what comes before the first mark is nothing.
 */
final class PlainSmoothing {

  private final int order;
  private final int vocabularySize;
  private final boolean kneserNey;

  /** How often each text of 1 to n characters occurs, texts with a mark included. */
  private final Map<String, Long> counts = new HashMap<>();

  private final Set<String> tokens = new HashSet<>(); // what can come next

  PlainSmoothing(int order, int vocabularySize, boolean kneserNey, List<String> items) {
    this.order = order;
    this.vocabularySize = vocabularySize;
    this.kneserNey = kneserNey;
    for (String item : items) {
      String text = "<" + item + ">";
      for (int end = 2; end <= text.length(); end++) {
        for (int start = Math.max(0, end - order); start < end; start++) {
          counts.merge(text.substring(start, end), 1L, Long::sum);
        }
        tokens.add(text.substring(end - 1, end));
      }
    }
  }

  /** P(next | context), where the context may start with the mark. */
  double probability(String context, String next) {
    if (context.length() > order - 1) {
      return probability(context.substring(1), next);
    }
    double lower =
        context.isEmpty() ? 1.0 / vocabularySize : probability(context.substring(1), next);
    double all = 0;
    double discounts = 0;
    double different = 0;
    for (String token : tokens) {
      long count = count(context + token);
      all += count;
      discounts += discount(context.length() + 1, count);
      different += count > 0 ? 1 : 0;
    }
    if (all == 0) {
      return lower;
    }
    long count = count(context + next);
    if (!kneserNey) {
      double lambda = all / (all + different);
      return lambda * count / all + (1 - lambda) * lower;
    }
    return (count - discount(context.length() + 1, count)) / all + discounts / all * lower;
  }

  /** The count of a text, adjusted if it has to be. */
  private long count(String text) {
    if (!kneserNey || text.length() == order || text.startsWith("<")) {
      return counts.getOrDefault(text, 0L);
    }
    return counts.keySet().stream()
        .filter(longer -> longer.length() == text.length() + 1 && longer.endsWith(text))
        .count();
  }

  private double discount(int length, long count) {
    return count == 0 ? 0 : discounts(length).get((int) Math.min(3, count) - 1);
  }

  private final Map<Integer, List<Double>> discounts = new HashMap<>();

  private List<Double> discounts(int length) {
    return discounts.computeIfAbsent(length, this::discountsOf);
  }

  private List<Double> discountsOf(int length) {
    double[] n = new double[5];
    for (String text : counts.keySet()) {
      if (text.length() == length && count(text) <= 4) {
        n[(int) count(text)]++;
      }
    }
    List<Double> result = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      double discount = i - (i + 1) * n[1] / (n[1] + 2 * n[2]) * n[i + 1] / n[i];
      if (n[i] == 0 || !(discount > 0 && discount <= i)) {
        return List.of(0.5, 1.0, 1.5);
      }
      result.add(discount);
    }
    return result;
  }
}
