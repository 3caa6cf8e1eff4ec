package dev.makemore.model.arpa;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.index.Tuples;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * An n-gram model that lists some n-grams, and backs off to shorter contexts for all others (S. M.
 * Katz, "Estimation of probabilities from sparse data for the language model component of a speech
 * recognizer", IEEE Transactions on ASSP 35, 1987, section II). This is what ARPA files hold.
 *
 * <p>A model of order n looks at the last n - 1 tokens. Some contexts of 1 to n - 1 tokens are
 * known: such a context c has a backoff b(c), and lists some tokens j with a probability p(c, j).
 *
 * <ul>
 *   <li>If c is known and lists j, P(j | c) = p(c, j).
 *   <li>If c is known and does not list j, P(j | c) = b(c) P(j | c without its first token).
 *   <li>If c is not known, P(j | c) = P(j | c without its first token).
 *   <li>If c is empty, P(j | c) is the unigram p(j).
 * </ul>
 *
 * <p>For example, let a model of order 3 over the boundary, a and b have the unigrams 0.5, 0.25 and
 * 0.25. After b it lists a with 0.4, and b(b) = 0.8. After a b it lists b with 0.1, and b(a b) =
 * 1.125. Then P(b | a b) = 0.1. P(a | a b) backs off over one level, 1.125 · 0.4 = 0.45, and P(. |
 * a b) over two, 1.125 · 0.8 · 0.5 = 0.45. The three sum to 1. After b b nothing is known, so P(a |
 * b b) = P(a | b) = 0.4.
 *
 * <p>A boundary starts an item, and nothing before it matters: the context is the part of the last
 * n - 1 tokens from their last boundary on. So a boundary is only ever the first token of a
 * context, and the several boundaries with which a short history is padded are one.
 *
 * <p>Add-k smoothing has this form, too: with p(j) = 1 / V and b(c) = k V / (n_c + k V) only the
 * pairs that were seen have to be listed.
 *
 * <p>Memory is O(V + n-grams listed). {@link #probability} finds its context by at most n - 1
 * look-ups in hash tables, and then takes a binary search for each level that it backs off. {@link
 * #next} computes its answer in O(V + n-grams listed on the way), or less where most unigrams are
 * equal: then the answer is as sparse as the rows. Answers are kept, as far as some 100 MB suffice.
 * Each row is divided by its sum, which may not be 1 because of rounding.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class BackoffModel implements LanguageModel {

  /** The largest order. */
  public static final int MAX_ORDER = 16;

  private final Vocabulary vocabulary;
  private final int order;
  private final Unigrams unigrams;
  private final BackoffTable table;
  private final BackoffRule rule;

  private BackoffModel(
      Vocabulary vocabulary, int order, Unigrams unigrams, BackoffTable table, BackoffRule rule) {
    this.vocabulary = vocabulary;
    this.order = order;
    this.unigrams = unigrams;
    this.table = table;
    this.rule = rule;
  }

  /** A model that can be had in this form, though it knows more than that: to be exported, say. */
  public interface Source {
    /** The model that gives every token the same probability after every context. */
    BackoffModel backoff();
  }

  /**
   * An n-gram that is listed after a context.
   *
   * @param next its last token, j
   * @param probability p(c, j)
   */
  public record ListedGram(int next, double probability) {}

  /**
   * Starts a model in which no context is known, so that the unigrams are the row of every context.
   *
   * @param order n, from 1 to {@link #MAX_ORDER}: the number of tokens in the longest n-grams
   * @param unigrams p(j), by token
   * @throws IllegalArgumentException if the order is out of range, or if there is not one unigram
   *     for each token, one is negative or NaN, or they do not sum to 1 within 1e-9
   */
  public static Builder builder(Vocabulary vocabulary, int order, double... unigrams) {
    if (order < 1 || order > MAX_ORDER) {
      throw new IllegalArgumentException(
          "an order must be from 1 to " + MAX_ORDER + ", was " + order);
    }
    return new Builder(vocabulary, order, Unigrams.of(vocabulary.size(), unigrams));
  }

  /** Collects the rows of a model. Not safe for use by several threads. */
  public static final class Builder {

    private final Vocabulary vocabulary;
    private final int order;
    private final Unigrams unigrams;
    private final BackoffTable table;
    private final BackoffRule rule;
    private final BackoffCheck check;
    private boolean built;

    private Builder(Vocabulary vocabulary, int order, Unigrams unigrams) {
      this.vocabulary = vocabulary;
      this.order = order;
      this.unigrams = unigrams;
      this.table = new BackoffTable(order);
      this.rule = new BackoffRule(table, unigrams);
      this.check = new BackoffCheck(vocabulary, order, table);
    }

    /**
     * Makes a context known. Contexts of one length may come in any order; shorter ones come first,
     * since the row of a longer one backs off to them.
     *
     * @param context c: 1 to n - 1 tokens, oldest first; only the first may be the boundary
     * @param backoff b(c), from 0 to 1e6; nothing uses it where every token is listed
     * @param tokens the listed tokens, ascending
     * @param probabilities p(c, j) of each of them, in the same order
     * @throws IllegalArgumentException if the context is empty, too long, given twice, shorter than
     *     one before, or has a boundary in another place; if a token is not in the vocabulary, the
     *     tokens are not ascending, or a number is out of range; or if the row does not sum to 1
     *     within 1e-9
     * @throws IllegalStateException after {@link #build}
     */
    public Builder row(int[] context, double backoff, int[] tokens, double[] probabilities) {
      checkNotBuilt();
      check.newContext(context);
      check.backoff(context, backoff);
      double sum = sum(context, backoff, tokens, probabilities);
      check.sum(context, sum);
      table.add(context, backoff, tokens, probabilities, sum);
      return this;
    }

    /**
     * The sum of the row that {@link #row} would get, which it wants to be 1: what is listed, and
     * the backoff times what the shorter context leaves for all other tokens.
     *
     * @throws IllegalArgumentException as for {@link #row}, except that the sum and the backoff may
     *     be any numbers
     */
    public double rowSum(int[] context, double backoff, int[] tokens, double[] probabilities) {
      check.context(context);
      return sum(context, backoff, tokens, probabilities);
    }

    private double sum(int[] context, double backoff, int[] tokens, double[] probabilities) {
      double listed = check.listedSum(tokens, probabilities);
      return listed + backoff * rule.sumWithout(table.longest(context, 1), tokens);
    }

    private void checkNotBuilt() {
      if (built) {
        throw new IllegalStateException("the model has been built; start another builder");
      }
    }

    /**
     * The model of all rows. This is the last call of a builder.
     *
     * @throws IllegalStateException if it was called before
     */
    public BackoffModel build() {
      checkNotBuilt();
      built = true;
      table.trim();
      BackoffRule whole =
          new BackoffRule(table, unigrams); // which knows how many contexts there are
      return new BackoffModel(vocabulary, order, unigrams, table, whole);
    }
  }

  /** n: the number of tokens in the longest n-grams that the model can list. */
  public int order() {
    return order;
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
   * b(c): the factor of what is not listed after {@code context}; 1 if that is not known.
   *
   * @throws IllegalArgumentException if a token is not in the vocabulary
   */
  public double backoff(int... context) {
    int c = find(context);
    return c <= BackoffTable.ROOT ? 1 : table.backoff(c);
  }

  /**
   * What is listed after exactly {@code context}, by ascending next token; nothing after a context
   * that is not known, or that is empty.
   *
   * @throws IllegalArgumentException if a token is not in the vocabulary
   */
  public List<ListedGram> row(int... context) {
    int c = find(context);
    return c <= BackoffTable.ROOT
        ? List.of()
        : IntStream.range(table.start(c), table.end(c))
            .mapToObj(place -> new ListedGram(table.token(place), table.probability(place)))
            .toList();
  }

  private int find(int... context) {
    for (int token : context) {
      vocabulary.checkToken(token);
    }
    return table.find(context, 0);
  }

  /**
   * Passes each known context on, except for the empty one: by ascending length, and contexts of
   * one length in lexicographic order of their tokens. Each is an array of its own.
   */
  public void forEachContext(Consumer<int[]> visitor) {
    for (int length = 1; length < order; length++) {
      int k = length;
      boolean ascending =
          IntStream.range(1, table.count(k))
              .allMatch(i -> Tuples.compare(table.context(k, i - 1), table.context(k, i)) < 0);
      IntStream indexes = IntStream.range(0, table.count(k));
      if (ascending) { // as the rows of a file are; then nothing has to be sorted
        indexes.forEach(i -> visitor.accept(table.context(k, i)));
      } else {
        Comparator<int[]> lexicographic = Tuples::compare;
        indexes.mapToObj(i -> table.context(k, i)).sorted(lexicographic).forEach(visitor);
      }
    }
  }

  /**
   * How many n-grams with {@code k} tokens are listed: for 1, the number of tokens.
   *
   * @throws IllegalArgumentException if {@code k} is not from 1 to the order
   */
  public long ngrams(int k) {
    if (k < 1 || k > order) {
      throw new IllegalArgumentException(
          "this model has n-grams of 1 to " + order + " tokens, not of " + k);
    }
    return k == 1 ? vocabulary.size() : table.ngrams(k - 1);
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** n - 1 tokens. */
  @Override
  public int contextLength() {
    return order - 1;
  }

  @Override
  public Distribution next(int... context) {
    return rule.next(known(context));
  }

  @Override
  public double probability(int next, int... context) {
    return rule.probability(known(context), vocabulary.checkToken(next));
  }

  /** The number of the longest known context that a history ends with. */
  private int known(int... history) {
    int start = -1; // of the item, if it is among the last tokens
    int from = Math.max(0, history.length - contextLength());
    for (int i = from; i < history.length; i++) {
      if (vocabulary.checkToken(history[i]) == Vocabulary.BOUNDARY) {
        start = i;
      }
    }
    if (start >= 0 || history.length >= contextLength()) {
      return table.longest(history, Math.max(from, start));
    }
    int[] padded = new int[history.length + 1]; // the first token is the boundary
    System.arraycopy(history, 0, padded, 1, history.length);
    return table.longest(padded, 0);
  }

  /** The known contexts by number, for the other classes of this package. */
  BackoffTable table() {
    return table;
  }

  /** What the numbers of those contexts mean. */
  BackoffRule rule() {
    return rule;
  }

  @Override
  public String toString() {
    String counts =
        IntStream.rangeClosed(Math.min(2, order), order)
            .mapToObj(k -> ngrams(k) + " " + name(k))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    return "BackoffModel(" + counts + ", " + vocabulary + ")";
  }

  private static String name(int k) {
    return switch (k) {
      case 1 -> "unigrams";
      case 2 -> "bigrams";
      case 3 -> "trigrams";
      default -> k + "-grams";
    };
  }
}
