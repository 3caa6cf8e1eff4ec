package dev.makemore.autograd.nn;

import dev.makemore.autograd.Value;
import java.util.function.UnaryOperator;

/**
 * The usual functions between the layers of a network. Any other {@code UnaryOperator<Value>} can
 * take their place.
 */
public enum Activation implements UnaryOperator<Value> {
  /** x itself, for the last layer; records nothing. */
  IDENTITY,
  /** The hyperbolic tangent, from -1 to 1. */
  TANH,
  /** The rectifier max(0, x). */
  RELU,
  /** The logistic function 1 / (1 + e<sup>-x</sup>), from 0 to 1. */
  SIGMOID;

  @Override
  public Value apply(Value x) {
    return switch (this) {
      case IDENTITY -> x;
      case TANH -> x.tanh();
      case RELU -> x.relu();
      case SIGMOID -> x.sigmoid();
    };
  }
}
