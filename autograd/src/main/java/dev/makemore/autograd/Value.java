package dev.makemore.autograd;

/**
 * A number on a {@link Tape} that remembers how it was computed: a small immutable handle, with the
 * operations on it.
 *
 * <p>Each operation records one node on the tape and returns its value, the {@linkplain #data()
 * data}, at once. After {@code y.backward()} every value x on the tape has its {@linkplain
 * #gradient() gradient} dy/dx. The class reads as a table of derivatives: in every operation the
 * result stands beside its partial derivatives.
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

  // All functions are those of StrictMath, which promises the same bits on every JDK and every
  // machine, so that a seed gives the same model everywhere; those of Math may differ (Math.tanh
  // does between JDK 17 and 25). The price is small: exp, log and tanh cost from as much to half as
  // much again as in Math, which makes a training step of softmax rows about a tenth longer. Only
  // pow is dear, seven times as much, but not with exponents 0.5, 1 and 2, which have a short way.

  private final Tape tape;
  private final int index;
  private final int epoch;

  Value(Tape tape, int index, int epoch) {
    this.tape = tape;
    this.index = index;
    this.epoch = epoch;
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
    return binary(Operation.PLUS, b, data() + b.data(), 1, 1);
  }

  /** this + c, with a constant. */
  public Value plus(double c) {
    return unary(Operation.PLUS_CONSTANT, c, data() + c, 1);
  }

  /** this - b. */
  public Value minus(Value b) {
    return binary(Operation.MINUS, b, data() - b.data(), 1, -1);
  }

  /** this - c, with a constant. */
  public Value minus(double c) {
    return plus(-c);
  }

  /** this * b. */
  public Value times(Value b) {
    double x = data();
    double y = b.data();
    return binary(Operation.TIMES, b, x * y, y, x);
  }

  /** this * c, with a constant. */
  public Value times(double c) {
    return unary(Operation.TIMES_CONSTANT, c, data() * c, c);
  }

  /** this / b. */
  public Value dividedBy(Value b) {
    double y = b.data();
    double q = data() / y;
    return binary(Operation.DIVIDED_BY, b, q, 1 / y, -q / y); // d(x/y)/dy = -x / y^2
  }

  /** this / c, with a constant. */
  public Value dividedBy(double c) {
    return unary(Operation.DIVIDED_BY_CONSTANT, c, data() / c, 1 / c);
  }

  /** -this. */
  public Value negate() {
    return unary(Operation.NEGATE, -data(), -1);
  }

  // ---- Powers, exponentials and logarithms.

  /**
   * This to the power of a constant. The derivative of x<sup>0</sup> is 0 everywhere, at x = 0 too.
   */
  public Value pow(double c) {
    double x = data();
    return unary(Operation.POW_CONSTANT, c, StrictMath.pow(x, c), powSlope(x, c));
  }

  /**
   * This to the power of b. With a for this, the derivative towards b is a<sup>b</sup> ln a: 0 at a
   * = 0 for b &gt; 0, -infinity at a = b = 0 (the limit from either side), and NaN for a &lt; 0,
   * where a<sup>b</sup> is real only at isolated b.
   */
  public Value pow(Value b) {
    double x = data();
    double y = b.data();
    double p = StrictMath.pow(x, y);
    double towardsB = x == 0 && y > 0 ? 0 : p * StrictMath.log(x); // d(x^y)/dy = x^y ln x
    return binary(Operation.POW, b, p, powSlope(x, y), towardsB);
  }

  private static double powSlope(double x, double y) {
    return y == 0 ? 0 : y * StrictMath.pow(x, y - 1); // d(x^y)/dx = y x^(y-1)
  }

  /** e to the power of this. */
  public Value exp() {
    double e = StrictMath.exp(data());
    return unary(Operation.EXP, e, e); // exp' = exp
  }

  /** The natural logarithm: -infinity at 0, NaN in data and gradient below. */
  public Value log() {
    double x = data();
    return unary(Operation.LOG, StrictMath.log(x), x < 0 ? Double.NaN : 1 / x); // ln' = 1 / x
  }

  // ---- Activations.

  /** The hyperbolic tangent. */
  public Value tanh() {
    double t = StrictMath.tanh(data());
    return unary(Operation.TANH, t, 1 - t * t); // tanh' = 1 - tanh^2
  }

  /** The logistic function 1 / (1 + e<sup>-x</sup>), without overflow at any x. */
  public Value sigmoid() {
    double x = data();
    double e = StrictMath.exp(-Math.abs(x));
    double s = (x < 0 ? e : 1) / (1 + e);
    return unary(Operation.SIGMOID, s, e / ((1 + e) * (1 + e))); // s' = s (1 - s)
  }

  /** The rectifier max(0, x). Its derivative at 0 is 0 here. */
  public Value relu() {
    double r = Math.max(0, data());
    return unary(Operation.RELU, r, Math.signum(r)); // relu' = 1 above 0
  }

  // ---- Choices.

  /** The absolute value. Its derivative at 0 is 0 here. */
  public Value abs() {
    double x = data();
    return unary(Operation.ABS, Math.abs(x), Math.signum(x));
  }

  /** The smaller of this and b; if they are equal, the gradient goes to this. */
  public Value min(Value b) {
    double x = data();
    double y = b.data();
    double towardsThis = x <= y ? 1 : x > y ? 0 : Double.NaN;
    return binary(Operation.MIN, b, Math.min(x, y), towardsThis, 1 - towardsThis);
  }

  /** The larger of this and b; if they are equal, the gradient goes to this. */
  public Value max(Value b) {
    double x = data();
    double y = b.data();
    double towardsThis = x >= y ? 1 : x < y ? 0 : Double.NaN;
    return binary(Operation.MAX, b, Math.max(x, y), towardsThis, 1 - towardsThis);
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
    if (!tape.holds(index, epoch)) {
      return "Value(dropped by a rewind)";
    }
    return "Value(data=" + tape.data[index] + ", gradient=" + tape.gradient[index] + ")";
  }

  // ---- Recording.

  // Whoever calls these has asked the operands for their data, and so knows that they are there.

  private Value unary(Operation by, double result, double towardsThis) {
    return unary(by, 0, result, towardsThis);
  }

  private Value unary(Operation by, double c, double result, double towardsThis) {
    return tape.unary(by, index, c, result, towardsThis);
  }

  private Value binary(Operation by, Value b, double result, double towardsThis, double towardsB) {
    b.requireTape(tape);
    return tape.binary(by, index, b.index, result, towardsThis, towardsB);
  }

  /** The node this value stands for, which must still be on the tape. */
  int index() {
    if (!tape.holds(index, epoch)) {
      throw new IllegalStateException(
          "this value was dropped by a rewind of its tape; read what you need before the rewind,"
              + " or compute it again after it");
    }
    return index;
  }

  /** The same, for an operand of an expression on a tape. */
  int indexOn(Tape expected) {
    requireTape(expected);
    return index();
  }

  private void requireTape(Tape expected) {
    if (tape != expected) {
      throw new IllegalArgumentException(
          "these values are on two different tapes; create all values of an expression on one");
    }
  }
}
