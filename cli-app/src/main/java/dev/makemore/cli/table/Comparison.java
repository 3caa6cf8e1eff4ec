package dev.makemore.cli.table;

import dev.makemore.model.Distribution;
import dev.makemore.model.Divergence;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How two models A and B differ, context by context, over the characters of both. A character that
 * a model does not know is impossible for it. A model can't say what comes after such a character,
 * so only contexts that both models know are compared.
 *
 * <p>If both models look at one token at most, all contexts are compared. If one looks at more,
 * there would be too many, and those are compared that come in a text. A comparison takes memory in
 * proportion to the number of contexts, and time in proportion to what the rows of both models
 * list.
 *
 * @param vocabulary the characters of both models
 * @param contexts the differences after each context that was compared, in ascending order
 * @param pairs the pairs of a context and a next token that differ most, the most different first
 * @param predictions the number of predictions of the text, which the weights count
 * @param onlyA the tokens that only A knows
 * @param onlyB the tokens that only B knows
 */
public record Comparison(
    Vocabulary vocabulary,
    List<ContextDifference> contexts,
    List<PairDifference> pairs,
    long predictions,
    List<Integer> onlyA,
    List<Integer> onlyB) {

  /**
   * How the predictions of A and B after one context differ.
   *
   * @param context its tokens, oldest first
   * @param weight how often the context comes in the text
   * @param ab the divergence of A from B; its {@code kl} is KL(A || B)
   * @param klBa KL(B || A)
   */
  public record ContextDifference(List<Integer> context, long weight, Divergence ab, double klBa) {}

  /** A token after a context, and its probability in A and in B. */
  public record PairDifference(List<Integer> context, int next, double a, double b) {
    /** The absolute difference of the two probabilities. */
    public double size() {
      return Math.abs(a - b);
    }
  }

  private static final Comparator<List<Integer>> BY_TOKENS = Comparison::compare;

  private static final Comparator<PairDifference> LARGEST_FIRST =
      Comparator.comparingDouble(PairDifference::size)
          .reversed()
          .thenComparing(PairDifference::context, BY_TOKENS)
          .thenComparingInt(PairDifference::next);

  /** Compares two contexts of the same length, from their oldest token on. */
  private static int compare(List<Integer> some, List<Integer> others) {
    for (int i = 0; i < some.size(); i++) {
      int order = Integer.compare(some.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** The length of the contexts that are compared, which the n-grams of the text need to have. */
  public static int contextLength(LanguageModel a, LanguageModel b) {
    return Math.max(1, Math.max(a.contextLength(), b.contextLength()));
  }

  /**
   * Compares {@code a} with {@code b}.
   *
   * @param text n-grams of the text whose contexts are the weights, with contexts of {@link
   *     #contextLength} tokens
   * @param top how many pairs to keep
   */
  public static Comparison of(LanguageModel a, LanguageModel b, NgramCounts text, int top) {
    JointVocabulary tokens = JointVocabulary.of(a.vocabulary(), b.vocabulary());
    List<ContextDifference> contexts = new ArrayList<>();
    FirstFew<PairDifference> pairs = new FirstFew<>(top, LARGEST_FIRST);
    weights(text, tokens)
        .forEach(
            (context, weight) -> {
              JointRow row =
                  tokens.row(next(a, tokens::ofA, context), next(b, tokens::ofB, context));
              Divergence divergence = row.divergence();
              contexts.add(
                  new ContextDifference(context, weight, divergence, row.swappedDivergence().kl()));
              if (pairs.last().stream()
                  .noneMatch(l -> l.size() >= divergence.largestDifference())) {
                offer(
                    pairs, context, row, top); // of equally different pairs, the earlier ones stay
              }
            });
    return new Comparison(
        tokens.vocabulary(),
        List.copyOf(contexts),
        pairs.list(),
        text.total(),
        IntStream.of(tokens.onlyA()).boxed().toList(),
        IntStream.of(tokens.onlyB()).boxed().toList());
  }

  /** The contexts to compare, and how often each of them comes in the text. */
  private static SortedMap<List<Integer>, Long> weights(NgramCounts text, JointVocabulary tokens) {
    SortedMap<List<Integer>, Long> weights = new TreeMap<>(BY_TOKENS);
    if (text.contextLength() == 1) {
      IntStream.of(tokens.both()).forEach(context -> weights.put(List.of(context), 0L));
    }
    int[] here = text.vocabulary().tokensIn(tokens.vocabulary());
    text.forEach(
        (context, next, count) -> {
          if (IntStream.of(context).allMatch(token -> tokens.isInBoth(here[token]))) {
            weights.merge(
                IntStream.of(context).map(token -> here[token]).boxed().toList(), count, Long::sum);
          }
        });
    return weights;
  }

  private static Distribution next(
      LanguageModel model, IntUnaryOperator own, List<Integer> context) {
    return model.next(context.stream().mapToInt(own::applyAsInt).toArray());
  }

  private static void offer(
      FirstFew<PairDifference> pairs, List<Integer> context, JointRow row, int top) {
    row.tokens(top)
        .mapToObj(next -> new PairDifference(context, next, row.a(next), row.b(next)))
        .filter(difference -> difference.size() > 0)
        .forEach(pairs::offer);
  }

  /** The context with the largest value; of equal values, the first context. */
  public ContextDifference largest(ToDoubleFunction<ContextDifference> value) {
    ContextDifference largest = contexts.get(0); // the boundary, which both models know
    for (ContextDifference context : contexts) {
      largest = value.applyAsDouble(context) > value.applyAsDouble(largest) ? context : largest;
    }
    return largest;
  }

  /** The mean over all contexts, weighted by how often each of them comes in the text. */
  public double mean(ToDoubleFunction<ContextDifference> value) {
    double sum = 0;
    double weights = 0;
    for (ContextDifference context : contexts) {
      double weight = (double) context.weight();
      sum += weight == 0 ? 0 : weight * value.applyAsDouble(context); // not 0 x infinity
      weights += weight;
    }
    return sum / weights;
  }

  /** The share, from 0 to 1, of the predictions of the text whose context both models know. */
  public double coverage() {
    return (double) contexts.stream().mapToLong(ContextDifference::weight).sum() / predictions;
  }
}
