package dev.makemore.cli.picture;

import java.util.Optional;

/** Gives numbers one of ten shades, and says which numbers a shade stands for. */
public interface Scale {

  /** The number of shades. Only the number 0 has shade 0. */
  int SHADES = 10;

  /** The shade of {@code value}, which is >= 0. A larger value never has a lower shade. */
  int shade(double value);

  /** The text of a shade in the legend; empty if no number has that shade. */
  Optional<String> meaning(int shade);
}
