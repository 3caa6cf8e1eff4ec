package dev.makemore.autograd;

/**
 * Records the next node of a tape again, from its operands as they are now.
 *
 * <p>A node that was computed by {@code exp} is computed again by {@link Value#exp()}, the same
 * method, while the end of the tape stands where it stood the first time. So every number lands
 * where it was before, and an operation and its derivative are written once, in {@link Value} or
 * {@link Values}, for recording and for replay.
 */
final class Replay {

  private Replay() {}

  static void node(Tape tape) {
    switch (tape.operation(tape.size())) {
      case LEAF -> tape.value(tape.data[tape.size()]);
      case PLUS -> left(tape).plus(right(tape));
      case PLUS_CONSTANT -> left(tape).plus(constant(tape));
      case MINUS -> left(tape).minus(right(tape));
      case TIMES -> left(tape).times(right(tape));
      case TIMES_CONSTANT -> left(tape).times(constant(tape));
      case DIVIDED_BY -> left(tape).dividedBy(right(tape));
      case DIVIDED_BY_CONSTANT -> left(tape).dividedBy(constant(tape));
      case NEGATE -> left(tape).negate();
      case POW -> left(tape).pow(right(tape));
      case POW_CONSTANT -> left(tape).pow(constant(tape));
      case EXP -> left(tape).exp();
      case LOG -> left(tape).log();
      case TANH -> left(tape).tanh();
      case RELU -> left(tape).relu();
      case SIGMOID -> left(tape).sigmoid();
      case ABS -> left(tape).abs();
      case MIN -> left(tape).min(right(tape));
      case MAX -> left(tape).max(right(tape));
      case SUM -> Values.sum(tape);
      case MEAN -> Values.mean(tape);
      case DOT -> Values.dot(tape);
      case DOT_OF_NEIGHBOURS -> Neighbours.dot(tape);
      case DOT_CONSTANTS -> Values.dotConstants(tape);
      case LOG_SUM_EXP -> Values.logSumExp(tape);
    }
  }

  private static Value left(Tape tape) {
    return tape.operandValue(tape.first());
  }

  private static Value right(Tape tape) {
    return tape.operandValue(tape.first() + 1);
  }

  private static double constant(Tape tape) {
    return tape.constant[tape.size()];
  }
}
