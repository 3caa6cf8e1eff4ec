package dev.makemore.autograd;

/**
 * The choice of one value out of many by an index that is itself a value on the tape, so that it
 * may change between two replays. The operands of such a node are the index and, of the {@link
 * StridedView} to choose from, the first place, the stride and the size.
 */
final class Picked {

  private Picked() {}

  /** Records the choice. */
  static void record(Tape tape, StridedView from, Value index) {
    int k = tape.begin(Operation.PICK, 4);
    tape.operand[k] = index.indexOn(tape);
    tape.operand[k + 1] = from.firstOn(tape);
    tape.operand[k + 2] = from.stride;
    tape.operand[k + 3] = from.size();
    tape.compute(Operation.PICK);
  }

  /** Adds to the gradients of the value that is chosen and of the index their share of g. */
  static void propagate(Tape tape, int node, double g) {
    tape.gradient[place(tape, node)] += g; // the partial is 1
    tape.gradient[tape.operand[tape.start[node]]] += 0 * g; // 0, and 0 times infinity is NaN
  }

  /** The place of the value that is chosen at present. */
  static int place(Tape tape, int node) {
    int k = tape.start[node];
    int[] operand = tape.operand;
    return operand[k + 1] + operand[k + 2] * index(tape.data[operand[k]], operand[k + 3]);
  }

  /** All nodes that the choice may depend on: the index, and each value to choose from. */
  static int[] sources(Tape tape, int node) {
    int k = tape.start[node];
    int[] operand = tape.operand;
    int[] sources = new int[operand[k + 3] + 1];
    for (int i = 0; i < sources.length - 1; i++) {
      sources[i] = operand[k + 1] + i * operand[k + 2];
    }
    sources[sources.length - 1] = operand[k];
    return sources;
  }

  /** The index that a number stands for: a whole number from 0 to below the size. */
  static int index(double number, int size) {
    int index = (int) number;
    if (index != number || index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(
          "an index must be a whole number from 0 to " + (size - 1) + ", was " + number);
    }
    return index;
  }
}
