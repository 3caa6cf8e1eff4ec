package dev.makemore.model.index;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers distinct tuples of whole numbers 0, 1, 2, ... in the order in which they are first met.
 * All tuples of one object have the same length.
 *
 * <p>With it, what is known of a context of several tokens can stand in plain arrays, at the
 * context's number. This is an open-addressing hash table (D. E. Knuth, "The Art of Computer
 * Programming", volume 3, 2nd edition, section 6.4, algorithm L) that holds only numbers; the
 * elements stand one tuple after the other in one array. A tuple takes 4 bytes for each element and
 * 8 to 16 more, and finding one takes some ten nanoseconds.
 *
 * <p>Safe for use by several threads once nothing is added any more.
 */
public final class Tuples {

  private static final int FREE = 0; // a slot holds the number of its tuple plus 1
  private static final long ODD = 0x9E3779B97F4A7C15L; // spreads each element over all 64 bits

  /** Makes the slots unpredictable, so that no text can be made whose tuples all collide. */
  private final long salt = ThreadLocalRandom.current().nextLong();

  private final int length;
  private int[] elements; // tuple i has elements i * length to i * length + length - 1
  private int[] slots = new int[1 << 4];
  private int size;

  private Tuples(int length) {
    this.length = length;
    this.elements = new int[8 * length];
  }

  /** No tuples yet, which will all have {@code length} elements. */
  public static Tuples ofLength(int length) {
    return new Tuples(length);
  }

  /**
   * Compares the {@code length} numbers from {@code some[from]} and from {@code others[at]} on, the
   * first ones first. Arrays.compare is not in the browser's Java.
   */
  public static int compare(int[] some, int from, int[] others, int at, int length) {
    for (int i = 0; i < length; i++) {
      if (some[from + i] != others[at + i]) {
        return some[from + i] < others[at + i] ? -1 : 1;
      }
    }
    return 0;
  }

  /** Compares two arrays as words are compared: a shorter one comes before those it begins. */
  public static int compare(int[] some, int... others) {
    int shared = compare(some, 0, others, 0, Math.min(some.length, others.length));
    return shared == 0 ? Integer.compare(some.length, others.length) : shared;
  }

  /** Makes each number the sum of itself and of all before it. */
  public static void addUp(int... numbers) {
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] += numbers[i - 1];
    }
  }

  /** How many distinct tuples there are. */
  public int size() {
    return size;
  }

  /** Element {@code position} of tuple {@code number}. */
  public int element(int number, int position) {
    return elements[number * length + position];
  }

  /** The number of the tuple that starts at {@code values[from]}, or -1 if it was never added. */
  public int find(int[] values, int from) {
    return slots[slot(values, from)] - 1;
  }

  /**
   * The number of the tuple that starts at {@code values[from]}; a new number if it is new.
   *
   * @throws ArithmeticException if an array would be too large for the tuple
   */
  public int add(int[] values, int from) {
    int slot = slot(values, from);
    if (slots[slot] != FREE) {
      return slots[slot] - 1;
    }
    if (2 * (size + 1) > slots.length) {
      rehash();
      slot = slot(values, from);
    }
    int needed = Math.multiplyExact(size + 1, length);
    if (needed > elements.length) {
      elements = Arrays.copyOf(elements, (int) Math.min(Integer.MAX_VALUE - 8, needed * 3L / 2));
    }
    System.arraycopy(values, from, elements, size * length, length);
    slots[slot] = ++size;
    return size - 1;
  }

  /** The slot of a tuple, or the free slot where it would be. */
  private int slot(int[] values, int from) {
    long hash = salt;
    for (int i = from; i < from + length; i++) {
      hash = (hash ^ values[i]) * ODD;
      hash ^= hash >>> 32;
    }
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != FREE && !isAt(slots[slot] - 1, values, from)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isAt(int number, int[] values, int from) {
    int at = number * length;
    return Arrays.equals(elements, at, at + length, values, from, from + length);
  }

  private void rehash() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    for (int number = 0; number < size; number++) {
      slots[slot(elements, number * length)] = number + 1;
    }
  }
}
