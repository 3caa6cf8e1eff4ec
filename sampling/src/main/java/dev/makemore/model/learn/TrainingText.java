package dev.makemore.model.learn;

import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Transitions;
import java.util.Objects;

/**
 * What a learner learns from. It may be a stream that can be read once, so a learner asks for one
 * of these forms, once: the one that needs the least memory and has all that it has to know.
 *
 * <p>Whichever it asks for comes with the vocabulary that the model is to have.
 */
public interface TrainingText {

  /** How often each token follows each token: all that a bigram learner needs. */
  Transitions transitions();

  /**
   * How often each token follows each context of {@code order - 1} tokens.
   *
   * @param order from 1 to {@value NgramCounts#MAX_ORDER}
   * @throws IllegalArgumentException if the order is not in that range
   */
  NgramCounts ngrams(int order);

  /** All items, in memory. An item with a weight is there as many times. */
  Corpus corpus();

  /** A text that is in memory, and may be read as often as one likes. */
  static TrainingText of(Corpus corpus) {
    Objects.requireNonNull(corpus, "corpus");
    return new TrainingText() {
      @Override
      public Transitions transitions() {
        return corpus;
      }

      @Override
      public NgramCounts ngrams(int order) {
        return NgramCounts.of(order, corpus);
      }

      @Override
      public Corpus corpus() {
        return corpus;
      }
    };
  }
}
