package dev.makemore.autograd;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A recorded expression as a function that is independent of its tape: numbers in, numbers out.
 *
 * <p>It is made of what a {@linkplain Tape#replay replay} computes, on a copy of the tape, so the
 * results are those of the tape, bit for bit. What the expression depends on besides its inputs,
 * such as the weights of a network, keeps the data that it had when the function was made.
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="frozen"}
 *
 * <p>Immutable and thread-safe. Each thread that computes at the same time needs a copy of the tape
 * as it was when the function was made; the copies are kept for later calls.
 */
public final class FrozenFunction {

  private final Tape recorded; // never changed
  private final int[] inputs;
  private final int[] outputs;
  private final int[] program; // what depends on an input and is needed for an output, in order
  private final Deque<Tape> idle = new ArrayDeque<>(); // copies that no thread uses at present

  private FrozenFunction(Tape recorded, int[] inputs, int[] outputs) {
    this.recorded = recorded;
    this.inputs = inputs;
    this.outputs = outputs;
    BitSet program = dependents(recorded, inputs);
    program.and(dependencies(recorded, outputs));
    this.program = program.stream().toArray();
  }

  /**
   * Freezes an expression.
   *
   * @param inputs leaves, among them indices that {@link Values#pick} was given
   * @param outputs what to compute; one at least
   * @throws IllegalArgumentException if an input is no leaf or is given twice, if there is no
   *     output, or if the values are on several tapes
   */
  public static FrozenFunction of(List<Value> inputs, List<Value> outputs) {
    List<Value> results = Values.known(outputs);
    Tape tape = Values.tapeOf(results);
    for (Value input : inputs) {
      input.indexOn(tape);
      if (!input.isLeaf()) {
        throw new IllegalArgumentException(
            "an input must be a leaf, this is the result of an operation: " + input);
      }
    }
    if (inputs.stream().distinct().count() < inputs.size()) {
      throw new IllegalArgumentException("an input must be given once, one is given twice");
    }
    int[] out = results.stream().mapToInt(x -> x.indexOn(tape)).toArray();
    return new FrozenFunction(tape.copy(), inputs.stream().mapToInt(Value::index).toArray(), out);
  }

  /** The number of inputs. */
  public int inputs() {
    return inputs.length;
  }

  /** The number of outputs. */
  public int outputs() {
    return outputs.length;
  }

  /**
   * Computes the outputs for these inputs; the array is new.
   *
   * @throws IllegalArgumentException unless there is one number for each input
   * @throws IndexOutOfBoundsException if an input is an index and no valid one
   */
  public double[] apply(double... numbers) {
    if (numbers.length != inputs.length) {
      throw new IllegalArgumentException(
          "the function has " + inputs.length + " inputs, was given " + numbers.length);
    }
    Tape tape = take();
    try {
      for (int i = 0; i < inputs.length; i++) {
        tape.data[inputs[i]] = numbers[i];
      }
      tape.computeAgain(program);
      double[] results = new double[outputs.length];
      for (int i = 0; i < results.length; i++) {
        results[i] = tape.data[outputs[i]];
      }
      return results;
    } finally {
      give(tape);
    }
  }

  /** The nodes whose data depends on one of these, without these. */
  private static BitSet dependents(Tape tape, int... nodes) {
    BitSet changed = new BitSet();
    Arrays.stream(nodes).forEach(changed::set);
    BitSet dependents = new BitSet();
    for (int i = 0; i < tape.size(); i++) {
      if (Arrays.stream(sources(tape, i)).anyMatch(changed::get)) {
        changed.set(i);
        dependents.set(i);
      }
    }
    return dependents;
  }

  /** These nodes, and all that their data depends on. */
  private static BitSet dependencies(Tape tape, int... nodes) {
    BitSet needed = new BitSet();
    Arrays.stream(nodes).forEach(needed::set);
    for (int i = needed.length() - 1; i >= 0; i = needed.previousSetBit(i - 1)) {
      Arrays.stream(sources(tape, i)).forEach(needed::set);
    }
    return needed;
  }

  /** The nodes that the data of a node may depend on: a pick may choose another one next time. */
  private static int[] sources(Tape tape, int node) {
    return tape.operation(node) == Operation.PICK
        ? Picked.sources(tape, node)
        : tape.operands(node);
  }

  private Tape take() {
    synchronized (idle) {
      Tape tape = idle.poll();
      if (tape != null) {
        return tape;
      }
    }
    return recorded.copy();
  }

  private void give(Tape tape) {
    synchronized (idle) {
      idle.push(tape);
    }
  }

  /** The number of inputs and outputs. */
  @Override
  public String toString() {
    return "FrozenFunction from " + inputs.length + " to " + outputs.length + " numbers";
  }
}
