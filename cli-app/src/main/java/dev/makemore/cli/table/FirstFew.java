package dev.makemore.cli.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Keeps the first few of many elements, in some order. Only those few take memory. */
public final class FirstFew<T> {

  private final int limit;
  private final Comparator<? super T> order;
  private final PriorityQueue<T> kept; // the last of them comes out first

  /** Keeps the {@code limit} elements that come first in {@code order}. */
  public FirstFew(int limit, Comparator<? super T> order) {
    this.limit = limit;
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  /** Keeps {@code element} if it is among the first so far. */
  public void offer(T element) {
    if (kept.size() < limit) {
      kept.add(element);
    } else if (limit > 0 && order.compare(element, kept.element()) < 0) {
      kept.remove();
      kept.add(element);
    }
  }

  /**
   * The last of the elements that are kept, or nothing before {@code limit} of them are. An element
   * that comes after it in the order will not be kept.
   */
  public Optional<T> last() {
    return kept.size() < limit ? Optional.empty() : Optional.ofNullable(kept.peek());
  }

  /** The elements that are kept, in order. */
  public List<T> list() {
    List<T> list = new ArrayList<>(kept);
    list.sort(order);
    return list;
  }
}
