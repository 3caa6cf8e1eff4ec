package dev.makemore.autograd.nn;

import dev.makemore.autograd.Value;
import java.util.List;

/** The sizes that networks and losses require; an error names the size that does not fit. */
final class Sizes {

  private Sizes() {}

  static void requirePositive(String name, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("the number of " + name + " must be >= 1, was " + size);
    }
  }

  static void requireInput(int expected, List<Value> input) {
    if (input.size() != expected) {
      throw new IllegalArgumentException(
          "the input must have " + expected + " entries, one for each input, had " + input.size());
    }
  }

  static void requireTargets(int examples, int targets) {
    if (examples == 0) {
      throw new IllegalArgumentException("a loss needs at least one example, there is none");
    }
    if (examples != targets) {
      throw new IllegalArgumentException(
          "a loss needs one target for each example, had "
              + (targets + " targets for " + examples + " examples"));
    }
  }
}
