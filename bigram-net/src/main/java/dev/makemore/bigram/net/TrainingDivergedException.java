package dev.makemore.bigram.net;

import java.io.Serial;

/** Thrown when training raises the loss instead of lowering it. The message says what to do. */
public final class TrainingDivergedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  TrainingDivergedException(String message) {
    super(message);
  }
}
