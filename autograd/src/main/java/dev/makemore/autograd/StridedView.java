package dev.makemore.autograd;

import java.util.List;
import java.util.Objects;

/**
 * An unmodifiable list of values that are evenly spaced on one tape: those at first, first +
 * stride, first + 2 stride and so on. A matrix on the tape, row by row, has rows of stride 1 and
 * columns whose stride is the length of a row.
 *
 * <p>Such a list holds four numbers, and makes a {@link Value} only when one is asked for. So an
 * operation on a whole list checks once that it is on the tape, and computes the places of its
 * operands, where it would otherwise load and check one object for each.
 */
final class StridedView extends UnmodifiableList<Value> {

  final Tape tape;
  final int stride; // 1 or more
  private final int first;
  private final int size; // 1 or more
  private final int born; // of all: a list that spans a rewind is no view

  private StridedView(Tape tape, int first, int stride, int size, int born) {
    this.tape = tape;
    this.first = first;
    this.stride = stride;
    this.size = size;
    this.born = born;
  }

  /** The values recorded from a place on, up to the end of the tape: one at least. */
  static StridedView since(int first, Tape tape) {
    return new StridedView(tape, first, 1, tape.size() - first, tape.born(first));
  }

  /** The values as an unmodifiable list, which is a view if they are evenly spaced. */
  static List<Value> listOf(Value... values) {
    if (values.length == 0) {
      return List.of();
    }
    Value head = values[0];
    int stride = values.length == 1 ? 1 : values[1].index() - head.index();
    if (stride < 1) {
      return List.of(values);
    }
    StridedView view =
        new StridedView(head.tape(), head.index(), stride, values.length, head.born());
    for (int i = 1; i < values.length; i++) {
      if (!view.isAt(i, values[i])) {
        return List.of(values);
      }
    }
    return view;
  }

  private boolean isAt(int i, Value value) {
    return value.tape() == tape && value.index() == first + i * stride && value.born() == born;
  }

  /** The place of the first value. A rewind that dropped any of the values has dropped the last. */
  int firstOn(Tape expected) {
    int last = first + (size - 1) * stride;
    if (tape != expected || !tape.holds(last, born)) {
      get(size - 1).indexOn(expected); // which throws the exception that says why
    }
    return first;
  }

  @Override
  public Value get(int i) {
    return new Value(tape, first + Objects.checkIndex(i, size) * stride, born);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public List<Value> subList(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return from == to
        ? List.of()
        : new StridedView(tape, first + from * stride, stride, to - from, born);
  }

  // ---- Views of one tape as the rows of a matrix.

  /** How far the first value is from that of another view; 0 if they can't be rows of a matrix. */
  int distanceFrom(StridedView row) {
    return row.tape == tape ? first - row.first : 0;
  }

  /** Whether this is what another view is when it is moved. */
  boolean isLike(StridedView row, int distance) {
    return row.tape == tape
        && row.first + distance == first
        && row.size == size
        && row.stride == stride
        && row.born == born;
  }

  /** A view of as many values, further up the tape. */
  StridedView moved(int distance) {
    return new StridedView(tape, first + distance, stride, size, born);
  }

  /** The first values of this row and of those that follow it in a matrix. */
  StridedView across(int rows, int distance) {
    return new StridedView(tape, first, distance, rows, born);
  }

  // ---- Their numbers.

  /** Whether all of them are leaves. */
  boolean areLeaves() {
    int place = firstOn(tape);
    for (int i = 0; i < size; i++) {
      if (!tape.isLeaf(place)) {
        return false;
      }
      place += stride;
    }
    return true;
  }

  /** Writes a number for each of them into an array with one for each node. */
  void copyTo(double[] numbers, double... from) {
    int place = firstOn(tape);
    for (int i = 0; i < size; i++) {
      numbers[place] = from[i];
      place += stride;
    }
  }

  /** A copy of the numbers of these values, out of an array with one for each node. */
  double[] copyOf(double... numbers) {
    int place = firstOn(tape);
    double[] copy = new double[size];
    for (int i = 0; i < size; i++) {
      copy[i] = numbers[place];
      place += stride;
    }
    return copy;
  }
}
