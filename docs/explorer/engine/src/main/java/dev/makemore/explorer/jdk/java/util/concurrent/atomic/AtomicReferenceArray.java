package dev.makemore.explorer.jdk.java.util.concurrent.atomic;

import org.jspecify.annotations.Nullable;

/** References by index. A page has one thread, so every access is atomic. */
public final class AtomicReferenceArray<E> {

  private final @Nullable Object[] elements;

  /** An array of {@code length} nulls. */
  public AtomicReferenceArray(int length) {
    elements = new Object[length];
  }

  /** The element at {@code index}, or null. */
  @SuppressWarnings("unchecked") // set takes nothing else
  public @Nullable E get(int index) {
    return (E) elements[index];
  }

  /** Sets the element at {@code index}. */
  public void set(int index, E element) {
    elements[index] = element;
  }
}
