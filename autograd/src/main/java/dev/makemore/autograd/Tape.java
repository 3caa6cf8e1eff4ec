package dev.makemore.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records every operation on its {@linkplain Value values} in the order they are computed, and
 * plays the record backwards to find the derivative of one of them with respect to all others.
 *
 * <p>A tape starts empty. {@link #value(double)} puts a leaf on it, an input or a parameter; the
 * methods of {@link Value} and {@link Values} add one node each. {@link #mark()} and {@link
 * #rewind(Mark)} let a training loop keep its parameters, at the foot of the tape, and drop the
 * rest after every step, so that the loop runs in the memory of a single step. {@link
 * #replay(Mark)} computes the rest again instead, where every step has the same expression.
 *
 * <p>Not thread-safe: a tape and all its values belong to one thread at a time. Threads that
 * compute at the same time have a tape each. A tape holds at most 2<sup>30</sup> nodes, and as many
 * operands.
 *
 * <p>Reverse-mode differentiation: A. Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd
 * ed., SIAM 2008, section 3.2.
 */
public final class Tape {

  // A node is an index. What is known of it stands in parallel arrays: its data, its gradient and
  // the operation that made it. Its operands are a stretch of two more arrays, from start[node] to
  // start[node + 1]: which node each operand is, and the partial derivative of the result towards
  // it, known at the moment of the operation. So the tape holds numbers only, a sum of a thousand
  // values is one node, and going backwards needs neither closures nor virtual calls.
  //
  // For y = a * b + a with a = 2 and b = 3 (index: data, operands with their partials):
  //
  //     0: 2                       a, a leaf
  //     1: 3                       b, a leaf
  //     2: 6   0 by 3, 1 by 2      a * b, whose partials are b and a
  //     3: 8   2 by 1, 0 by 1      y, whose partials are 1 and 1
  //
  // Backwards from 3, where the gradient is 1: node 2 gets 1 and a gets 1; then from 2: a gets 3
  // more and b gets 2. So dy/da = 4 = b + 1 and dy/db = 2 = a.
  double[] data;
  double[] gradient; // 0 from size on
  private byte[] operation;
  int[] start;
  int[] operand;
  double[] partial;
  double[] constant; // the number in x + c, x * c, x / c and x^c
  private int size;
  private int leaves; // so many nodes at the foot are leaves, which hand nothing on

  // A rewind drops nodes, and other nodes get their indices. A Value and a Mark can still tell
  // whether the node they stand for is on the tape: they know how many rewinds there had been when
  // it was recorded, and so does its place. (Only equality counts, so the number may overflow.)
  private int[] born;
  private int rewinds;

  private static final byte LEAF = Operation.LEAF.code();
  private static final byte DOT_OF_NEIGHBORS = Operation.DOT_OF_NEIGHBORS.code();

  private final NavigableMap<Integer, String> labels = new TreeMap<>();
  private double[] earlier = {}; // the gradients that accumulate adds to

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

  /** Returns an empty tape. It grows as needed. */
  public static Tape create() {
    return new Tape(256);
  }

  /**
   * Returns an empty tape with room for a number of nodes of two operands each. It still grows when
   * there are more; a good guess only saves the copying.
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
    beginNode(Operation.LEAF, 0);
    if (leaves == size) {
      leaves++;
    }
    return endNode(data);
  }

  /** Records a leaf for each number, in their order; the list is unmodifiable. */
  public List<Value> values(double... data) {
    Value[] leaves = new Value[data.length];
    for (int i = 0; i < data.length; i++) {
      leaves[i] = value(data[i]);
    }
    return Values.list(leaves);
  }

  /** The number of nodes on this tape, leaves included. */
  public int size() {
    return size;
  }

  /** Returns a mark at the present end of this tape. */
  public Mark mark() {
    return new Mark(this, size, size == 0 ? 0 : born[size - 1]);
  }

  /**
   * Drops every node recorded since the mark, with its label. The nodes before it keep their data
   * and gradients. To use a dropped {@link Value} is an error from now on, even when its place on
   * the tape is taken again.
   *
   * @throws IllegalArgumentException if the mark is one of another tape
   * @throws IllegalStateException if the mark was itself dropped, by a rewind to an earlier one
   */
  public void rewind(Mark mark) {
    int position = position(mark);
    Arrays.fill(gradient, position, size, 0);
    if (!labels.isEmpty()) {
      labels.tailMap(position, true).clear();
    }
    size = position;
    leaves = Math.min(leaves, position);
    rewinds++;
  }

  /**
   * Computes again every node recorded since the mark, in its place, with the data of the leaves as
   * they are now. That comes to the same, bit for bit, as a rewind to the mark and recording the
   * same operations once more, but all values stay and the tape does not grow.
   *
   * <p>What is replayed are the operations. A choice among them that the program made on the data
   * of a value, by an {@code if} or the length of a loop, stays as it was recorded, and so does a
   * number read from {@link Value#data()} and used as a constant: record such an expression again.
   * Functions that choose for themselves, relu, abs, min and max, do so afresh. Leaves recorded
   * since the mark keep the data they have, by {@link Value#set} for one. Gradients above the mark
   * are 0 afterwards, those below it stay.
   *
   * <p>Cost: about that of computing the expression, without the handles.
   *
   * @throws IllegalArgumentException if the mark is one of another tape
   * @throws IllegalStateException if the mark was dropped, by a rewind to an earlier one
   */
  public void replay(Mark mark) {
    int end = size;
    size = position(mark);
    Arrays.fill(gradient, size, end, 0);
    Replay.nodes(this, end);
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

  // ---- A node is recorded in two parts. The first writes down what it is: beginNode, then its
  // operands, and its constant if it has one (constant weights are its partials). The second
  // computes it from what stands there now: its partials, and endNode. A replay is the second part
  // alone. What is begun and never ended, because one of its operands was wrong, becomes no node.

  /** Makes room for a node and its operands, and returns the place of the first of them. */
  int beginNode(Operation by, int operands) {
    int first = start[size];
    if (size == data.length || operands > operand.length - first) {
      grow((long) first + operands);
    }
    start[size + 1] = first + operands;
    operation[size] = by.code();
    born[size] = rewinds;
    return first;
  }

  Value endNode(double result) {
    data[size] = result;
    return new Value(this, size++, rewinds);
  }

  Value endNode(double result, double towardsLeft) {
    partial[first()] = towardsLeft;
    return endNode(result);
  }

  Value endNode(double result, double towardsLeft, double towardsRight) {
    partial[first() + 1] = towardsRight;
    return endNode(result, towardsLeft);
  }

  // ---- Of a node that is begun: where its operands begin and end, and what it is computed from.

  int first() {
    return start[size];
  }

  int end() {
    return start[size + 1];
  }

  double operandData(int k) {
    return data[operand[k]];
  }

  double left() {
    return operandData(first());
  }

  double right() {
    return operandData(first() + 1);
  }

  double constant() {
    return constant[size];
  }

  // ---- Playing it backwards.

  /** Makes every gradient the derivative of the root with respect to that node. */
  void backward(int root) {
    Arrays.fill(gradient, 0, size, 0);
    propagate(root);
  }

  /** Adds to every gradient the derivative of the root with respect to that node. */
  void accumulate(int root) {
    int nodes = root + 1; // nothing later depends on the root, nor the root on it
    if (earlier.length < nodes) {
      earlier = new double[data.length];
    }
    System.arraycopy(gradient, 0, earlier, 0, nodes);
    Arrays.fill(gradient, 0, nodes, 0);
    propagate(root);
    for (int i = 0; i < nodes; i++) {
      gradient[i] += earlier[i];
    }
  }

  /**
   * The chain rule. Every operand of a node was recorded before it, so from the root down each
   * gradient is complete by the time it is handed on.
   *
   * <p>A node whose gradient is 0 hands on nothing. That saves work, and more: a node that the root
   * does not depend on may have infinite partials, as log(0) has, and 0 times infinity, NaN, would
   * spoil the gradient of leaves that have nothing to do with it.
   */
  private void propagate(int root) {
    gradient[root] = 1;
    for (int i = root; i >= leaves; i--) {
      double g = gradient[i];
      if (g != 0) {
        if (operation[i] == DOT_OF_NEIGHBORS) {
          Neighbors.propagateDot(this, i, g);
        } else {
          for (int k = start[i]; k < start[i + 1]; k++) {
            gradient[operand[k]] += partial[k] * g;
          }
        }
      }
    }
  }

  // ---- What a Value asks of its node.

  boolean holds(int index, int born) {
    return index < size && this.born[index] == born;
  }

  boolean isLeaf(int index) {
    return operation[index] == LEAF;
  }

  Operation operation(int index) {
    return Operation.of(operation[index]);
  }

  int[] operands(int index) {
    int[] operands = Arrays.copyOfRange(operand, start[index], start[index + 1]);
    return operation[index] == DOT_OF_NEIGHBORS ? Neighbors.listed(operands) : operands;
  }

  @Nullable String label(int index) {
    return labels.get(index);
  }

  void label(int index, String text) {
    labels.put(index, text);
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
