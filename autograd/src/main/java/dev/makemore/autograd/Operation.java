package dev.makemore.autograd;

/**
 * Every operation that a tape can record. {@link #compute} has one case for each, in which its
 * result and its partial derivatives stand side by side; recording and replaying both run it.
 *
 * <p>To add an operation, add a constant to this list, its case to {@code compute}, and a method to
 * {@link Value} (or {@link Values}, if it takes many values) that records it.
 */
enum Operation {
  LEAF(""),
  PLUS("plus"),
  PLUS_CONSTANT("plus constant"),
  MINUS("minus"),
  TIMES("times"),
  TIMES_CONSTANT("times constant"),
  DIVIDED_BY("divided by"),
  DIVIDED_BY_CONSTANT("divided by constant"),
  NEGATE("negate"),
  POW("pow"),
  POW_CONSTANT("pow constant"),
  EXP("exp"),
  LOG("log"),
  RSQRT("rsqrt"),
  TANH("tanh"),
  RELU("relu"),
  SIGMOID("sigmoid"),
  ABS("abs"),
  MIN("min"),
  MAX("max"),
  SUM("sum"),
  MEAN("mean"),
  DOT("dot"),
  DOT_OF_VIEWS("dot"),
  DOT_CONSTANTS("dot constants"),
  LARGEST("largest"),
  PICK("pick"),
  LOG_SUM_EXP("logSumExp"),
  CROSS_ENTROPY("crossEntropy"), // with a weight for each logit
  CROSS_ENTROPY_OF("crossEntropy"), // of one target, a constant
  CROSS_ENTROPY_AT("crossEntropy"); // of one target, whose index is the last operand

  private static final Operation[] ALL = values();

  @SuppressWarnings("EnumOrdinal") // a code never leaves the process, so the list may change
  private final byte code = (byte) ordinal();

  private final String text;

  Operation(String text) {
    this.text = text;
  }

  /** Returns the operation with this {@linkplain #code() code}. */
  static Operation of(byte code) {
    return ALL[code];
  }

  /** The byte that stands for this operation on a tape. */
  byte code() {
    return code;
  }

  /**
   * Computes the node at the end of a tape: reads the data of its operands, and writes its result
   * followed by the partial derivative of the result with respect to each operand.
   *
   * <p>All functions are those of StrictMath, which promises the same bits on every JDK and every
   * machine, so that a seed gives the same model everywhere. Those of Math may differ: Math.tanh
   * does between JDK 17 and 25. The price is small. exp, log and tanh take up to one and a half
   * times as long as in Math, which makes a training step of softmax rows about a tenth longer.
   * Only pow is expensive, at seven times, though not with the exponents 0.5, 1 and 2, for which
   * StrictMath has a shortcut.
   *
   * <p>Partial derivatives are accurate to a few units in the last place wherever the operands are
   * doubles. So none is the difference of two numbers that may be nearly equal: tanh' is not
   * written as 1 - tanh^2, which is 0 from 19 on.
   */
  void compute(Tape tape) {
    double x = tape.operandData(tape.first()); // the only operand, or the left one of two
    double y = tape.operandData(tape.end() - 1); // the right one of two
    double c = tape.constant();
    switch (this) {
      case LEAF -> {} // was given, and is not computed

      case PLUS -> tape.write(x + y, 1, 1);
      case PLUS_CONSTANT -> tape.write(x + c, 1);
      case MINUS -> tape.write(x - y, 1, -1);
      case TIMES -> tape.write(x * y, y, x);
      case TIMES_CONSTANT -> tape.write(x * c, c);
      case DIVIDED_BY -> tape.write(x / y, 1 / y, quotientSlope(x, y));
      case DIVIDED_BY_CONSTANT -> tape.write(x / c, 1 / c);
      case NEGATE -> tape.write(-x, -1);

      case POW_CONSTANT -> {
        double p = StrictMath.pow(x, c);
        tape.write(p, powSlope(p, x, c));
      }
      case POW -> {
        double p = StrictMath.pow(x, y);
        double towardY = x < 0 ? Double.NaN : timesPow(StrictMath.log(x), p, x, y);
        tape.write(p, powSlope(p, x, y), towardY); // d(x^y)/dy = x^y ln x
      }
      case EXP -> {
        double e = StrictMath.exp(x);
        tape.write(e, e); // exp' = exp
      }
      case LOG ->
          tape.write(StrictMath.log(x), x < 0 ? Double.NaN : 1 / Math.abs(x)); // ln' = 1 / x
      case RSQRT -> {
        double r = 1 / Math.sqrt(x); // Math.sqrt is exact on every JDK
        tape.write(r, -0.5 * r / x); // (x^-1/2)' = -1/2 x^-3/2
      }

      case TANH -> {
        double e = StrictMath.exp(-2 * Math.abs(x)); // tanh = (1 - e) / (1 + e) for x > 0
        tape.write(StrictMath.tanh(x), 4 * e / ((1 + e) * (1 + e))); // tanh' = 1 - tanh^2
      }
      case SIGMOID -> {
        double e = StrictMath.exp(-Math.abs(x)); // at most 1, so it cannot overflow
        double s = (x < 0 ? e : 1) / (1 + e);
        tape.write(s, e / ((1 + e) * (1 + e))); // s' = s (1 - s), with no difference
      }
      case RELU -> {
        double r = Math.max(0, x);
        tape.write(r, Math.signum(r)); // relu' = 1 above 0
      }

      case ABS -> tape.write(Math.abs(x), Math.signum(x));
      case MIN -> {
        double towardX = x <= y ? 1 : x > y ? 0 : Double.NaN;
        tape.write(Math.min(x, y), towardX, 1 - towardX);
      }
      case MAX -> {
        double towardX = x >= y ? 1 : x < y ? 0 : Double.NaN;
        tape.write(Math.max(x, y), towardX, 1 - towardX);
      }

      case SUM -> tape.write(sum(tape, 1));
      case MEAN -> {
        int n = tape.end() - tape.first();
        tape.write(sum(tape, 1.0 / n) / n);
      }
      case DOT -> tape.write(Dot.listed(tape));
      case DOT_OF_VIEWS -> tape.write(Dot.ofViews(tape));
      case DOT_CONSTANTS -> tape.write(dotConstants(tape));
      case LOG_SUM_EXP -> tape.write(Logits.logSumExp(tape));
      case LARGEST -> tape.write(largest(tape));
      case PICK -> tape.write(tape.data[Picked.place(tape, tape.size())]);
      case CROSS_ENTROPY -> tape.write(Logits.crossEntropy(tape, tape.weights()));
      case CROSS_ENTROPY_OF -> tape.write(Logits.crossEntropyOf(tape, (int) c, tape.end()));
      case CROSS_ENTROPY_AT -> {
        int logits = tape.end() - 1 - tape.first();
        int target = Picked.index(y, logits);
        tape.write(Logits.crossEntropyOf(tape, target, tape.end() - 1));
        tape.partial[tape.end() - 1] = 0;
      }
    }
  }

  /** What pictures of expressions call this operation. */
  @Override
  public String toString() {
    return text;
  }

  // ---- Derivatives whose plain formulas would lose digits.

  /** d(x/y)/dy = -x / y^2, where y^2 might overflow, and x / y be too small for all its digits. */
  private static double quotientSlope(double x, double y) {
    boolean tiny = Math.abs(x / y) < Double.MIN_NORMAL && Math.abs(y) < 1;
    return tiny ? -(x * 0x1p900 / y / y) * 0x1p-900 : -(x / y) / y;
  }

  /** d(x^y)/dx = y x^(y-1), or y x^y / x for a y from which 1 is not subtracted exactly. */
  private static double powSlope(double power, double x, double y) {
    if (y == 0) {
      return 0;
    }
    boolean exact = y >= 0.5 && y <= 0x1p53;
    return exact || x == 0 || Double.isInfinite(x)
        ? timesPow(y, StrictMath.pow(x, y - 1), x, y - 1)
        : timesPow(y, power, x, y) / x;
  }

  /** c x^y, where c comes between the halves of a power that is too small for all its digits. */
  private static double timesPow(double c, double power, double x, double y) {
    if (!(Math.abs(power) < Double.MIN_NORMAL)) {
      return c * power;
    }
    double half = StrictMath.pow(Math.abs(x), y / 2);
    return half == 0 ? 0 : Math.copySign(1, power) * (c * half) * half; // c may be infinite
  }

  // ---- Of many operands: each method writes the partials and returns the result.

  private static double sum(Tape tape, double towardEach) {
    double sum = 0;
    for (int k = tape.first(); k < tape.end(); k++) {
      tape.partial[k] = towardEach;
      sum += tape.operandData(k);
    }
    return sum;
  }

  private static double largest(Tape tape) {
    int top = Logits.indexOfLargest(tape, tape.end());
    for (int k = tape.first(); k < tape.end(); k++) {
      tape.partial[k] = k == top ? 1 : 0;
    }
    return tape.operandData(top);
  }

  private static double dotConstants(Tape tape) {
    double sum = 0;
    for (int k = tape.first(); k < tape.end(); k++) {
      sum += tape.partial[k] * tape.operandData(k); // the partials are the constants
    }
    return sum;
  }
}
