package dev.makemore.autograd;

/**
 * A number on a {@link Tape} that remembers how it was computed. It is a small immutable handle on
 * a node of the tape; its methods are the operations.
 *
 * <p>Each operation records one node, whose {@linkplain #data() data} is computed at once. After
 * {@code y.backward()} the {@linkplain #gradient() gradient} of every value x on the tape is dy/dx.
 *
 * <p><b>Where a function has no derivative</b> one is chosen: those of relu and abs at 0 are 0, and
 * for min and max of two equal numbers the gradient goes to the receiver. <b>Outside the domain of
 * a function</b> IEEE 754 decides: a negative base with a fractional exponent, or the log of a
 * negative number, is NaN in data and in gradient. There is one exception: a value whose gradient
 * is 0 passes nothing on, not even NaN, so that values that the root does not depend on can't spoil
 * the gradients. Infinities are ordinary numbers: the log of 0 is -infinity.
 *
 * <p><b>Errors</b>, of every operation: values of two different tapes in one expression are an
 * {@link IllegalArgumentException}; a value that a {@linkplain Tape#rewind(Mark) rewind} has
 * dropped is an {@link IllegalStateException}.
 *
 * <p>Two values are equal if they stand for the same node. Not thread-safe, as its tape is not.
 */
public final class Value {

  // What an operation computes stands in Operation, beside its partial derivatives.

  private final Tape tape;
  private final int index;
  private final int born;

  Value(Tape tape, int index, int born) {
    this.tape = tape;
    this.index = index;
    this.born = born;
  }

  /** The tape this value is on. */
  public Tape tape() {
    return tape;
  }

  /** The number itself. */
  public double data() {
    return tape.data[index()];
  }

  /**
   * The derivative, with respect to this value, of the value whose {@link #backward()} was called
   * last, plus what was {@linkplain #accumulate() accumulated} since; 0 before the first call.
   */
  public double gradient() {
    return tape.gradient[index()];
  }

  /** Whether this is an input or a parameter, and not the result of an operation. */
  public boolean isLeaf() {
    return tape.isLeaf(index());
  }

  /**
   * Changes the data of a leaf; this is how an optimizer moves a parameter. Expressions that are
   * already recorded keep the data that they were computed from, but going backward from them may
   * now give wrong derivatives. {@linkplain Tape#replay Replay} them or record them again first.
   *
   * @throws IllegalStateException if this is the result of an operation, or was dropped by a rewind
   */
  public void set(double data) {
    if (!isLeaf()) {
      throw new IllegalStateException(
          "only a leaf can be set, this is the result of an operation ("
              + tape.operation(index)
              + "); set the leaves it was computed from and compute it again");
    }
    tape.data[index] = data;
  }

  /**
   * Sets the gradient of every value on the tape to the derivative of this value with respect to
   * that one. Clears all gradients, then goes over the tape once, from this value down.
   */
  public void backward() {
    tape.backward(index());
  }

  /**
   * Adds the derivative of this value with respect to every value on the tape to the gradient of
   * that one. After {@code a.backward(); b.accumulate();} the gradients are those of a + b.
   */
  public void accumulate() {
    tape.accumulate(index());
  }

  // ---- Arithmetic.

  /** this + b. */
  public Value plus(Value b) {
    return record(Operation.PLUS, b);
  }

  /** this + c, with a constant. */
  public Value plus(double c) {
    return record(Operation.PLUS_CONSTANT, c);
  }

  /** this - b. */
  public Value minus(Value b) {
    return record(Operation.MINUS, b);
  }

  /** this - c, with a constant. */
  public Value minus(double c) {
    return plus(-c);
  }

  /** this * b. */
  public Value times(Value b) {
    return record(Operation.TIMES, b);
  }

  /** this * c, with a constant. */
  public Value times(double c) {
    return record(Operation.TIMES_CONSTANT, c);
  }

  /** this / b. */
  public Value dividedBy(Value b) {
    return record(Operation.DIVIDED_BY, b);
  }

  /** this / c, with a constant. */
  public Value dividedBy(double c) {
    return record(Operation.DIVIDED_BY_CONSTANT, c);
  }

  /** -this. */
  public Value negate() {
    return record(Operation.NEGATE);
  }

  // ---- Powers, exponentials and logarithms.

  /**
   * This to the power of a constant. The derivative of x<sup>0</sup> is 0 everywhere, at x = 0 too.
   */
  public Value pow(double c) {
    return record(Operation.POW_CONSTANT, c);
  }

  /**
   * This to the power of b. If a is this, the derivative with respect to b is a<sup>b</sup> ln a: 0
   * at a = 0 for b &gt; 0, -infinity at a = b = 0 (the limit from either side), and NaN for a &lt;
   * 0, where a<sup>b</sup> is real only at isolated b.
   */
  public Value pow(Value b) {
    return record(Operation.POW, b);
  }

  /** e to the power of this. */
  public Value exp() {
    return record(Operation.EXP);
  }

  /** The natural logarithm: -infinity at 0, and NaN in data and gradient below 0. */
  public Value log() {
    return record(Operation.LOG);
  }

  /**
   * 1 divided by the square root of this, which scales a vector to a length: infinity at 0, and NaN
   * in data and gradient below 0.
   */
  public Value rsqrt() {
    return record(Operation.RSQRT);
  }

  // ---- Activations.

  /** The hyperbolic tangent. */
  public Value tanh() {
    return record(Operation.TANH);
  }

  /** The logistic function 1 / (1 + e<sup>-x</sup>), without overflow at any x. */
  public Value sigmoid() {
    return record(Operation.SIGMOID);
  }

  /** The rectifier max(0, x). Its derivative at 0 is 0 here. */
  public Value relu() {
    return record(Operation.RELU);
  }

  // ---- Functions that choose.

  /** The absolute value. Its derivative at 0 is 0 here. */
  public Value abs() {
    return record(Operation.ABS);
  }

  /** The smaller of this and b; if they are equal, the gradient goes to this. */
  public Value min(Value b) {
    return record(Operation.MIN, b);
  }

  /** The larger of this and b; if they are equal, the gradient goes to this. */
  public Value max(Value b) {
    return record(Operation.MAX, b);
  }

  // ---- Names.

  /**
   * Gives this value a name for {@linkplain ExpressionGraph pictures}, which replaces any earlier
   * name, and returns this value. A rewind that drops the value drops its name.
   */
  public Value label(String label) {
    tape.label(index(), label);
    return this;
  }

  /** True if {@code o} stands for the same node of the same tape. */
  @Override
  public boolean equals(Object o) {
    return o instanceof Value other
        && other.tape == tape
        && other.index == index
        && other.born == born;
  }

  @Override
  public int hashCode() {
    return 31 * index + born;
  }

  @Override
  public String toString() {
    if (!tape.holds(index, born)) {
      return "Value(dropped by a rewind)";
    }
    return "Value(data=" + tape.data[index] + ", gradient=" + tape.gradient[index] + ")";
  }

  // ---- Recording.

  private Value record(Operation by) {
    begin(by, 1);
    return tape.finish(by);
  }

  private Value record(Operation by, double c) {
    begin(by, 1);
    tape.constant[tape.size()] = c;
    return tape.finish(by);
  }

  private Value record(Operation by, Value b) {
    int k = begin(by, 2);
    tape.operand[k + 1] = b.indexOn(tape);
    return tape.finish(by);
  }

  private int begin(Operation by, int operands) {
    int k = tape.begin(by, operands);
    tape.operand[k] = index();
    return k;
  }

  /** When the node was recorded, as {@code Tape.born} tells. */
  int born() {
    return born;
  }

  /** The node this value stands for, which must still be on the tape. */
  int index() {
    if (!tape.holds(index, born)) {
      throw new IllegalStateException(
          "this value was dropped by a rewind of its tape; read what you need before the rewind,"
              + " or compute it again after it");
    }
    return index;
  }

  /** The same, for an operand of an expression on this tape. */
  int indexOn(Tape expected) {
    if (tape != expected) {
      throw new IllegalArgumentException(
          "these values are on two different tapes; create all values of an expression on one");
    }
    return index();
  }
}
