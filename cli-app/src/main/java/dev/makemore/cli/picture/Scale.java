package dev.makemore.cli.picture;

import java.util.Optional;

/** Which of ten shades a number has, and which numbers a shade stands for. */
public interface Scale {

  /** How many shades there are; shade 0 is kept for the number 0. */
  int SHADES = 10;

  /**
   * The shade of {@code value}, which is not negative: the higher the one, the higher the other.
   */
  int shade(double value);

  /** What the legend says of a shade; nothing if no number has it. */
  Optional<String> meaning(int shade);
}
