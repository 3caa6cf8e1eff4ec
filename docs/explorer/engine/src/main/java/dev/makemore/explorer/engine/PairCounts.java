package dev.makemore.explorer.engine;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/** How often each token follows each token. */
public final class PairCounts {

  private static final int FIELDS = 3; // of a cell: context, next, count

  private final BigramCounts counts;

  private PairCounts(BigramCounts counts) {
    this.counts = counts;
  }

  static PairCounts of(BigramCounts counts) {
    return new PairCounts(counts);
  }

  static PairCounts of(Vocabulary vocabulary, double... cells) {
    if (cells.length % FIELDS != 0) {
      throw new IllegalArgumentException(
          "a cell has a context, a next token and a count, but the cells are "
              + cells.length
              + " numbers");
    }
    for (double number : cells) {
      if (number != Math.rint(number)) {
        throw new IllegalArgumentException("cells hold whole numbers, not " + number);
      }
    }
    return new PairCounts(
        BigramCounts.of(
            new Transitions() {
              @Override
              public Vocabulary vocabulary() {
                return vocabulary;
              }

              @Override
              public void forEach(Visitor visitor) {
                for (int i = 0; i < cells.length; i += FIELDS) {
                  visitor.visit((int) cells[i], (int) cells[i + 1], (long) cells[i + 2]);
                }
              }
            }));
  }

  BigramCounts counts() {
    return counts;
  }

  /** The characters of the vocabulary, ascending; token t + 1 is the character at t. */
  @JSExport
  @JSByRef
  public int[] codePoints() {
    return Tokens.codePoints(counts.vocabulary());
  }

  /** Context, next token and count of each distinct pair, one pair after the other. */
  @JSExport
  @JSByRef
  public double[] cells() {
    double[] cells = new double[FIELDS * counts.distinctPairs()];
    int[] at = {0};
    counts.forEach(
        (context, next, count) -> {
          cells[at[0]++] = context;
          cells[at[0]++] = next;
          cells[at[0]++] = count;
        });
    return cells;
  }

  /** The number of transitions: every character, and the end of every item. */
  @JSExport
  public double total() {
    return counts.total();
  }

  /** The number of items. */
  @JSExport
  public double items() {
    return counts.items();
  }

  /** All counts, V x V, row by row. */
  @JSExport
  @JSByRef
  public double[] table() {
    int size = counts.vocabulary().size();
    double[] table = new double[size * size];
    counts.forEach((context, next, count) -> table[context * size + next] = count);
    return table;
  }

  /**
   * The model that counting gives.
   *
   * @param smoothing the k of add-k smoothing, a finite number >= 0
   */
  @JSExport
  public Predictor model(double smoothing) {
    return Predictor.ofBigrams(CountModel.fit(counts, smoothing));
  }

  /**
   * The smallest average negative log likelihood, in nats, that a table of pairs can have on this
   * text and {@code smoothing} more of every pair. The loss of {@link #train} does not fall below
   * it.
   */
  @JSExport
  public double lowestLoss(double smoothing) {
    return CountModel.fit(counts, smoothing).lowestLoss();
  }

  /**
   * Trains a net on these counts.
   *
   * @param descent the kind of descent by its name in the command, such as {@code
   *     row-scaled-momentum}
   * @param learningRate a finite number > 0
   * @param smoothing how often each pair is added to the counts, a finite number >= 0
   * @param maxSteps the largest number of steps, >= 0
   * @param target the total variation at which training ends, if it is certified for every row
   * @param observer is called at the start and after every step
   * @throws IllegalArgumentException if there is no such descent, or a number is out of range
   * @throws dev.makemore.bigram.net.TrainingDivergedException if training diverges
   */
  @JSExport
  public TrainedNet train(
      String descent,
      double learningRate,
      double smoothing,
      int maxSteps,
      double target,
      TrainingObserver observer) {
    return TrainedNet.train(counts, descent, learningRate, smoothing, maxSteps, target, observer);
  }

  @Override
  public String toString() {
    return Arrays.toString(cells());
  }
}
