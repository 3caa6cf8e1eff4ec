package dev.makemore.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lists of values as vectors: operations whose result is a list again. Each number of a result is a
 * node of its own, and these are recorded side by side wherever that is possible.
 *
 * <p>All lists that are returned are unmodifiable. The errors are those of {@link Values}, and
 * lists whose sizes don't fit are an {@link IllegalArgumentException}.
 */
public final class Vectors {

  private Vectors() {}

  /** The lists one after the other, as one list. Records nothing. */
  public static List<Value> concat(List<List<Value>> lists) {
    return StridedView.join(lists.stream().map(Values::known).filter(x -> !x.isEmpty()).toList());
  }

  /** A function of each value, in order. */
  public static List<Value> map(List<Value> x, UnaryOperator<Value> function) {
    Value[] result = new Value[x.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = function.apply(x.get(i));
    }
    return Values.list(result);
  }

  /** a + b: a<sub>i</sub> + b<sub>i</sub> for each i. */
  public static List<Value> plus(List<Value> a, List<Value> b) {
    requireSameSize("two vectors to add", a.size(), b.size());
    Value[] result = new Value[a.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = a.get(i).plus(b.get(i));
    }
    return Values.list(result);
  }

  /** c x: each x<sub>i</sub> times c. */
  public static List<Value> times(List<Value> x, Value c) {
    return map(x, entry -> entry.times(c));
  }

  /** The inner product of x with each row, which is a matrix times x. */
  public static List<Value> dots(List<Value> x, List<List<Value>> rows) {
    return inner(x, rows, null);
  }

  /** The inner product of x with each row, plus the bias of that row: a matrix times x, plus b. */
  public static List<Value> dots(List<Value> x, List<List<Value>> rows, List<Value> biases) {
    requireSameSize("rows and biases", rows.size(), biases.size());
    return inner(x, rows, biases);
  }

  /**
   * The sum of all rows, each times its weight: entry j is the sum over i of weight<sub>i</sub>
   * row<sub>ij</sub>.
   */
  public static List<Value> weightedSum(List<Value> weights, List<List<Value>> rows) {
    requireSameSize("weights and rows", weights.size(), rows.size());
    return dots(weights, columns(rows));
  }

  /** The columns of these rows: the first values of all rows, the second values, and so on. */
  public static List<List<Value>> columns(List<List<Value>> rows) {
    int size = rows.isEmpty() ? 0 : rows.get(0).size();
    for (List<Value> row : rows) {
      requireSameSize("rows of one matrix", size, row.size());
    }
    List<List<Value>> columns = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      Value[] column = new Value[rows.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = rows.get(i).get(j);
      }
      columns.add(Values.list(column));
    }
    return Collections.unmodifiableList(columns);
  }

  // ---- The numbers of a vector.

  /** The data of each value, in a new array. */
  public static double[] data(List<Value> values) {
    return values instanceof StridedView view
        ? view.copyOf(view.tape.data)
        : values.stream().mapToDouble(Value::data).toArray();
  }

  /** The gradient of each value, in a new array. */
  public static double[] gradients(List<Value> values) {
    return values instanceof StridedView view
        ? view.copyOf(view.tape.gradient)
        : values.stream().mapToDouble(Value::gradient).toArray();
  }

  /**
   * Sets the data of each of these leaves, as {@link Value#set} does.
   *
   * @throws IllegalStateException if one of the values is no leaf; none has changed then
   */
  public static void set(List<Value> leaves, double... data) {
    requireSameSize("leaves and numbers", leaves.size(), data.length);
    if (!leaves.stream().allMatch(Value::isLeaf)) {
      throw new IllegalStateException("only leaves can be set, one of these is a result");
    }
    for (int i = 0; i < data.length; i++) {
      leaves.get(i).set(data[i]);
    }
  }

  private static List<Value> inner(
      List<Value> x, List<List<Value>> rows, @Nullable List<Value> biases) {
    List<Value> left = Values.known(x);
    List<List<Value>> right = new ArrayList<>(); // known before the first of them is recorded
    for (List<Value> row : rows) {
      requireSameSize("vectors of an inner product", x.size(), row.size());
      right.add(Values.known(row));
    }
    if (right.isEmpty()) {
      return List.of();
    }
    Tape tape = Values.tapeOf(left);
    int first = tape.size();
    for (int j = 0; j < right.size(); j++) {
      Dot.record(tape, left, right.get(j), biases == null ? null : biases.get(j));
    }
    return StridedView.since(first, tape);
  }

  private static void requireSameSize(String what, int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException(
          what + " must have one size, had " + left + " and " + right);
    }
  }
}
