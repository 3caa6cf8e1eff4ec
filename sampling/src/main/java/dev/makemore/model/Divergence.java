package dev.makemore.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far one distribution is from another, over the same tokens.
 *
 * @param kl the Kullback-Leibler divergence of the first from the second, KL(p || q) = sum of p ln
 *     (p / q), in nats: what it costs on average to predict with q what p generates, above the cost
 *     of predicting it with p. Not negative, not symmetric, and infinite if something is impossible
 *     under q that is possible under p.
 * @param totalVariation half the sum of |p - q|: the largest difference in the probability of any
 *     set of tokens, from 0 to 1
 * @param largestDifference the largest |p - q| of one token
 * @param token the token of that difference, the lowest if several have it
 */
public record Divergence(double kl, double totalVariation, double largestDifference, int token) {

  /**
   * Compares {@code p} with {@code q}; {@link #kl} is that of {@code p} from {@code q}. Takes time
   * in proportion to the tokens that they list, not to all.
   *
   * @throws IllegalArgumentException if they are over different numbers of tokens
   */
  public static Divergence of(Distribution p, Distribution q) {
    if (p.size() != q.size()) {
      throw new IllegalArgumentException(
          "distributions over " + p.size() + " and " + q.size() + " tokens can't be compared");
    }
    Sum sum = sum();
    int[] listedByP = p.listed().toArray();
    int[] listedByQ = q.listed().toArray();
    int i = 0;
    int j = 0;
    int terms = 0;
    int firstOther = 0; // the lowest token that neither lists
    while (i < listedByP.length || j < listedByQ.length) {
      int ofP = i < listedByP.length ? listedByP[i] : p.size();
      int ofQ = j < listedByQ.length ? listedByQ[j] : q.size();
      int token = Math.min(ofP, ofQ);
      sum.add(
          1,
          token,
          token == ofP ? p.listedProbability(i++) : p.rest(),
          token == ofQ ? q.listedProbability(j++) : q.rest());
      firstOther += token == firstOther ? 1 : 0;
      terms++;
    }
    // All tokens that neither lists have the same two probabilities, so they are one term, times
    // their number.
    if (terms < p.size()) {
      sum.add(p.size() - terms, firstOther, p.rest(), q.rest());
    }
    return sum.result();
  }

  /** Starts a divergence that is added up by its caller, for rows of any form. */
  public static Sum sum() {
    return new Sum();
  }

  /**
   * Adds up a divergence, group by group of tokens that have the same two probabilities. So time
   * depends on the number of groups, and not on the number of tokens. Not safe for use by several
   * threads.
   */
  public static final class Sum {
    private double kl;
    private double differences;
    private double largest;
    private int largestToken;

    private Sum() {}

    /**
     * Adds a group of tokens. Each token must be in one group, in any order of the groups; the
     * probabilities are not checked.
     *
     * @param count the number of tokens
     * @param token the lowest of them
     * @param ofP the probability that p gives to each of them
     * @param ofQ the probability that q gives to each of them
     */
    public void add(int count, int token, double ofP, double ofQ) {
      // Each term is p (r - 1 - ln r) with r = q / p, which is never negative; the sum is the same.
      // Not the logarithm of the quotient, which overflows where q is tiny but possible.
      double logRatio = ofP == 0 ? 0 : StrictMath.log(ofP) - StrictMath.log(ofQ);
      double difference = Math.abs(ofP - ofQ);
      kl += count * (ofP * logRatio + (ofQ - ofP));
      differences += count * difference;
      if (difference > largest || (difference == largest && token < largestToken)) {
        largest = difference;
        largestToken = token;
      }
    }

    /** The divergence of p from q over all tokens that were added. */
    public Divergence result() {
      double totalVariation = Math.min(1, differences / 2); // which rounding may have exceeded
      return new Divergence(Math.max(0, kl), totalVariation, largest, largestToken);
    }
  }

  /**
   * Compares the predictions of two models after the same context.
   *
   * @throws IllegalArgumentException if the models have different vocabularies, or a token is in
   *     neither
   */
  public static Divergence of(LanguageModel p, LanguageModel q, int... context) {
    checkSameVocabulary(p, q);
    return of(rowOf(p, context), rowOf(q, context));
  }

  /**
   * Compares the predictions of two models after each single token: element c is the divergence in
   * context c. For two bigram models that is all there is to compare.
   *
   * @throws IllegalArgumentException if the models have different vocabularies, or one of them
   *     looks at more than one token
   */
  public static List<Divergence> perContext(LanguageModel p, LanguageModel q) {
    checkSameVocabulary(p, q);
    int length = Math.max(p.contextLength(), q.contextLength());
    if (length > 1) {
      throw new IllegalArgumentException(
          "a model looks at "
              + length
              + " tokens, so it has more contexts than tokens; give the n-grams of a text, whose"
              + " contexts are to be compared");
    }
    return IntStream.range(0, p.vocabulary().size())
        .mapToObj(context -> of(rowOf(p, context), rowOf(q, context)))
        .toList();
  }

  /**
   * How the predictions of two models differ after one context of a text.
   *
   * @param context its tokens, oldest first
   * @param count how often the text has it
   * @param divergence of the first model from the second
   */
  public record InContext(List<Integer> context, long count, Divergence divergence) {}

  /**
   * Compares the predictions of two models after each context that comes in a text, in ascending
   * order. The sum of count times {@code kl}, divided by that of the counts, is what it costs on
   * average in this text to predict with q what p generates.
   *
   * @param text n-grams with contexts at least as long as the models look at
   * @throws IllegalArgumentException if the models or the text have different vocabularies, or the
   *     contexts are too short
   */
  public static List<InContext> perContext(LanguageModel p, LanguageModel q, NgramCounts text) {
    checkSameVocabulary(p, q);
    int length = Math.max(p.contextLength(), q.contextLength());
    if (!p.vocabulary().equals(text.vocabulary()) || text.contextLength() < length) {
      throw new IllegalArgumentException(
          "the text must have the models' vocabulary, and contexts of at least "
              + length
              + " tokens");
    }
    Map<List<Integer>, Long> counts = new LinkedHashMap<>();
    text.forEach(
        (context, next, count) ->
            counts.merge(IntStream.of(context).boxed().toList(), count, Long::sum));
    List<InContext> result = new ArrayList<>();
    counts.forEach(
        (context, count) -> {
          int[] tokens = context.stream().mapToInt(Integer::intValue).toArray();
          result.add(new InContext(context, count, of(rowOf(p, tokens), rowOf(q, tokens))));
        });
    return result;
  }

  private static Distribution rowOf(LanguageModel model, int... context) {
    return CachedModel.checked(model.vocabulary(), model.next(context));
  }

  private static void checkSameVocabulary(LanguageModel p, LanguageModel q) {
    if (!p.vocabulary().equals(q.vocabulary())) {
      throw new IllegalArgumentException(
          "models must have the same vocabulary to be compared, one has "
              + p.vocabulary().size()
              + " tokens and the other "
              + q.vocabulary().size());
    }
  }
}
