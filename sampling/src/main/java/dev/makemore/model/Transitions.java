package dev.makemore.model;

/**
 * What a bigram learner needs to know of a text: which token follows which, and how often.
 *
 * <p>An item {@code emma} has the five transitions {@code .e em mm ma a.}: the boundary stands on
 * both sides. A {@link Corpus} gives its transitions one at a time, in the order of the text; a
 * table of counts gives each distinct pair once. Learners and {@link Evaluation} take either, since
 * counts of the same pair add up.
 */
public interface Transitions {

  /** Receives one transition, or {@code count} equal ones. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Takes {@code count} transitions from {@code context} to {@code next}.
     *
     * @param context the token before, {@link Vocabulary#BOUNDARY} at the start of an item
     * @param next the token after, {@link Vocabulary#BOUNDARY} at the end of an item
     * @param count how many, at least 1
     */
    void visit(int context, int next, long count);
  }

  /** The tokens that the visited numbers stand for. */
  Vocabulary vocabulary();

  /**
   * Visits every transition, always in the same order. A pair may be visited more than once: its
   * counts add up.
   */
  void forEach(Visitor visitor);

  /**
   * Checks what a text visits. Without the check, a learner or a score would be silently wrong.
   *
   * @throws IllegalArgumentException if a token is not in the vocabulary, the count is less than 1,
   *     or both tokens are boundaries: an empty item has no transitions
   */
  static void check(Vocabulary vocabulary, int context, int next, long count) {
    vocabulary.checkToken(context);
    vocabulary.checkToken(next);
    if (context == Vocabulary.BOUNDARY && next == Vocabulary.BOUNDARY) {
      throw new IllegalArgumentException("an empty item has no transitions");
    }
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
  }

  /**
   * The same transitions over another vocabulary, which may know more characters than occur here:
   * those that a model is to hold possible. Characters that share its unknown token share counts.
   *
   * @throws IllegalArgumentException if a character has no token there; the message names it
   */
  default Transitions over(Vocabulary vocabulary) {
    vocabulary.checkHas(vocabulary());
    int[] tokens = vocabulary().tokensIn(vocabulary);
    Transitions text = this;
    return new Transitions() {
      @Override
      public Vocabulary vocabulary() {
        return vocabulary;
      }

      @Override
      public void forEach(Visitor visitor) {
        text.forEach((context, next, n) -> visitor.visit(tokens[context], tokens[next], n));
      }
    };
  }

  /** The number of transitions: every character, and the closing boundary of every item. */
  default long total() {
    long[] total = {0};
    forEach((context, next, count) -> total[0] = Math.addExact(total[0], count));
    return total[0];
  }

  /** The number of items: as many as there are transitions out of the boundary. */
  default long items() {
    long[] items = {0};
    forEach(
        (context, next, count) -> {
          if (context == Vocabulary.BOUNDARY) {
            items[0] = Math.addExact(items[0], count);
          }
        });
    return items[0];
  }
}
