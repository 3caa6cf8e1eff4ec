package dev.makemore.sampling;

import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes items from a stream until it has enough, and leaves out repeated, known or unwanted ones.
 *
 * <p>A model may be unable to make that many different items. So the number of items rejected in a
 * row is bounded, and the {@link Report} says how the selection ended. Items are selected after
 * sampling and in the order of the stream, so the same stream gives the same selection.
 */
public final class Selection {

  /** How many items may be rejected in a row, unless {@link #withMaxTries} sets another number. */
  public static final long DEFAULT_MAX_TRIES = 100_000;

  private final Predicate<? super Sample> wanted;
  private final boolean unique;
  private final Set<String> known;
  private final long maxTries;

  private Selection(
      Predicate<? super Sample> wanted, boolean unique, Set<String> known, long maxTries) {
    this.wanted = wanted;
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
   * @param ranOut true if it ended before it had taken enough items
   */
  public record Report(long selected, long tries, long cut, boolean ranOut) {}

  /** A selection that takes every item. */
  public static Selection all() {
    return new Selection(sample -> true, false, Set.of(), DEFAULT_MAX_TRIES);
  }

  /** This selection, but with no item taken twice. It keeps the items taken in memory. */
  public Selection unique() {
    return new Selection(wanted, true, known, maxTries);
  }

  /** This selection, but without the items in {@code more}, so that the items taken are new. */
  public Selection excluding(Collection<String> more) {
    Set<String> all = new HashSet<>(known);
    all.addAll(more);
    return new Selection(wanted, unique, all, maxTries);
  }

  /**
   * This selection, but with only those items taken that {@code wanted} accepts. It is asked about
   * every item, once and before anything else. An item that was cut is not what the model would
   * have made of it, so most callers will want {@code sample -> !sample.cut() && ...}.
   *
   * <p>Where few items are wanted, a {@link Conditional} model, if it can tell them, wastes none.
   */
  public Selection matching(Predicate<? super Sample> wanted) {
    Objects.requireNonNull(wanted, "wanted");
    Predicate<? super Sample> before = this.wanted;
    return new Selection(
        sample -> before.test(sample) && wanted.test(sample), unique, known, maxTries);
  }

  /**
   * This selection, but ending after {@code maxTries} rejected items in a row.
   *
   * @throws IllegalArgumentException if {@code maxTries} is less than 1
   */
  public Selection withMaxTries(long maxTries) {
    if (maxTries < 1) {
      throw new IllegalArgumentException("tries must be at least 1, was " + maxTries);
    }
    return new Selection(wanted, unique, known, maxTries);
  }

  /**
   * Passes {@code count} items to {@code action}, or fewer if {@code samples} ends or too many are
   * rejected in a row.
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
      if (!wanted.test(sample)
          || known.contains(sample.text())
          || (unique && !taken.add(sample.text()))) {
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
