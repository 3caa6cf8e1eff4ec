package dev.makemore.autograd;

/**
 * A number on a {@link Tape} that remembers how it was computed: a small immutable handle, with the
 * operations on it.
 *
 * <p>Each operation records one node on the tape and returns its value, the {@linkplain #data()
 * data}, at once. After {@code y.backward()} every value x on the tape has its {@linkplain
 * #gradient() gradient} dy/dx.
 *
 * <p><b>Where a function has no derivative</b> these are chosen: relu' and abs' are 0 at 0, and min
 * and max of two equal numbers follow the receiver. <b>Outside a function's domain</b> IEEE 754
 * decides: a negative base with a fractional exponent, or the log of a negative number, is NaN in
 * data and in gradient. The one exception is that a value whose gradient is 0 hands nothing on, not
 * even NaN, so that what a root does not depend on can't spoil its gradients. Infinities are
 * ordinary: the log of 0 is -infinity.
 *
 * <p><b>Errors</b>, of every operation: values of two different tapes in one expression are an
 * {@link IllegalArgumentException}; a value that a {@linkplain Tape#rewind(Mark) rewind} has
 * dropped is an {@link IllegalStateException}.
 *
 * <p>Two values are equal only if they are the same object. Not thread-safe, as its tape is not.
 */
public final class Value {

  // What an operation computes stands in Derivatives, beside its partial derivatives.

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
   * The derivative of the last {@linkplain #backward() backward} root with respect to this value,
   * plus what was {@linkplain #accumulate() accumulated} since; 0 before the first.
   */
  public double gradient() {
    return tape.gradient[index()];
  }

  /** Whether this is an input or a parameter, rather than the result of an operation. */
  public boolean isLeaf() {
    return tape.isLeaf(index());
  }

  /**
   * Changes the number of a leaf; this is how an optimiser moves a parameter. Expressions already
   * recorded keep the data they were computed with, and their derivatives are no longer to be
   * relied on: {@linkplain Tape#replay replay} them, or record them again, before going backward.
   *
   * @throws IllegalStateException if this is the result of an operation, or dropped by a rewind
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
   * Makes the gradient of every value on the tape the derivative of this one with respect to it,
   * whatever it was before. Clears all gradients, then goes over the tape once, from this value
   * down.
   */
  public void backward() {
    tape.backward(index());
  }

  /**
   * Adds the derivative of this value with respect to every other to the gradient that is there:
   * after {@code a.backward(); b.accumulate();} the gradients are those of a + b.
   */
  public void accumulate() {
    tape.accumulate(index());
  }

  // ---- Arithmetic.

  /** this + b. */
  public Value plus(Value b) {
    return Derivatives.plus(begin(Operation.PLUS, b));
  }

  /** this + c, with a constant. */
  public Value plus(double c) {
    return Derivatives.plusConstant(begin(Operation.PLUS_CONSTANT, c));
  }

  /** this - b. */
  public Value minus(Value b) {
    return Derivatives.minus(begin(Operation.MINUS, b));
  }

  /** this - c, with a constant. */
  public Value minus(double c) {
    return plus(-c);
  }

  /** this * b. */
  public Value times(Value b) {
    return Derivatives.times(begin(Operation.TIMES, b));
  }

  /** this * c, with a constant. */
  public Value times(double c) {
    return Derivatives.timesConstant(begin(Operation.TIMES_CONSTANT, c));
  }

  /** this / b. */
  public Value dividedBy(Value b) {
    return Derivatives.dividedBy(begin(Operation.DIVIDED_BY, b));
  }

  /** this / c, with a constant. */
  public Value dividedBy(double c) {
    return Derivatives.dividedByConstant(begin(Operation.DIVIDED_BY_CONSTANT, c));
  }

  /** -this. */
  public Value negate() {
    return Derivatives.negate(begin(Operation.NEGATE));
  }

  // ---- Powers, exponentials and logarithms.

  /**
   * This to the power of a constant. The derivative of x<sup>0</sup> is 0 everywhere, at x = 0 too.
   */
  public Value pow(double c) {
    return Derivatives.powConstant(begin(Operation.POW_CONSTANT, c));
  }

  /**
   * This to the power of b. With a for this, the derivative towards b is a<sup>b</sup> ln a: 0 at a
   * = 0 for b &gt; 0, -infinity at a = b = 0 (the limit from either side), and NaN for a &lt; 0,
   * where a<sup>b</sup> is real only at isolated b.
   */
  public Value pow(Value b) {
    return Derivatives.pow(begin(Operation.POW, b));
  }

  /** e to the power of this. */
  public Value exp() {
    return Derivatives.exp(begin(Operation.EXP));
  }

  /** The natural logarithm: -infinity at 0, NaN in data and gradient below. */
  public Value log() {
    return Derivatives.log(begin(Operation.LOG));
  }

  // ---- Activations.

  /** The hyperbolic tangent. */
  public Value tanh() {
    return Derivatives.tanh(begin(Operation.TANH));
  }

  /** The logistic function 1 / (1 + e<sup>-x</sup>), without overflow at any x. */
  public Value sigmoid() {
    return Derivatives.sigmoid(begin(Operation.SIGMOID));
  }

  /** The rectifier max(0, x). Its derivative at 0 is 0 here. */
  public Value relu() {
    return Derivatives.relu(begin(Operation.RELU));
  }

  // ---- Choices.

  /** The absolute value. Its derivative at 0 is 0 here. */
  public Value abs() {
    return Derivatives.abs(begin(Operation.ABS));
  }

  /** The smaller of this and b; if they are equal, the gradient goes to this. */
  public Value min(Value b) {
    return Derivatives.min(begin(Operation.MIN, b));
  }

  /** The larger of this and b; if they are equal, the gradient goes to this. */
  public Value max(Value b) {
    return Derivatives.max(begin(Operation.MAX, b));
  }

  // ---- Names.

  /**
   * Gives this value a name for {@linkplain ExpressionGraph pictures}, in place of any before, and
   * returns this value. The name is dropped with the value.
   */
  public Value label(String label) {
    tape.label(index(), label);
    return this;
  }

  @Override
  public String toString() {
    if (!tape.holds(index, born)) {
      return "Value(dropped by a rewind)";
    }
    return "Value(data=" + tape.data[index] + ", gradient=" + tape.gradient[index] + ")";
  }

  // ---- Recording: what the next node is, for Derivatives to compute.

  private Tape begin(Operation by) {
    int k = tape.beginNode(by, 1);
    tape.operand[k] = index();
    return tape;
  }

  private Tape begin(Operation by, double c) {
    begin(by);
    tape.constant[tape.size()] = c;
    return tape;
  }

  private Tape begin(Operation by, Value b) {
    int k = tape.beginNode(by, 2);
    tape.operand[k] = index();
    tape.operand[k + 1] = b.indexOn(tape);
    return tape;
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

  /** The same, for an operand of an expression on a tape. */
  int indexOn(Tape expected) {
    if (tape != expected) {
      throw new IllegalArgumentException(
          "these values are on two different tapes; create all values of an expression on one");
    }
    return index();
  }
}
