package dev.makemore.model.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores words by the text of an ARPA file as the programs of its world do, knowing nothing of
 * characters and models: numbers are floats, a context is the word before, and the backoff counts
 * only where the pair is not listed.
 */
public final class ArpaScorer {

  private record Weights(float probability, float backoff) {}

  private final Map<String, Weights> ngrams = new HashMap<>();

  private ArpaScorer() {}

  /** Reads tab-separated n-grams, line by line, down to {@code \end\}. */
  public static ArpaScorer of(String arpa) {
    ArpaScorer scorer = new ArpaScorer();
    for (String line : arpa.substring(0, arpa.indexOf("\n\\end\\\n")).split("\n", -1)) {
      String[] fields = line.split("\t", -1);
      if (fields.length > 1) {
        float backoff = fields.length == 3 ? Float.parseFloat(fields[2]) : 0;
        scorer.ngrams.put(fields[1], new Weights(Float.parseFloat(fields[0]), backoff));
      }
    }
    return scorer;
  }

  /** The logarithm to the base 10 of a whole item's probability, its end included. */
  public float total(List<String> words) {
    float total = 0;
    String context = "<s>";
    for (String word : words) {
      total += score(context, word);
      context = ngrams.containsKey(word) ? word : "<unk>";
    }
    return total + score(context, "</s>");
  }

  private float score(String context, String word) {
    Weights pair = ngrams.get(context + " " + word);
    if (pair != null) {
      return pair.probability();
    }
    Weights single = ngrams.getOrDefault(word, ngrams.get("<unk>"));
    return ngrams.get(context).backoff() + single.probability();
  }
}
