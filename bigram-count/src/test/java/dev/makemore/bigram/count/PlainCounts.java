package dev.makemore.bigram.count;

import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counting the plain way: a map from pairs of strings, where "start" and "end" are boundaries. */
final class PlainCounts {

  private PlainCounts() {}

  /** Counts the pairs in {@code items}, by walking over their characters. */
  static Map<String, Long> of(List<String> items) {
    Map<String, Long> counts = new HashMap<>();
    for (String item : items) {
      String before = "start";
      for (String c : item.codePoints().mapToObj(Character::toString).toList()) {
        counts.merge(before + " " + c, 1L, Long::sum);
        before = c;
      }
      counts.merge(before + " end", 1L, Long::sum);
    }
    return counts;
  }

  /** What was counted, in the same form. */
  static Map<String, Long> of(Transitions counted) {
    Map<String, Long> counts = new HashMap<>();
    Vocabulary v = counted.vocabulary();
    counted.forEach(
        (context, next, count) ->
            counts.merge(
                (context == 0 ? "start" : v.text(context))
                    + " "
                    + (next == 0 ? "end" : v.text(next)),
                count,
                Long::sum));
    return counts;
  }
}
