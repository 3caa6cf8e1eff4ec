package dev.makemore.model.contract;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a backoff model has to answer, by its definition and no more: maps of lists, and a recursion
 * that drops one token at a time.
 */
public final class PlainBackoff {

  private final int order;
  private final Map<List<Integer>, Double> listed = new HashMap<>();
  private final Map<List<Integer>, Double> backoffs = new HashMap<>();

  private PlainBackoff(int order) {
    this.order = order;
  }

  /** The same numbers as those of {@code model}. */
  public static PlainBackoff of(BackoffModel model) {
    PlainBackoff plain = new PlainBackoff(model.order());
    IntStream.range(0, model.vocabulary().size())
        .forEach(token -> plain.listed.put(List.of(token), model.unigram(token)));
    model.forEachContext(
        context -> {
          List<Integer> words = IntStream.of(context).boxed().toList();
          plain.backoffs.put(words, model.backoff(context));
          model.row(context).forEach(g -> plain.listed.put(plus(words, g.next()), g.probability()));
        });
    return plain;
  }

  /** P(next | history), where the history may be padded, cut, or have several items. */
  public double probability(int next, int... history) {
    List<Integer> padded = new ArrayList<>(List.of(Vocabulary.BOUNDARY));
    IntStream.of(history).forEach(padded::add);
    int start = padded.lastIndexOf(Vocabulary.BOUNDARY);
    int from = Math.max(start, padded.size() - (order - 1));
    return after(padded.subList(from, padded.size()), next);
  }

  /** P(next | context), where the context is exactly this one. */
  public double after(List<Integer> context, int next) {
    Double probability = listed.get(plus(context, next));
    if (probability != null) {
      return probability;
    }
    double backoff = backoffs.getOrDefault(context, 1.0);
    return backoff * after(context.subList(1, context.size()), next);
  }

  private static List<Integer> plus(List<Integer> context, int next) {
    List<Integer> ngram = new ArrayList<>(context);
    ngram.add(next);
    return ngram;
  }
}
