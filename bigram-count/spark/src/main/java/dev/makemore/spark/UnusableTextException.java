package dev.makemore.spark;

import java.io.Serial;

/**
 * Thrown when a text can't be counted or scored: it is not valid UTF-8, or has more distinct
 * n-grams than there may be. The message names the file and the place in it, or the limit.
 */
public final class UnusableTextException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  UnusableTextException(Problem problem) {
    super(problem.message());
  }
}
