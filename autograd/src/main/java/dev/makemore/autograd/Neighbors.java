package dev.makemore.autograd;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable list of values that stand side by side on one tape. The place of the first value
 * gives the places of all the others, so the inner product of two such lists is a short entry on
 * the tape, in which the operands are not written down one by one.
 *
 * <p>The plain inner product is that of {@link Operation#DOT}. This one gives the same bits in half
 * the time, counted over a training step of a perceptron, where most operations are inner products.
 */
final class Neighbors extends AbstractList<Value> implements RandomAccess {

  final Value[] values; // never changed

  private Neighbors(Value[] values) {
    this.values = values;
  }

  /** The values as an unmodifiable list, which is a {@code Neighbors} if they are side by side. */
  static List<Value> listOf(Value... values) {
    return values.length > 0 && areNeighbors(values)
        ? new Neighbors(values.clone())
        : List.of(values);
  }

  private static boolean areNeighbors(Value... values) {
    Tape tape = values[0].tape();
    int first = values[0].index();
    for (int i = 1; i < values.length; i++) {
      if (values[i].tape() != tape || values[i].index() != first + i) {
        return false;
      }
    }
    return true;
  }

  // ---- The inner product of two such lists. Its operands on the tape are the place of the first
  // value of one list, the length of both, the place of the first value of the other list, and the
  // place of the value to add, if there is one. For w = (2, 3) at 0 and 1, x = (5, 7) at 2 and 3
  // and b = 11 at 4:
  //
  //     5: 42   0 2 2 4            2 * 5 + 3 * 7 + 11
  //
  // The partial toward each number is the number it was multiplied by, so it is not written down
  // either: propagateDot reads it when going backward. Both methods add in the same order as the
  // plain inner product.

  /** Records the inner product of two lists of one length, plus c if there is one. */
  static Value dot(Neighbors a, Neighbors b, @Nullable Value c) {
    Tape tape = a.values[0].tape();
    int k = tape.begin(Operation.DOT_OF_NEIGHBORS, c == null ? 3 : 4);
    tape.operand[k] = a.indexOn(tape);
    tape.operand[k + 1] = a.values.length;
    tape.operand[k + 2] = b.indexOn(tape);
    if (c != null) {
      tape.operand[k + 3] = c.indexOn(tape);
    }
    return tape.finish(Operation.DOT_OF_NEIGHBORS);
  }

  /** Computes the node at the end of the tape. */
  static double dot(Tape tape) {
    double[] data = tape.data;
    int first = tape.first();
    int a = tape.operand[first];
    int n = tape.operand[first + 1];
    int b = tape.operand[first + 2];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += data[a + i] * data[b + i];
    }
    if (tape.end() - first == 4) {
      sum += tape.operandData(first + 3);
    }
    return sum;
  }

  /** Adds to the gradients of the operands their share of this node's gradient g. */
  static void propagateDot(Tape tape, int node, double g) {
    double[] data = tape.data;
    double[] gradient = tape.gradient;
    int first = tape.start[node];
    int a = tape.operand[first];
    int n = tape.operand[first + 1];
    int b = tape.operand[first + 2];
    if (a == b) { // a sum of squares; the loop below would wait for each first write to be done
      for (int i = a; i < a + n; i++) {
        double share = data[i] * g;
        gradient[i] = gradient[i] + share + share;
      }
    } else {
      for (int i = 0; i < n; i++) {
        gradient[a + i] += data[b + i] * g; // d(x y)/dx = y
        gradient[b + i] += data[a + i] * g; // d(x y)/dy = x
      }
    }
    if (tape.start[node + 1] - first == 4) {
      gradient[tape.operand[first + 3]] += g;
    }
  }

  /** The operands of such a node one by one, in the order of the plain inner product. */
  static int[] listed(int... brief) {
    int pairs = 2 * brief[1];
    int[] operands = new int[pairs + brief.length - 3];
    Arrays.setAll(operands, k -> k < pairs ? brief[k % 2 * 2] + k / 2 : brief[3]);
    return operands;
  }

  /** The partials toward these operands: the partner's data each, and 1 toward one without. */
  static double[] partials(double[] data, int... listed) {
    double[] partials = new double[listed.length];
    int pairs = listed.length / 2 * 2;
    Arrays.setAll(partials, k -> k < pairs ? data[listed[k ^ 1]] : 1); // k ^ 1: 1, 0, 3, 2, ...
    return partials;
  }

  /** The place of the first value. A rewind that dropped any of the values has dropped the last. */
  private int indexOn(Tape tape) {
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

  // What would change a list is refused, as by List.of, even where there is nothing to change.

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
