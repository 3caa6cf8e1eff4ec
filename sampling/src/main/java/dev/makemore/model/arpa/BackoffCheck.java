package dev.makemore.model.arpa;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.notation.Escapes;

/** What must hold of a row of a {@link BackoffModel}, and what messages say if it does not. */
final class BackoffCheck {

  /** Above this, the rounding of what is backed off to would show. */
  private static final double MAX_BACKOFF = 1e6;

  private static final double SUM_TOLERANCE = 1e-9;

  private final Vocabulary vocabulary;
  private final int order;
  private final BackoffTable table;

  BackoffCheck(Vocabulary vocabulary, int order, BackoffTable table) {
    this.vocabulary = vocabulary;
    this.order = order;
    this.table = table;
  }

  /** Checks that a context can be one of the model. */
  void context(int... context) {
    for (int token : context) {
      vocabulary.checkToken(token);
    }
    if (context.length == 0) {
      throw new IllegalArgumentException(
          "a context has at least 1 token; after none, the row are the unigrams");
    }
    if (context.length >= order) {
      throw new IllegalArgumentException(
          "a context of a model of order %d has at most %d token%s, was %s"
              .formatted(order, order - 1, order == 2 ? "" : "s", name(context)));
    }
    for (int i = 1; i < context.length; i++) {
      if (context[i] == Vocabulary.BOUNDARY) {
        throw new IllegalArgumentException(
            "only the first token of a context can be the boundary, was "
                + name(context)
                + "; what comes before the start of an item does not matter");
      }
    }
  }

  /** Checks that a context can be the next one. */
  void newContext(int... context) {
    context(context);
    if (context.length < table.longest()) {
      throw new IllegalArgumentException(
          name(context) + " must come before all contexts that are longer");
    }
    if (table.find(context, 0) >= 0) {
      throw new IllegalArgumentException("the context " + name(context) + " is given twice");
    }
  }

  void backoff(int[] context, double backoff) {
    if (!(backoff >= 0 && backoff <= MAX_BACKOFF)) {
      throw new IllegalArgumentException(
          "the backoff of "
              + name(context)
              + " must be from 0 to "
              + MAX_BACKOFF
              + ", was "
              + backoff);
    }
  }

  void sum(int[] context, double sum) {
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "the probabilities after " + name(context) + " must sum to 1, sum is " + sum);
    }
  }

  /** The sum of listed probabilities, which are checked, as their tokens are. */
  double listedSum(int[] tokens, double[] probabilities) {
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
    return sum;
  }

  private String name(int... context) {
    return "'" + Escapes.fields(vocabulary, context) + "'";
  }
}
