package dev.makemore.model.arpa;

import dev.makemore.model.CachedModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.notation.Escapes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A bigram model that lists some pairs, and backs off to single tokens for all others: P(j | c) =
 * p(c, j) where the pair is listed, and b(c) p(j) otherwise.
 *
 * <p>p(j) is a unigram: the probability of token j whatever came before it. b(c) is the backoff of
 * context c: the factor that turns p into the probabilities of what is not listed after c (S. M.
 * Katz, "Estimation of probabilities from sparse data for the language model component of a speech
 * recognizer", IEEE Transactions on ASSP 35, 1987, section II). This is what ARPA files hold. Add-k
 * smoothing has this form: with p(j) = 1 / V and b(c) = k V / (n_c + k V) only the pairs that were
 * seen have to be listed.
 *
 * <p>Memory is O(V + pairs listed). {@link #next} computes its answer anew each time, in O(n log n)
 * for n tokens that are listed or do not have the commonest unigram; {@link CachedModel} keeps
 * answers. Where most unigrams are equal, the answer is as sparse as the row.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class BackoffModel implements LanguageModel {

  /** Above this, the rounding of the unigrams would show. */
  private static final double MAX_BACKOFF = 1e6;

  private static final double SUM_TOLERANCE = 1e-9;

  private final Vocabulary vocabulary;
  private final Unigrams unigrams;
  private final Row[] rows; // by context

  private BackoffModel(Vocabulary vocabulary, Unigrams unigrams, Row... rows) {
    this.vocabulary = vocabulary;
    this.unigrams = unigrams;
    this.rows = rows;
  }

  /**
   * A pair of tokens that is listed.
   *
   * @param context the first token
   * @param next the second token
   * @param probability p(c, j)
   */
  public record ListedPair(int context, int next, double probability) {}

  /** What follows a context: the listed tokens, ascending, and their probabilities. */
  private static final class Row {
    final double backoff;
    final int[] tokens;
    final double[] probabilities;
    final double sum; // of the whole row: 1, apart from rounding

    Row(double backoff, int[] tokens, double[] probabilities, double sum) {
      this.backoff = backoff;
      this.tokens = tokens;
      this.probabilities = probabilities;
      this.sum = sum;
    }
  }

  /**
   * Starts a model in which nothing is listed and every backoff is 1, so that the unigrams are the
   * row of every context.
   *
   * @param unigrams p(j), by token
   * @throws IllegalArgumentException if there is not one for each token, one is negative or NaN, or
   *     they do not sum to 1 within 1e-9
   */
  public static Builder builder(Vocabulary vocabulary, double... unigrams) {
    return new Builder(vocabulary, Unigrams.of(vocabulary.size(), unigrams));
  }

  /** Collects the rows of a model. Not safe for use by several threads. */
  public static final class Builder {

    private final Vocabulary vocabulary;
    private final Unigrams unigrams;
    private final Row[] rows;

    private Builder(Vocabulary vocabulary, Unigrams unigrams) {
      this.vocabulary = vocabulary;
      this.unigrams = unigrams;
      this.rows = new Row[vocabulary.size()];
      Arrays.fill(rows, new Row(1, new int[0], new double[0], unigrams.sumWithout()));
    }

    /**
     * Sets the row of a context. Contexts may come in any order.
     *
     * @param backoff b(c), from 0 to 1e6; nothing uses it where every token is listed
     * @param tokens the listed tokens, ascending
     * @param probabilities p(c, j) of each of them, in the same order
     * @throws IllegalArgumentException if a token is not in the vocabulary, the tokens are not
     *     ascending, a number is out of range, or the row does not sum to 1 within 1e-9
     */
    public Builder row(int context, double backoff, int[] tokens, double[] probabilities) {
      String name = "'" + Escapes.field(vocabulary, context) + "'";
      if (!(backoff >= 0 && backoff <= MAX_BACKOFF)) {
        throw new IllegalArgumentException(
            "the backoff of " + name + " must be from 0 to " + MAX_BACKOFF + ", was " + backoff);
      }
      double sum = rowSum(backoff, tokens, probabilities);
      if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
        throw new IllegalArgumentException(
            "the probabilities after " + name + " must sum to 1, sum is " + sum);
      }
      rows[context] = new Row(backoff, tokens.clone(), probabilities.clone(), sum);
      return this;
    }

    /**
     * The sum over all tokens of the probabilities that {@link #row} would give them. It has to be
     * 1; a row from elsewhere can be divided by its sum first, its backoff included.
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
      return new BackoffModel(vocabulary, unigrams, rows.clone());
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
   * b(c): the factor of the unigrams after {@code context}.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public double backoff(int context) {
    return rows[vocabulary.checkToken(context)].backoff;
  }

  /**
   * The listed pairs that start with {@code context}, by ascending next token.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public List<ListedPair> row(int context) {
    Row row = rows[vocabulary.checkToken(context)];
    return IntStream.range(0, row.tokens.length)
        .mapToObj(i -> new ListedPair(context, row.tokens[i], row.probabilities[i]))
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

  /** {@inheritDoc} The row is divided by its sum, which may not be 1 because of rounding. */
  @Override
  public Distribution next(int... context) {
    int last = vocabulary.lastToken(context);
    Row row = rows[last];
    IntStream own = IntStream.of(row.tokens);
    IntStream others = row.backoff == 0 ? IntStream.empty() : IntStream.of(unigrams.uncommon());
    int[] different = IntStream.concat(own, others).sorted().distinct().toArray();
    return Distribution.sparse(
        vocabulary.size(),
        different,
        IntStream.of(different).mapToDouble(token -> probability(token, last)).toArray(),
        row.backoff * unigrams.commonest() / row.sum);
  }

  /** In O(log n) for n tokens that are listed after the context. */
  @Override
  public double probability(int next, int... context) {
    Row row = rows[vocabulary.lastToken(context)];
    int i = Arrays.binarySearch(row.tokens, vocabulary.checkToken(next));
    double p = i < 0 ? row.backoff * unigrams.probability(next) : row.probabilities[i];
    return p / row.sum;
  }

  @Override
  public String toString() {
    long pairs = Arrays.stream(rows).mapToLong(row -> row.tokens.length).sum();
    return "BackoffModel(" + pairs + " bigrams, " + vocabulary + ")";
  }
}
