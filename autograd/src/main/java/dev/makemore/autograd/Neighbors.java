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
 * An unmodifiable list of values that stand side by side on one tape. Where the first of them is
 * says where all are, so an operation on two such lists need not ask each value for its place, nor
 * write it down.
 */
final class Neighbors extends AbstractList<Value> implements RandomAccess {

  final Value[] values; // never changed

  private Neighbors(Value[] values) {
    this.values = values;
  }

  /** The values as an unmodifiable list, which is one of neighbors if that is what they are. */
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

  // ---- The inner product of two such lists. Its operands are not listed one by one. What stands
  // there is where the one list begins, where the other does, how long they are, and the node to
  // add, if there is one. For w = (2, 3) at 0 and 1, x = (5, 7) at 2 and 3 and b = 11 at 4:
  //
  //     5: 42   0 2 2 4            2 * 5 + 3 * 7 + 11
  //
  // The partial towards each number is the one it was multiplied with, so it need not be written
  // down, but is read when going backward. In a perceptron, where nearly all operations are these,
  // a step takes half the time. All is added up in the order in which the plain dot of Values does
  // it, so that no bit differs.

  static Value dot(Neighbors a, Neighbors b, @Nullable Value c) {
    Tape tape = a.values[0].tape();
    int k = tape.beginNode(Operation.DOT_OF_NEIGHBORS, c == null ? 3 : 4);
    tape.operand[k] = a.indexOn(tape);
    tape.operand[k + 1] = b.indexOn(tape);
    tape.operand[k + 2] = a.values.length;
    if (c != null) {
      tape.operand[k + 3] = c.indexOn(tape);
    }
    return dot(tape);
  }

  static Value dot(Tape tape) {
    double[] data = tape.data;
    int first = tape.first();
    int a = tape.operand[first];
    int b = tape.operand[first + 1];
    int n = tape.operand[first + 2];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += data[a + i] * data[b + i];
    }
    if (tape.end() - first == 4) {
      sum += tape.operandData(first + 3);
    }
    return tape.endNode(sum);
  }

  static void propagateDot(Tape tape, int node, double g) {
    double[] data = tape.data;
    double[] gradient = tape.gradient;
    int first = tape.start[node];
    int a = tape.operand[first];
    int b = tape.operand[first + 1];
    int n = tape.operand[first + 2];
    if (a == b) { // a sum of squares: to write each gradient twice would wait for the first write
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

  /** The operands of such a node one by one, as those of the plain dot are. */
  static int[] listed(int... brief) {
    int pairs = 2 * brief[2];
    int[] operands = new int[pairs + brief.length - 3];
    Arrays.setAll(operands, k -> k < pairs ? brief[k % 2] + k / 2 : brief[3]);
    return operands;
  }

  /** The place of the first value. A rewind that dropped any of them has dropped the last. */
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
