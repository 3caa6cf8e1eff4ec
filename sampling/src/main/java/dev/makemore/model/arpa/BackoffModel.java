package dev.makemore.model.arpa;

import dev.makemore.model.CachedModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bigram model that lists some pairs, and backs off to single tokens for all the others: P(j | c)
 * = p(c, j) where that is listed, and b(c) p(j) otherwise.
 *
 * <p>p(j) is a unigram, the probability of a token whatever came before it, and b(c) the backoff of
 * context c: how much of p is left after c for what is not listed (S. M. Katz, "Estimation of
 * probabilities from sparse data for the language model component of a speech recognizer", IEEE
 * Transactions on ASSP 35, 1987, section II). It is what ARPA files hold. Add-k smoothing is of
 * this form: with p(j) = 1 / V and b(c) = k V / (n_c + k V) only the pairs that were seen have to
 * be listed.
 *
 * <p>Memory is O(V + pairs listed). {@link #next} works its answer out anew each time, in O(n log
 * n) for n tokens that are listed or whose unigram is not the commonest; {@link CachedModel} keeps
 * answers. Where most unigrams are equal, the answer is as sparse as the row.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class BackoffModel implements LanguageModel {

  /** Beyond, the rounding of the unigrams would show. */
  private static final double MAX_BACKOFF = 1e6;

  private static final double SUM_TOLERANCE = 1e-9;

  private final Vocabulary vocabulary;
  private final Unigrams unigrams;
  private final double[] backoffs;
  private final int[][] listed; // by context, ascending
  private final double[][] probabilities; // of those
  private final double[] sums; // by context: of the whole row, 1 but for rounding

  private BackoffModel(Builder builder) {
    this.vocabulary = builder.vocabulary;
    this.unigrams = builder.unigrams;
    this.backoffs = builder.backoffs.clone();
    this.listed = builder.listed.clone();
    this.probabilities = builder.probabilities.clone();
    this.sums = builder.sums.clone();
  }

  /**
   * A pair of tokens that is listed.
   *
   * @param context the first token
   * @param next the second token
   * @param probability p(c, j)
   */
  public record Bigram(int context, int next, double probability) {}

  /**
   * Starts a model in which nothing is listed and every backoff is 1, so that the unigrams are each
   * context's row.
   *
   * @param unigrams p(j), by token
   * @throws IllegalArgumentException if there is not one for each token, one is negative or NaN, or
   *     they do not sum to 1 within 1e-9
   */
  public static Builder builder(Vocabulary vocabulary, double... unigrams) {
    return new Builder(vocabulary, Unigrams.of(vocabulary.size(), unigrams));
  }

  /** Takes the rows of a model. Not safe for use by several threads. */
  public static final class Builder {

    private final Vocabulary vocabulary;
    private final Unigrams unigrams;
    private final double[] backoffs;
    private final int[][] listed;
    private final double[][] probabilities;
    private final double[] sums;

    private Builder(Vocabulary vocabulary, Unigrams unigrams) {
      this.vocabulary = vocabulary;
      this.unigrams = unigrams;
      this.backoffs = new double[vocabulary.size()];
      this.listed = new int[vocabulary.size()][];
      this.probabilities = new double[vocabulary.size()][];
      this.sums = new double[vocabulary.size()];
      Arrays.fill(backoffs, 1);
      Arrays.fill(listed, new int[0]);
      Arrays.fill(probabilities, new double[0]);
      Arrays.fill(sums, unigrams.sumWithout());
    }

    /**
     * Sets the row of a context. Contexts may come in any order.
     *
     * @param backoff b(c), from 0 to 1e6; it plays no part where every token is listed
     * @param tokens the listed tokens, ascending
     * @param probabilities p(c, j) of each of them, in the same order
     * @throws IllegalArgumentException if a token is not in the vocabulary, the tokens are not
     *     ascending, a number is out of range, or the row does not sum to 1 within 1e-9
     */
    public Builder row(int context, double backoff, int[] tokens, double[] probabilities) {
      String name = "'" + vocabulary.text(context) + "'";
      if (!(backoff >= 0 && backoff <= MAX_BACKOFF)) {
        throw new IllegalArgumentException(
            "the backoff of " + name + " must be from 0 to " + MAX_BACKOFF + ", was " + backoff);
      }
      double sum = rowSum(backoff, tokens, probabilities);
      if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
        throw new IllegalArgumentException(
            "the probabilities after " + name + " must sum to 1, sum is " + sum);
      }
      this.backoffs[context] = backoff;
      this.listed[context] = tokens.clone();
      this.probabilities[context] = probabilities.clone();
      this.sums[context] = sum;
      return this;
    }

    /**
     * The sum over all tokens of what {@link #row} would give them. A row that is to be taken needs
     * 1; one from elsewhere can be divided by its sum first, its backoff included.
     *
     * @throws IllegalArgumentException if a token is not in the vocabulary, the tokens are not
     *     ascending, or a probability is negative or NaN
     */
    public double rowSum(double backoff, int[] tokens, double[] probabilities) {
      if (tokens.length != probabilities.length) {
        throw new IllegalArgumentException(
            tokens.length + " tokens need as many probabilities, not " + probabilities.length);
      }
      double sum = 0;
      for (int i = 0; i < tokens.length; i++) {
        if (vocabulary.checkToken(tokens[i]) <= (i == 0 ? -1 : tokens[i - 1])) {
          throw new IllegalArgumentException("tokens must be ascending, was " + tokens[i]);
        }
        if (!(probabilities[i] >= 0)) {
          throw new IllegalArgumentException("a probability must be >= 0, was " + probabilities[i]);
        }
        sum += probabilities[i];
      }
      return sum + backoff * unigrams.sumWithout(tokens);
    }

    /** The model of all rows so far. */
    public BackoffModel build() {
      return new BackoffModel(this);
    }
  }

  /**
   * p(j): the probability of {@code token}, whatever came before it.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public double unigram(int token) {
    return unigrams.probability(vocabulary.checkToken(token));
  }

  /**
   * b(c): what the unigrams are multiplied with after {@code context}.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public double backoff(int context) {
    return backoffs[vocabulary.checkToken(context)];
  }

  /**
   * The listed pairs that start with {@code context}, by ascending next token.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public List<Bigram> row(int context) {
    int[] tokens = listed[vocabulary.checkToken(context)];
    return IntStream.range(0, tokens.length)
        .mapToObj(i -> new Bigram(context, tokens[i], probabilities[context][i]))
        .toList();
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** 1: a bigram model looks at one token. */
  @Override
  public int contextLength() {
    return 1;
  }

  /** {@inheritDoc} What rounding has left of a row's sum is spread over it in proportion. */
  @Override
  public Distribution next(int... context) {
    int last = vocabulary.lastToken(context);
    double backoff = backoffs[last];
    int[] own = listed[last];
    int[] others = backoff == 0 ? new int[0] : unigrams.uncommon();
    int[] tokens = new int[own.length + others.length]; // of both, ascending as both are
    int count = 0;
    int i = 0;
    for (int other : others) {
      for (; i < own.length && own[i] < other; i++) {
        tokens[count++] = own[i];
      }
      if (i == own.length || own[i] != other) {
        tokens[count++] = other;
      }
    }
    int left = own.length - i;
    System.arraycopy(own, i, tokens, count, left);
    int[] different = Arrays.copyOf(tokens, count + left);
    return Distribution.sparse(
        vocabulary.size(),
        different,
        IntStream.of(different).mapToDouble(token -> probability(token, last)).toArray(),
        backoff * unigrams.commonest() / sums[last]);
  }

  /** In O(log n) for n tokens that are listed after the context. */
  @Override
  public double probability(int next, int... context) {
    int last = vocabulary.lastToken(context);
    int i = Arrays.binarySearch(listed[last], vocabulary.checkToken(next));
    double p = i < 0 ? backoffs[last] * unigrams.probability(next) : probabilities[last][i];
    return p / sums[last];
  }

  @Override
  public String toString() {
    long pairs = Arrays.stream(listed).mapToLong(tokens -> tokens.length).sum();
    return "BackoffModel(" + pairs + " bigrams, " + vocabulary + ")";
  }
}
