package dev.makemore.mlp;

import java.io.Serial;

/** Thrown when a training is to be resumed on another text than it began with. */
final class AnotherTextException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  /**
   * An exception.
   *
   * @param how in what the texts differ
   */
  AnotherTextException(String how) {
    super("the model was trained on another text: " + how);
  }
}
