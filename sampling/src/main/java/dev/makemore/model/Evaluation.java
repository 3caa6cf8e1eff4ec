package dev.makemore.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well a model predicts a text: its negative log likelihood, and what follows from that.
 *
 * <p>Every character is a prediction, and so is the closing boundary of every item. A prediction
 * costs -ln P(next | context) nats; the average is 0 for a model that knows the text and ln V for
 * one that gives each of V tokens the same probability. A prediction of probability 0 costs
 * infinity, and is listed. A character outside the model's vocabulary is impossible, and so is what
 * follows it, since that is predicted from a context that the model can't know.
 *
 * @param items the number of items scored
 * @param tokens the number of predictions: characters and closing boundaries
 * @param totalNll the sum of their costs, in nats
 * @param impossible the predictions of probability 0, each distinct one once, in the order met;
 *     where n-grams are scored, that is by ascending context
 */
public record Evaluation(long items, long tokens, double totalNll, List<Impossible> impossible) {

  /**
   * A prediction to which the model gave the probability 0. The boundary is not a character, so it
   * adds nothing to these texts.
   *
   * @param context the characters that the model looked at; empty at the start of an item
   * @param next the character to predict; empty for the end of an item
   * @param count how often this prediction was made
   */
  public record Impossible(String context, String next, long count) {}

  private static final int MAX_DISTINCT = 1_000_000;

  /** Checks the numbers and copies the list. */
  public Evaluation {
    if (items < 0 || tokens < Math.max(1, items)) {
      throw new IllegalArgumentException(tokens + " tokens can't close " + items + " items");
    }
    if (!(totalNll >= 0)) {
      throw new IllegalArgumentException("a negative log likelihood is >= 0, was " + totalNll);
    }
    impossible = List.copyOf(impossible);
  }

  /**
   * Scores the transitions of a text under a bigram (or unigram) model. The cost is the dot product
   * of counts and costs, so scoring a table of counts takes as many steps as it has cells.
   *
   * <p>A model that looks at more than one token needs whole items, that is a {@link Corpus}, or
   * {@link NgramCounts}. A corpus is counted first, a million distinct predictions at a time, so
   * that the model is asked once for each of them. Where the model looks at {@value
   * NgramCounts#MAX_ORDER} tokens or more, it is asked one prediction after the other.
   *
   * @throws IllegalArgumentException if the model looks at more than one token and the text is no
   *     corpus, or there is nothing to score, or the text visits what is no transition
   */
  public static Evaluation of(LanguageModel model, Transitions text) {
    LanguageModel rows = CachedModel.of(model);
    if (model.contextLength() > 1 && text instanceof Corpus corpus) {
      return model.contextLength() < NgramCounts.MAX_ORDER
          ? ofCounted(rows, corpus)
          : ofItems(rows, corpus);
    }
    if (model.contextLength() > 1) {
      throw new IllegalArgumentException(
          "a model that looks at "
              + model.contextLength()
              + " tokens must be scored on a Corpus or on NgramCounts: transitions hold one token of"
              + " context");
    }
    Vocabulary from = text.vocabulary();
    int[] known = from.tokensIn(model.vocabulary());
    Tally tally = new Tally(from);
    text.forEach(
        (context, next, count) -> {
          Transitions.check(from, context, next, count);
          boolean contextKnown = known[context] != Vocabulary.UNKNOWN || model.contextLength() == 0;
          double cost = cost(rows, contextKnown, known[next], known[context]);
          tally.add(cost, count, next == Vocabulary.BOUNDARY);
          if (cost == Double.POSITIVE_INFINITY) {
            tally.addImpossible(count, context, next);
          }
        });
    return tally.result();
  }

  /**
   * Scores counted text under a model that looks at no more tokens than the n-grams have as
   * context. The model is asked once for each context and each n-gram, however often they occur.
   *
   * @throws IllegalArgumentException if the model looks at more, or there is nothing to score
   */
  public static Evaluation of(LanguageModel model, NgramCounts text) {
    if (model.contextLength() > text.contextLength()) {
      throw new IllegalArgumentException(
          "a model that looks at "
              + model.contextLength()
              + " tokens can't be scored on n-grams with "
              + text.contextLength()
              + " tokens of context");
    }
    Tally tally = new Tally(text.vocabulary());
    tally.addAll(CachedModel.of(model), text);
    return tally.result();
  }

  /** Counts a corpus in portions that need a bounded amount of memory, and scores each. */
  private static Evaluation ofCounted(LanguageModel model, Corpus corpus) {
    Tally tally = new Tally(corpus.vocabulary());
    NgramCounter counter = NgramCounter.create(model.contextLength() + 1, corpus.vocabulary());
    for (String item : corpus.list()) {
      counter.add(item);
      if (counter.distinct() > MAX_DISTINCT) {
        tally.addAll(model, counter.counts());
        counter = NgramCounter.create(model.contextLength() + 1, corpus.vocabulary());
      }
    }
    tally.addAll(model, counter.counts());
    return tally.result();
  }

  private static Evaluation ofItems(LanguageModel model, Corpus corpus) {
    Vocabulary from = corpus.vocabulary();
    int[] known = from.tokensIn(model.vocabulary());
    Tally tally = new Tally(from);
    for (String item : corpus.list()) {
      int[] window = new int[model.contextLength()]; // of the corpus's tokens, all boundaries
      for (int next : append(from.encode(item), Vocabulary.BOUNDARY)) {
        int[] context = IntStream.of(window).map(token -> known[token]).toArray();
        boolean contextKnown = IntStream.of(context).noneMatch(t -> t == Vocabulary.UNKNOWN);
        double cost = cost(model, contextKnown, known[next], context);
        tally.add(cost, 1, next == Vocabulary.BOUNDARY);
        if (cost == Double.POSITIVE_INFINITY) {
          tally.addImpossible(1, append(window, next));
        }
        System.arraycopy(window, 1, window, 0, window.length - 1);
        window[window.length - 1] = next;
      }
    }
    return tally.result();
  }

  private static int[] append(int[] tokens, int token) {
    int[] longer = Arrays.copyOf(tokens, tokens.length + 1);
    longer[tokens.length] = token;
    return longer;
  }

  private static double cost(LanguageModel model, boolean contextKnown, int next, int... context) {
    return contextKnown && next != Vocabulary.UNKNOWN
        ? Distribution.negativeLogLikelihoodOf(model.probability(next, context))
        : Double.POSITIVE_INFINITY;
  }

  /** The average cost of a prediction in nats: the quality of the model on this text. */
  public double averageNll() {
    return totalNll / tokens;
  }

  /**
   * The size of a fair die that would be as hard to predict as the next token: e to the power of
   * {@link #averageNll()}.
   */
  public double perplexity() {
    return StrictMath.exp(averageNll());
  }

  /**
   * The length in bits of the text under an ideal code made from the model, for each character: the
   * total cost / ln 2 / characters, boundaries not counted as characters.
   */
  public double bitsPerCharacter() {
    return totalNll / StrictMath.log(2) / (tokens - items);
  }

  /** How many predictions had the probability 0. */
  public long impossibleTokens() {
    return impossible.stream().mapToLong(Impossible::count).sum();
  }

  /** Adds up the costs. */
  private static final class Tally {
    private long items;
    private long tokens;
    private double totalNll;
    private final Vocabulary vocabulary;
    private final Map<List<Integer>, Long> impossible = new LinkedHashMap<>(); // by tokens

    Tally(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
    }

    void add(double cost, long count, boolean endsItem) {
      tokens = Math.addExact(tokens, count);
      items += endsItem ? count : 0;
      totalNll += count * cost;
    }

    void addAll(LanguageModel model, NgramCounts text) {
      int[] known = vocabulary.tokensIn(model.vocabulary());
      int[] context = new int[model.contextLength()];
      int skipped = text.contextLength() - context.length;
      text.forEach(
          (tokens, next, count) -> {
            boolean contextKnown = true;
            for (int i = 0; i < context.length; i++) {
              context[i] = known[tokens[skipped + i]];
              contextKnown &= context[i] != Vocabulary.UNKNOWN;
            }
            double cost = cost(model, contextKnown, known[next], context);
            add(cost, count, next == Vocabulary.BOUNDARY);
            if (cost == Double.POSITIVE_INFINITY) {
              addImpossible(
                  count, append(Arrays.copyOfRange(tokens, skipped, tokens.length), next));
            }
          });
    }

    /** Adds a prediction: the context, and at the end what was to be predicted. */
    void addImpossible(long count, int... tokens) {
      impossible.merge(IntStream.of(tokens).boxed().toList(), count, Long::sum);
    }

    private Impossible impossible(List<Integer> tokens, long count) {
      int last = tokens.size() - 1;
      return new Impossible(
          characters(tokens.subList(0, last)), characters(tokens.subList(last, last + 1)), count);
    }

    private String characters(List<Integer> tokens) {
      IntStream all = tokens.stream().mapToInt(Integer::intValue);
      return vocabulary.decode(all.filter(token -> token != Vocabulary.BOUNDARY).toArray());
    }

    Evaluation result() {
      if (tokens == 0) {
        throw new IllegalArgumentException("there is nothing to score: the text has no items");
      }
      List<Impossible> pairs =
          impossible.entrySet().stream()
              .map(entry -> impossible(entry.getKey(), entry.getValue()))
              .toList();
      return new Evaluation(items, tokens, totalNll, pairs);
    }
  }
}
