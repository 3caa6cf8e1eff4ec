package dev.makemore.autograd;

import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records all operations on its {@linkplain Value values}, in the order in which they are computed.
 * Going backward over this record gives the derivative of one value with respect to all others.
 *
 * <p>A tape starts empty. {@link #value(double)} records a leaf, which is an input or a parameter.
 * The methods of {@link Value} and {@link Values} record one node each. With {@link #mark()} and
 * {@link #rewind(Mark)} a training loop keeps its parameters, at the foot of the tape, and drops
 * all other nodes after every step, so that it needs the memory of one step only. If every step
 * computes the same expression, {@link #replay(Mark)} computes those nodes again instead.
 *
 * <p>Not thread-safe: a tape and all its values belong to one thread at a time. Threads that
 * compute at the same time need a tape each. A tape may be handed over to another thread, as long
 * as what the one did with it happens before what the other does, as it does with {@code
 * Thread.start}, {@code Thread.join} or a concurrent queue. It may not be shared: two threads at
 * the same time give wrong sums. The tape looks for that only where it costs nothing: by chance it
 * throws a {@link ConcurrentModificationException}, and what is on it is worthless then. Without an
 * exception the sums may be wrong all the same.
 *
 * <p>A tape holds at most 2<sup>30</sup> nodes and 2<sup>30</sup> operands.
 *
 * <p>Reverse-mode differentiation: A. Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd
 * ed., SIAM 2008, section 3.2.
 */
public final class Tape {

  // A node is an index into parallel arrays, which hold its data, its gradient and the operation
  // that computed it. Its operands are a section of two more arrays, from start[node] to
  // start[node + 1]. These hold the node of each operand and the partial derivative of the result
  // with respect to it, which the operation computes together with the result. So a sum of a
  // thousand values is one node, and going backward needs no closures and no virtual calls.
  //
  // For y = a * b + a with a = 2 and b = 3 (index: data, operands and their partials):
  //
  //     0: 2                       a, a leaf
  //     1: 3                       b, a leaf
  //     2: 6   0 by 3, 1 by 2      a * b, whose partials are b and a
  //     3: 8   2 by 1, 0 by 1      y, whose partials are 1 and 1
  //
  // Backward from 3, where the gradient is 1: node 2 gets 1 and a gets 1. Then from 2: a gets 3
  // more and b gets 2. So dy/da = 4 = b + 1 and dy/db = 2 = a.
  double[] data;
  double[] gradient; // 0 from size on
  private byte[] operation;
  int[] start;
  int[] operand;
  double[] partial;
  double[] constant; // the number in x + c, x * c, x / c and x^c
  private int size;
  private int leaves; // how many nodes at the foot are leaves: going backward stops there

  // A rewind drops nodes, and other nodes get their indices. A Value and a Mark can still tell
  // whether the node they stand for is on the tape: they know how many rewinds there had been when
  // it was recorded, and so does its place. (Only equality counts, so the number may overflow.)
  private int[] born;
  private int rewinds;

  private static final byte LEAF = Operation.LEAF.code();

  private final NavigableMap<Integer, String> labels = new TreeMap<>();
  private final NavigableMap<Integer, double[]> weights = new TreeMap<>(); // of cross-entropies
  private double[] earlier = {}; // the gradients that accumulate adds to

  // Two threads on one tape are noticed by chance. What a thread has begun another one may disturb:
  // a node, so that it is not at the end of the tape any more, or a pass over the whole tape.
  private int begun; // the node that was begun last
  private boolean inPass;

  private Tape(int expectedNodes) {
    data = new double[expectedNodes];
    gradient = new double[expectedNodes];
    operation = new byte[expectedNodes];
    start = new int[expectedNodes + 1];
    operand = new int[2 * expectedNodes];
    partial = new double[2 * expectedNodes];
    constant = new double[expectedNodes];
    born = new int[expectedNodes];
  }

  private Tape(Tape original) {
    size = original.size;
    leaves = original.leaves;
    rewinds = original.rewinds;
    begun = original.begun;
    int operands = original.start[size];
    data = Arrays.copyOf(original.data, size);
    gradient = Arrays.copyOf(original.gradient, size);
    operation = Arrays.copyOf(original.operation, size);
    start = Arrays.copyOf(original.start, size + 1);
    operand = Arrays.copyOf(original.operand, operands);
    partial = Arrays.copyOf(original.partial, operands);
    constant = Arrays.copyOf(original.constant, size);
    born = Arrays.copyOf(original.born, size);
    labels.putAll(original.labels);
    weights.putAll(original.weights);
  }

  /** Returns an empty tape. It grows as needed. */
  public static Tape create() {
    return new Tape(256);
  }

  /**
   * Returns an empty tape with room for a number of nodes of two operands each. It grows when there
   * are more, so a good guess only saves the copying.
   *
   * @throws IllegalArgumentException unless 1 &lt;= expectedNodes &lt;= 2<sup>29</sup>
   */
  public static Tape create(int expectedNodes) {
    if (expectedNodes < 1 || expectedNodes > 1 << 29) {
      throw new IllegalArgumentException(
          "expected nodes must be from 1 to 2^29, was " + expectedNodes);
    }
    return new Tape(expectedNodes);
  }

  /** Records a leaf, a value that depends on no other: an input or a parameter. */
  public Value value(double data) {
    begin(Operation.LEAF, 0);
    if (leaves == size) {
      leaves++;
    }
    checkNotShared();
    write(data);
    return new Value(this, size++, rewinds);
  }

  /** Records a leaf for each number, in order; the list is unmodifiable. */
  public List<Value> values(double... data) {
    int first = size;
    for (double number : data) {
      value(number);
    }
    return data.length == 0 ? List.of() : StridedView.since(first, this);
  }

  /** The number of nodes on this tape, leaves included. */
  public int size() {
    return size;
  }

  /** Returns a mark at the current end of this tape. */
  public Mark mark() {
    return new Mark(this, size, size == 0 ? 0 : born[size - 1]);
  }

  /**
   * Drops every node recorded since the mark, with its label. The nodes before the mark keep their
   * data and gradients. Using a dropped {@link Value} is an error from now on, even when another
   * node has taken its place on the tape.
   *
   * @throws IllegalArgumentException if the mark is one of another tape
   * @throws IllegalStateException if the mark was itself dropped, by a rewind to an earlier one
   */
  public void rewind(Mark mark) {
    int position = position(mark);
    beginPass();
    Arrays.fill(gradient, position, size, 0);
    if (!labels.isEmpty()) {
      labels.tailMap(position, true).clear();
    }
    if (!weights.isEmpty()) {
      weights.tailMap(position, true).clear();
    }
    size = position;
    leaves = Math.min(leaves, position);
    rewinds++;
    endPass();
  }

  /**
   * Computes every node recorded since the mark again, in its place, from the present data of the
   * leaves. The result is the same, bit for bit, as that of a rewind to the mark and recording the
   * same operations once more, but all values stay valid.
   *
   * <p>Only operations are replayed. A choice that the program made by the data of a value, in an
   * {@code if} or by the length of a loop, stays as it was recorded. So does a number that was read
   * from {@link Value#data()} and used as a constant. Record such an expression again instead. The
   * functions relu, abs, min and max do choose anew. Leaves recorded since the mark keep the data
   * that they have now. Afterwards the gradients above the mark are 0; those below it stay.
   *
   * <p>Cost: about that of recording the expression, less that of making its {@code Value}s.
   *
   * @throws IllegalArgumentException if the mark is one of another tape
   * @throws IllegalStateException if the mark was dropped, by a rewind to an earlier one
   */
  public void replay(Mark mark) {
    int position = position(mark);
    int end = size;
    beginPass();
    Arrays.fill(gradient, position, end, 0);
    try {
      for (size = position; size < end; size++) {
        if (!isLeaf(size)) {
          operation(size).compute(this);
        }
      }
    } finally { // also when an index on the tape is wrong
      size = end;
      endPass();
    }
  }

  @Override
  public String toString() {
    return "Tape(size=" + size + ")";
  }

  private int position(Mark mark) {
    if (mark.tape != this) {
      throw new IllegalArgumentException(
          "this mark belongs to another tape; rewind the tape that made it");
    }
    if (mark.position > 0 && !holds(mark.position - 1, mark.bornBelow)) {
      throw new IllegalStateException(
          "this mark was dropped by a rewind to an earlier mark; make a new one with mark()");
    }
    return mark.position;
  }

  // ---- A node is recorded in two parts. First, what it is: begin, then its operands, and its
  // constant if it has one. Then finish computes it from what is on the tape. A replay only
  // computes. A node that is begun and not finished, because an operand was wrong, is no node.

  /** Makes room for a node and its operands, and returns the place of the first operand. */
  int begin(Operation by, int operands) {
    int first = start[size];
    if (size == data.length || operands > operand.length - first) {
      grow((long) first + operands);
    }
    start[size + 1] = first + operands;
    operation[size] = by.code();
    born[size] = rewinds;
    begun = size;
    return first;
  }

  /** Writes the places of these values from operand k on, and returns the k after them. */
  int operands(List<Value> values, int k) {
    if (values instanceof StridedView view) {
      int place = view.firstOn(this);
      for (int end = k + view.size(); k < end; k++) {
        operand[k] = place;
        place += view.stride;
      }
    } else {
      for (Value x : values) {
        operand[k++] = x.indexOn(this);
      }
    }
    return k;
  }

  /** Computes the node that was begun, which is on the tape from now on. */
  void compute(Operation by) {
    checkNotShared();
    by.compute(this);
    size++;
  }

  /** The same, and returns the node. */
  Value finish(Operation by) {
    compute(by);
    return last();
  }

  /** The node at the end of this tape. */
  Value last() {
    return new Value(this, size - 1, rewinds);
  }

  private void checkNotShared() {
    if (begun != size || inPass) {
      throw shared();
    }
  }

  // ---- A pass over the whole tape, which ends as it began if no other thread uses the tape.

  void beginPass() {
    if (inPass) {
      throw shared();
    }
    inPass = true;
  }

  void endPass() {
    if (!inPass) {
      throw shared();
    }
    inPass = false;
  }

  private static ConcurrentModificationException shared() {
    return new ConcurrentModificationException(
        "two threads use this tape at the same time; give each thread a tape of its own");
  }

  // ---- What an operation reads of the node that it computes, the one at the end of the tape: the
  // places of its operands, from first to before end, the data of each, and its constant.

  int first() {
    return start[size];
  }

  int end() {
    return start[size + 1];
  }

  double operandData(int k) {
    return data[operand[k]];
  }

  double constant() {
    return constant[size];
  }

  double[] weights() {
    return Objects.requireNonNull(weights.get(size));
  }

  // ---- And what it writes: the result, and the partials of one operand or two.

  void write(double result) {
    data[size] = result;
  }

  void write(double result, double towardLeft) {
    data[size] = result;
    partial[first()] = towardLeft;
  }

  void write(double result, double towardLeft, double towardRight) {
    write(result, towardLeft);
    partial[first() + 1] = towardRight;
  }

  /** Sets the weights of the cross-entropy that was begun. */
  void weigh(double... weightOfEach) {
    weights.put(size, weightOfEach);
  }

  // ---- Going backward.

  /** Sets the gradient of each node to the derivative of the root with respect to that node. */
  void backward(int root) {
    beginPass();
    Arrays.fill(gradient, 0, size, 0);
    propagate(root);
    endPass();
  }

  /** Adds the derivative of the root with respect to each node to the gradient of that node. */
  void accumulate(int root) {
    int nodes = root + 1; // the root does not depend on any node after it
    if (earlier.length < nodes) {
      earlier = new double[data.length];
    }
    beginPass();
    System.arraycopy(gradient, 0, earlier, 0, nodes);
    Arrays.fill(gradient, 0, nodes, 0);
    propagate(root);
    for (int i = 0; i < nodes; i++) {
      gradient[i] += earlier[i];
    }
    endPass();
  }

  /**
   * The chain rule. Every operand of a node was recorded before the node, so on the way down from
   * the root each gradient is complete before it is passed on.
   *
   * <p>A node whose gradient is 0 passes nothing on. This saves work, and it is needed: a node that
   * the root does not depend on may have an infinite partial, as log(0) has, and 0 times infinity,
   * which is NaN, would spoil the gradients of its operands.
   */
  private void propagate(int root) {
    gradient[root] = 1;
    for (int i = root; i >= leaves; i--) {
      double g = gradient[i];
      if (g != 0) {
        int first = start[i];
        int end = start[i + 1];
        switch (operation(i)) {
          case DOT -> Dot.propagate(this, first, end, g);
          case DOT_OF_VIEWS -> Dot.propagateToViews(this, first, end, g);
          case PICK -> Picked.propagate(this, i, g);
          default -> {
            for (int k = first; k < end; k++) {
              gradient[operand[k]] += partial[k] * g;
            }
          }
        }
      }
    }
  }

  // ---- What a frozen function asks.

  /** An independent copy of this tape. */
  Tape copy() {
    return new Tape(this);
  }

  /** Computes these nodes again, in ascending order. */
  void computeAgain(int... nodes) {
    int end = size;
    for (int node : nodes) {
      size = node;
      operation(node).compute(this);
    }
    size = end;
  }

  // ---- What a Value asks of its node.

  boolean holds(int index, int born) {
    return index < size && this.born[index] == born;
  }

  /** When the node at a place was recorded. */
  int born(int index) {
    return born[index];
  }

  boolean isLeaf(int index) {
    return operation[index] == LEAF;
  }

  Operation operation(int index) {
    return Operation.of(operation[index]);
  }

  int[] operands(int index) {
    int[] written = Arrays.copyOfRange(operand, start[index], start[index + 1]);
    return switch (operation(index)) {
      case DOT, DOT_OF_VIEWS -> Dot.operands(operation(index), written);
      case PICK -> new int[] {Picked.place(this, index), written[0]};
      default -> written;
    };
  }

  /** The partial toward each of the {@link #operands}. */
  double[] partials(int index) {
    return switch (operation(index)) {
      case DOT, DOT_OF_VIEWS -> Dot.partials(data, operands(index));
      case PICK -> new double[] {1, 0};
      default -> Arrays.copyOfRange(partial, start[index], start[index + 1]);
    };
  }

  @Nullable String label(int index) {
    return labels.get(index);
  }

  void label(int index, String text) {
    labels.put(index, Objects.requireNonNull(text, "label"));
  }

  private void grow(long operands) {
    int edges = capacity(operand.length, operands);
    int nodes = capacity(data.length, size + 1L);
    operand = Arrays.copyOf(operand, edges);
    partial = Arrays.copyOf(partial, edges);
    data = Arrays.copyOf(data, nodes);
    gradient = Arrays.copyOf(gradient, nodes);
    operation = Arrays.copyOf(operation, nodes);
    constant = Arrays.copyOf(constant, nodes);
    born = Arrays.copyOf(born, nodes);
    start = Arrays.copyOf(start, nodes + 1);
  }

  private static int capacity(int present, long needed) {
    if (needed > 1 << 30) {
      throw new IllegalStateException(
          "the tape is full at 2^30 entries; rewind it to a mark between steps");
    }
    return needed <= present ? present : (int) Math.min(Math.max(2L * present, needed), 1 << 30);
  }
}
