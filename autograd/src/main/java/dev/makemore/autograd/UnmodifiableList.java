package dev.makemore.autograd;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;

/**
 * A list that refuses whatever would change it, as the lists of List.of do, even where there is
 * nothing to change. (An AbstractList may do nothing, or say that something else is wrong.)
 */
abstract class UnmodifiableList<E> extends AbstractList<E> implements RandomAccess {

  @Override
  public Iterator<E> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < size();
      }

      @Override
      public E next() {
        if (next == size()) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  @Override
  public ListIterator<E> listIterator(int i) {
    return stream().toList().listIterator(i);
  }

  @Override
  public boolean addAll(Collection<? extends E> more) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean addAll(int i, Collection<? extends E> more) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean remove(Object element) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean removeAll(Collection<?> some) {
    throw new UnsupportedOperationException();
  }
}
