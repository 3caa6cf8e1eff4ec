package dev.makemore.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What single texts cost under a model: how surprising each text is.
 *
 * {@snippet class="dev.makemore.model.TourTest" region="score"}
 *
 * <p>The counterpart of {@link Evaluation}, which measures a model on a whole corpus: here the
 * model is given, and the texts are judged. The rules are the same. Each character is a prediction,
 * and so is the end; one of probability P costs -ln P nats; a character outside the vocabulary is
 * impossible, and so is what is predicted from it. The empty text has a score too: the cost of its
 * end.
 *
 * <p>Scoring takes one pass. Under a bigram (or unigram) model a character costs a look-up in a
 * table of costs. The table's rows are computed when they are first needed, and take 32 MB at most.
 * Beyond that, and under other models, a character costs a {@link LanguageModel#probability
 * probability} and a logarithm.
 *
 * <p>A scorer may be shared between threads: nothing that a caller can see ever changes.
 */
public final class Scorer {

  private static final long MAX_CELLS = 4_000_000;
  private static final int END = -1; // follows the last code point

  private final LanguageModel model;
  private final Vocabulary vocabulary;
  private final AtomicReferenceArray<double[]> costs; // by the last token of the context
  private final AtomicLong cells = new AtomicLong(); // in all rows of costs

  private Scorer(LanguageModel model) {
    this.model = CachedModel.of(model);
    this.vocabulary = model.vocabulary();
    this.costs = new AtomicReferenceArray<>(vocabulary.size());
  }

  /** Scores by {@code model}. */
  public static Scorer of(LanguageModel model) {
    return new Scorer(model);
  }

  /**
   * What a text costs.
   *
   * @param tokens the number of predictions: each character, and the end
   * @param totalNll the sum of their costs, in nats
   * @param impossible how many of them had the probability 0, and so cost infinity
   */
  public record Score(long tokens, double totalNll, long impossible) {
    /** The average cost of a prediction in nats, which texts of any length can be compared by. */
    public double averageNll() {
      return totalNll / tokens;
    }
  }

  /**
   * One prediction of a text. The boundary is not a character, so it adds nothing to {@code
   * context} and {@code next}.
   *
   * @param context the characters that the model looked at; empty at the start of the text
   * @param next the character that followed; empty at the end of the text
   * @param known false if one of these characters is not in the model's vocabulary
   * @param probability P(next | context); 0 if not known
   */
  public record Prediction(String context, String next, boolean known, double probability) {
    /** What it costs: -ln P in nats, {@link Double#POSITIVE_INFINITY} if impossible. */
    public double nll() {
      return Distribution.negativeLogLikelihoodOf(probability);
    }
  }

  /** Scores a text. */
  public Score score(CharSequence text) {
    int[] context = new int[model.contextLength()]; // all boundaries
    double total = 0;
    long tokens = 0;
    long impossible = 0;
    boolean ended = false;
    for (int i = 0; !ended; tokens++) {
      ended = i == text.length();
      int codePoint = ended ? END : Character.codePointAt(text, i);
      i += ended ? 0 : Character.charCount(codePoint);
      int next = token(codePoint);
      double cost = cost(context, next);
      total += cost;
      impossible += cost == Double.POSITIVE_INFINITY ? 1 : 0;
      append(context, next);
    }
    return new Score(tokens, total, impossible);
  }

  /**
   * Gives every prediction of a text, one after the other. Added up in this order, their costs are
   * the {@link Score#totalNll()} of the text to the last bit.
   */
  public void explain(CharSequence text, Consumer<? super Prediction> predictions) {
    int[] context = new int[model.contextLength()];
    List<String> read = new ArrayList<>(Collections.nCopies(context.length, ""));
    IntStream.concat(text.codePoints(), IntStream.of(END))
        .forEach(
            codePoint -> {
              int next = token(codePoint);
              boolean known = isKnown(context, next);
              double probability = known ? model.probability(next, context) : 0;
              read.add(codePoint == END ? "" : new String(Character.toChars(codePoint)));
              predictions.accept(
                  new Prediction(
                      String.join("", read.subList(0, context.length)),
                      read.get(context.length),
                      known,
                      probability));
              read.remove(0);
              append(context, next);
            });
  }

  private int token(int codePoint) {
    return codePoint == END ? Vocabulary.BOUNDARY : vocabulary.token(codePoint);
  }

  /** Moves a context on by one token. */
  private static void append(int[] context, int next) {
    if (context.length > 0) {
      System.arraycopy(context, 1, context, 0, context.length - 1);
      context[context.length - 1] = next;
    }
  }

  private static boolean isKnown(int[] context, int next) {
    boolean known = next != Vocabulary.UNKNOWN;
    for (int token : context) {
      known &= token != Vocabulary.UNKNOWN;
    }
    return known;
  }

  private double cost(int[] context, int next) {
    if (!isKnown(context, next)) {
      return Double.POSITIVE_INFINITY;
    }
    if (context.length > 1) {
      return Distribution.negativeLogLikelihoodOf(model.probability(next, context));
    }
    int last = vocabulary.lastToken(context);
    double[] row = costs.get(last);
    if (row == null) {
      if (cells.addAndGet(vocabulary.size()) > MAX_CELLS) {
        return Distribution.negativeLogLikelihoodOf(model.probability(next, last));
      }
      row = costs(model.next(last));
      costs.set(last, row);
    }
    return row[next];
  }

  private static double[] costs(Distribution distribution) {
    double[] row = new double[distribution.size()];
    Arrays.fill(row, Distribution.negativeLogLikelihoodOf(distribution.rest()));
    distribution.listed().forEach(token -> row[token] = distribution.negativeLogLikelihood(token));
    return row;
  }
}
