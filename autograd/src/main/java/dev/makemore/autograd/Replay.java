package dev.makemore.autograd;

/**
 * Computes the next nodes of a tape again, from their operands as they are now.
 *
 * <p>A node that was computed by {@link Derivatives#exp} is computed again by the same method,
 * while the end of the tape stands where it stood the first time. So every number lands where it
 * was before, and an operation and its derivative are written once, in {@link Derivatives} or
 * {@link Values}, for recording and for replay. What a node is stays as it was recorded: of all
 * that the tape knows, only the data and the partials are written again.
 */
final class Replay {

  private Replay() {}

  /** Computes the nodes from the end of the tape to this one, which then is its end. */
  static void nodes(Tape tape, int end) {
    while (tape.size() < end) {
      switch (tape.operation(tape.size())) {
        case LEAF -> tape.endNode(tape.data[tape.size()]);
        case PLUS -> Derivatives.plus(tape);
        case PLUS_CONSTANT -> Derivatives.plusConstant(tape);
        case MINUS -> Derivatives.minus(tape);
        case TIMES -> Derivatives.times(tape);
        case TIMES_CONSTANT -> Derivatives.timesConstant(tape);
        case DIVIDED_BY -> Derivatives.dividedBy(tape);
        case DIVIDED_BY_CONSTANT -> Derivatives.dividedByConstant(tape);
        case NEGATE -> Derivatives.negate(tape);
        case POW -> Derivatives.pow(tape);
        case POW_CONSTANT -> Derivatives.powConstant(tape);
        case EXP -> Derivatives.exp(tape);
        case LOG -> Derivatives.log(tape);
        case TANH -> Derivatives.tanh(tape);
        case RELU -> Derivatives.relu(tape);
        case SIGMOID -> Derivatives.sigmoid(tape);
        case ABS -> Derivatives.abs(tape);
        case MIN -> Derivatives.min(tape);
        case MAX -> Derivatives.max(tape);
        case SUM -> Values.sum(tape);
        case MEAN -> Values.mean(tape);
        case DOT -> Values.dot(tape);
        case DOT_OF_NEIGHBORS -> Neighbors.dot(tape);
        case DOT_CONSTANTS -> Values.dotConstants(tape);
        case LOG_SUM_EXP -> Values.logSumExp(tape);
      }
    }
  }
}
