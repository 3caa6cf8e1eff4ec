package dev.makemore.bigram.count;

import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.Objects;

/**
 * Counts items that come one by one, each with the number of times that it occurs, as in the tables
 * of names that statistical offices publish.
 *
 * {@snippet class="dev.makemore.bigram.count.TourTest" region="weights"}
 *
 * <p>An item of weight w is counted as w equal items are, in the time of one. The memory needed
 * depends on the number of distinct pairs, and not on the number of items.
 *
 * <p>A call that throws leaves the counter as it was. Not safe for use by several threads.
 */
public final class BigramCounter {

  private final PairCounter pairs = new PairCounter();
  private Vocabulary vocabulary = Vocabulary.of(); // of texts, which may know more than they hold
  private long total;

  private BigramCounter() {}

  /** A counter that has counted nothing yet. */
  public static BigramCounter create() {
    return new BigramCounter();
  }

  /**
   * Counts {@code item} once. An empty string is not an item: it is skipped.
   *
   * @throws IllegalArgumentException if the item holds half of a surrogate pair
   * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} transitions
   */
  public BigramCounter add(String item) {
    return add(item, 1);
  }

  /**
   * Counts {@code item} as often as {@code weight} says. An empty string is not an item: it is
   * skipped. So is an item of weight 0, whose characters do not become known either.
   *
   * @param weight how many times the item occurs, at least 0
   * @throws IllegalArgumentException if the weight is negative, or the item holds half of a
   *     surrogate pair
   * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} transitions
   */
  public BigramCounter add(String item, long weight) {
    int[] characters = Objects.requireNonNull(item, "item").codePoints().toArray();
    if (weight < 0) {
      throw new IllegalArgumentException("weight must be >= 0, was " + weight);
    }
    Vocabulary.checkCharacters(characters); // refuses half of a surrogate pair
    if (weight == 0 || characters.length == 0) {
      return this;
    }
    total = Math.addExact(total, Math.multiplyExact(weight, characters.length + 1L));
    int context = PairCounter.BOUNDARY;
    for (int next : characters) {
      pairs.add(context, next, weight);
      context = next;
    }
    pairs.add(context, PairCounter.BOUNDARY, weight);
    return this;
  }

  /**
   * Counts all transitions of a text. Its whole vocabulary becomes known.
   *
   * @throws IllegalArgumentException if what is visited breaks the rules of {@link Transitions}
   * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} transitions
   */
  public BigramCounter addAll(Transitions text) {
    BigramCounts counts = BigramCounts.of(text); // which checks what is visited
    total = Math.addExact(total, counts.total());
    vocabulary = vocabulary.union(counts.vocabulary());
    pairs.addAll(counts);
    return this;
  }

  /** The counts of all that has been added so far. More may be added later. */
  public BigramCounts counts() {
    return pairs.toCounts(pairs.vocabulary().union(vocabulary));
  }
}
