package dev.makemore.cli.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Keeps the first few of many things, in some order, in memory for those few. */
public final class Best<T> {

  private final int limit;
  private final Comparator<? super T> order;
  private final PriorityQueue<T> kept; // the last of them on top

  /** Keeps {@code limit} things, those that come first in {@code order}. */
  public Best(int limit, Comparator<? super T> order) {
    this.limit = limit;
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  /** Takes one into account. */
  public void offer(T thing) {
    if (kept.size() < limit) {
      kept.add(thing);
    } else if (limit > 0 && order.compare(thing, kept.element()) < 0) {
      kept.remove();
      kept.add(thing);
    }
  }

  /** The last of those that are kept, once they are as many as wanted: what comes later is not. */
  public Optional<T> last() {
    return kept.size() < limit ? Optional.empty() : Optional.ofNullable(kept.peek());
  }

  /** Those that are kept, in order. */
  public List<T> list() {
    List<T> list = new ArrayList<>(kept);
    list.sort(order);
    return list;
  }
}
