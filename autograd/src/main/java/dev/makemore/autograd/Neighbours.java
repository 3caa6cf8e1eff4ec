package dev.makemore.autograd;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;

/**
 * An unmodifiable list of values that stand side by side on one tape. Where the first of them is
 * says where all are, so an operation on two such lists need not ask each value for its place, nor
 * write it down.
 */
final class Neighbours extends AbstractList<Value> implements RandomAccess {

  final Value[] values; // never changed

  private Neighbours(Value[] values) {
    this.values = values;
  }

  /** The values as an unmodifiable list, which is one of neighbours if that is what they are. */
  static List<Value> listOf(Value... values) {
    return values.length > 0 && areNeighbours(values)
        ? new Neighbours(values.clone())
        : List.of(values);
  }

  private static boolean areNeighbours(Value... values) {
    Tape tape = values[0].tape();
    int first = values[0].index();
    for (int i = 1; i < values.length; i++) {
      if (values[i].tape() != tape || values[i].index() != first + i) {
        return false;
      }
    }
    return true;
  }

  Tape tape() {
    return values[0].tape();
  }

  /** The place of the first value. A rewind that dropped any of them has dropped the last. */
  int indexOn(Tape tape) {
    int last = values.length - 1;
    return values[last].indexOn(tape) - last;
  }

  @Override
  public Value get(int i) {
    return values[i];
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Iterator<Value> iterator() {
    return Arrays.asList(values).iterator();
  }

  @Override
  public ListIterator<Value> listIterator(int i) {
    return List.of(values).listIterator(i);
  }

  // The rest of what would change a list, refused even where there is nothing to change.

  @Override
  public boolean addAll(Collection<? extends Value> more) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean addAll(int i, Collection<? extends Value> more) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean removeAll(Collection<?> some) {
    throw new UnsupportedOperationException();
  }
}
