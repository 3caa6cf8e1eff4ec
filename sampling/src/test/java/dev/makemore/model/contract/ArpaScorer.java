package dev.makemore.model.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores words by the text of an ARPA file as the programs of its world do, knowing nothing of
 * characters and models: numbers are floats, a context is the words before from the start on, and
 * the backoff of a context counts only where the n-gram is not listed.
 */
public final class ArpaScorer {

  private record Weights(float probability, float backoff) {}

  private final Map<String, Weights> ngrams = new HashMap<>();
  private int order; // the number of words in the longest n-grams

  private ArpaScorer() {}

  /** Reads tab-separated n-grams, line by line, down to {@code \end\}. */
  public static ArpaScorer of(String arpa) {
    ArpaScorer scorer = new ArpaScorer();
    for (String line : arpa.substring(0, arpa.indexOf("\n\\end\\\n")).split("\n", -1)) {
      String[] fields = line.split("\t", -1);
      if (fields.length > 1) {
        float backoff = fields.length == 3 ? Float.parseFloat(fields[2]) : 0;
        scorer.ngrams.put(fields[1], new Weights(Float.parseFloat(fields[0]), backoff));
        scorer.order = Math.max(scorer.order, fields[1].split(" ", -1).length);
      }
    }
    return scorer;
  }

  /** The logarithm to the base 10 of a whole item's probability, its end included. */
  public float total(List<String> words) {
    float total = 0;
    List<String> history = new ArrayList<>(List.of("<s>"));
    for (String word : words) {
      total += score(history, word);
      history.add(ngrams.containsKey(word) ? word : "<unk>");
    }
    return total + score(history, "</s>");
  }

  /** The logarithm to the base 10 of the probability of a word after others. */
  public float score(List<String> history, String word) {
    String known = ngrams.containsKey(word) ? word : "<unk>";
    int from = Math.max(0, history.size() - (order - 1));
    return backingOff(history.subList(from, history.size()), known);
  }

  private float backingOff(List<String> context, String word) {
    if (context.isEmpty()) {
      return ngrams.get(word).probability();
    }
    Weights listed = ngrams.get(String.join(" ", context) + " " + word);
    if (listed != null) {
      return listed.probability();
    }
    Weights weights = ngrams.getOrDefault(String.join(" ", context), new Weights(0, 0));
    return weights.backoff() + backingOff(context.subList(1, context.size()), word);
  }
}
