package dev.makemore.sampling;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Takes items from a stream until it has enough, leaving out repeated or known ones.
 *
 * <p>A model may not have that many different items in it, so the number of items rejected in a row
 * is bounded, and the {@link Report} says how it ended. Selecting happens after sampling and in its
 * order: the same stream gives the same selection.
 */
public final class Selection {

  /** How many items may be rejected in a row, where nothing else is said. */
  public static final long DEFAULT_MAX_TRIES = 100_000;

  private final boolean unique;
  private final Set<String> known;
  private final long maxTries;

  private Selection(boolean unique, Set<String> known, long maxTries) {
    this.unique = unique;
    this.known = known;
    this.maxTries = maxTries;
  }

  /**
   * How a selection ended.
   *
   * @param selected the number of items taken
   * @param tries the number of items looked at
   * @param cut how many of the items taken had been cut at the maximum length
   * @param ranOut true if it gave up for lack of items that may be taken
   */
  public record Report(long selected, long tries, long cut, boolean ranOut) {}

  /** Takes every item. */
  public static Selection all() {
    return new Selection(false, Set.of(), DEFAULT_MAX_TRIES);
  }

  /** This selection with no item taken twice. It remembers what it took, in memory. */
  public Selection unique() {
    return new Selection(true, known, maxTries);
  }

  /** This selection without the items that are in {@code more}: what is left is new. */
  public Selection excluding(Collection<String> more) {
    Set<String> all = new HashSet<>(known);
    all.addAll(more);
    return new Selection(unique, all, maxTries);
  }

  /**
   * This selection giving up after {@code maxTries} rejected items in a row.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public Selection withMaxTries(long maxTries) {
    if (maxTries < 1) {
      throw new IllegalArgumentException("tries must be at least 1, was " + maxTries);
    }
    return new Selection(unique, known, maxTries);
  }

  /**
   * Hands {@code count} items to {@code action}, or fewer where {@code samples} has no more to
   * give.
   *
   * @throws IllegalArgumentException if {@code count} is negative
   */
  public Report take(long count, Stream<Sample> samples, Consumer<? super Sample> action) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0, was " + count);
    }
    Set<String> taken = new HashSet<>();
    Iterator<Sample> source = samples.iterator();
    long selected = 0;
    long tries = 0;
    long cut = 0;
    long rejectedInARow = 0;
    while (selected < count && rejectedInARow < maxTries && source.hasNext()) {
      Sample sample = source.next();
      tries++;
      if (known.contains(sample.text()) || (unique && !taken.add(sample.text()))) {
        rejectedInARow++;
        continue;
      }
      rejectedInARow = 0;
      selected++;
      cut += sample.cut() ? 1 : 0;
      action.accept(sample);
    }
    return new Report(selected, tries, cut, selected < count);
  }
}
