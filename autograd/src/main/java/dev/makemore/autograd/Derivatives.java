package dev.makemore.autograd;

/**
 * The table of derivatives: of every operation on one value or two the result stands beside its
 * partial derivatives.
 *
 * <p>Each method computes the node that is begun on a tape, and ends it: its operands are written
 * down already, by {@link Value}, or once before a {@link Replay}, when their data may have been
 * others. What {@link Values} computes of many values stands in that class, in the same way.
 */
final class Derivatives {

  // All functions are those of StrictMath, which promises the same bits on every JDK and every
  // machine, so that a seed gives the same model everywhere; those of Math may differ (Math.tanh
  // does between JDK 17 and 25). The price is small: exp, log and tanh cost from as much to half as
  // much again as in Math, which makes a training step of softmax rows about a tenth longer. Only
  // pow is dear, seven times as much, but not with exponents 0.5, 1 and 2, which have a short way.

  private Derivatives() {}

  // ---- Arithmetic.

  static Value plus(Tape tape) {
    return tape.endNode(tape.left() + tape.right(), 1, 1);
  }

  static Value plusConstant(Tape tape) {
    return tape.endNode(tape.left() + tape.constant(), 1);
  }

  static Value minus(Tape tape) {
    return tape.endNode(tape.left() - tape.right(), 1, -1);
  }

  static Value times(Tape tape) {
    double x = tape.left();
    double y = tape.right();
    return tape.endNode(x * y, y, x);
  }

  static Value timesConstant(Tape tape) {
    double c = tape.constant();
    return tape.endNode(tape.left() * c, c);
  }

  static Value dividedBy(Tape tape) {
    double y = tape.right();
    double q = tape.left() / y;
    return tape.endNode(q, 1 / y, -q / y); // d(x/y)/dy = -x / y^2
  }

  static Value dividedByConstant(Tape tape) {
    double c = tape.constant();
    return tape.endNode(tape.left() / c, 1 / c);
  }

  static Value negate(Tape tape) {
    return tape.endNode(-tape.left(), -1);
  }

  // ---- Powers, exponentials and logarithms.

  static Value powConstant(Tape tape) {
    double x = tape.left();
    double c = tape.constant();
    return tape.endNode(StrictMath.pow(x, c), powSlope(x, c));
  }

  static Value pow(Tape tape) {
    double x = tape.left();
    double y = tape.right();
    double p = StrictMath.pow(x, y);
    double towardsY = x == 0 && y > 0 ? 0 : p * StrictMath.log(x); // d(x^y)/dy = x^y ln x
    return tape.endNode(p, powSlope(x, y), towardsY);
  }

  private static double powSlope(double x, double y) {
    return y == 0 ? 0 : y * StrictMath.pow(x, y - 1); // d(x^y)/dx = y x^(y-1)
  }

  static Value exp(Tape tape) {
    double e = StrictMath.exp(tape.left());
    return tape.endNode(e, e); // exp' = exp
  }

  static Value log(Tape tape) {
    double x = tape.left();
    return tape.endNode(StrictMath.log(x), x < 0 ? Double.NaN : 1 / x); // ln' = 1 / x
  }

  // ---- Activations.

  static Value tanh(Tape tape) {
    double t = StrictMath.tanh(tape.left());
    return tape.endNode(t, 1 - t * t); // tanh' = 1 - tanh^2
  }

  static Value sigmoid(Tape tape) {
    double x = tape.left();
    double e = StrictMath.exp(-Math.abs(x));
    double s = (x < 0 ? e : 1) / (1 + e);
    return tape.endNode(s, e / ((1 + e) * (1 + e))); // s' = s (1 - s)
  }

  static Value relu(Tape tape) {
    double r = Math.max(0, tape.left());
    return tape.endNode(r, Math.signum(r)); // relu' = 1 above 0
  }

  // ---- Choices.

  static Value abs(Tape tape) {
    double x = tape.left();
    return tape.endNode(Math.abs(x), Math.signum(x));
  }

  static Value min(Tape tape) {
    double x = tape.left();
    double y = tape.right();
    double towardsX = x <= y ? 1 : x > y ? 0 : Double.NaN;
    return tape.endNode(Math.min(x, y), towardsX, 1 - towardsX);
  }

  static Value max(Tape tape) {
    double x = tape.left();
    double y = tape.right();
    double towardsX = x >= y ? 1 : x < y ? 0 : Double.NaN;
    return tape.endNode(Math.max(x, y), towardsX, 1 - towardsX);
  }
}
