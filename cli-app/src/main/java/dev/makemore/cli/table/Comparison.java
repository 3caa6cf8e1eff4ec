package dev.makemore.cli.table;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Divergence;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How two models A and B differ, context by context, over the characters of both. A character that
 * a model does not know is impossible for it. A model can't say what comes after such a character,
 * so only contexts that both models know are compared.
 *
 * <p>A comparison takes memory in proportion to the number of tokens, and time in proportion to
 * what the rows of both models list.
 *
 * @param vocabulary the characters of both models
 * @param contexts the differences after each context that both models know, by ascending token
 * @param pairs the pairs that differ most, the most different first
 * @param onlyA the tokens that only A knows
 * @param onlyB the tokens that only B knows
 */
public record Comparison(
    Vocabulary vocabulary,
    List<ContextDifference> contexts,
    List<PairDifference> pairs,
    List<Integer> onlyA,
    List<Integer> onlyB) {

  /**
   * How the predictions of A and B after one token differ.
   *
   * @param context that token
   * @param ab the divergence of A from B; its {@code kl} is KL(A || B)
   * @param klBa KL(B || A)
   */
  public record ContextDifference(int context, Divergence ab, double klBa) {}

  /** A pair of tokens, and its probability in A and in B. */
  public record PairDifference(int context, int next, double a, double b) {
    /** The absolute difference of the two probabilities. */
    public double size() {
      return Math.abs(a - b);
    }
  }

  private static final Comparator<PairDifference> LARGEST_FIRST =
      Comparator.comparingDouble(PairDifference::size)
          .reversed()
          .thenComparingInt(PairDifference::context)
          .thenComparingInt(PairDifference::next);

  /**
   * Compares {@code a} with {@code b}, which look at one token of context at most.
   *
   * @param top how many pairs to keep
   */
  public static Comparison of(LanguageModel a, LanguageModel b, int top) {
    JointVocabulary tokens = JointVocabulary.of(a.vocabulary(), b.vocabulary());
    List<ContextDifference> contexts = new ArrayList<>();
    FirstFew<PairDifference> pairs = new FirstFew<>(top, LARGEST_FIRST);
    for (int context : tokens.both()) {
      JointRow row = tokens.row(a.next(tokens.ofA(context)), b.next(tokens.ofB(context)));
      Divergence divergence = row.divergence();
      contexts.add(new ContextDifference(context, divergence, row.swappedDivergence().kl()));
      if (pairs.last().stream().noneMatch(l -> l.size() >= divergence.largestDifference())) {
        offer(pairs, context, row, top); // of equally different pairs, the earlier ones stay
      }
    }
    return new Comparison(
        tokens.vocabulary(),
        List.copyOf(contexts),
        pairs.list(),
        IntStream.of(tokens.onlyA()).boxed().toList(),
        IntStream.of(tokens.onlyB()).boxed().toList());
  }

  private static void offer(FirstFew<PairDifference> pairs, int context, JointRow row, int top) {
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

  /** How often the token {@code context} is a context in {@code text}. */
  public long weight(int context, BigramCounts text) {
    int token =
        context == Vocabulary.BOUNDARY
            ? Vocabulary.BOUNDARY
            : text.vocabulary().token(vocabulary.codePoint(context));
    return token == Vocabulary.UNKNOWN ? 0 : text.rowTotal(token);
  }

  /**
   * The mean over all contexts, weighted by how often each of them comes in {@code text}, which
   * must not be empty.
   */
  public double mean(ToDoubleFunction<ContextDifference> value, BigramCounts text) {
    double sum = 0;
    double weights = 0;
    for (ContextDifference context : contexts) {
      double weight = (double) weight(context.context(), text);
      sum += weight == 0 ? 0 : weight * value.applyAsDouble(context); // not 0 x infinity
      weights += weight;
    }
    return sum / weights;
  }

  /** The share, from 0 to 1, of the pairs of {@code text} whose context both models know. */
  public double coverage(BigramCounts text) {
    long known = contexts.stream().mapToLong(c -> weight(c.context(), text)).sum();
    return (double) known / text.total();
  }
}
