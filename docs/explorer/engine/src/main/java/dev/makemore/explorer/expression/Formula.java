package dev.makemore.explorer.expression;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An expression such as {@code tanh(w1 * x1 + b)}, which can be recorded on a tape with any numbers
 * in place of its variables.
 */
public final class Formula {

  /** Records a part of an expression. */
  @FunctionalInterface
  interface Term {
    Value record(Leaves leaves);
  }

  /** The leaves of one recording: each variable once, and each number where it stands. */
  static final class Leaves {
    private final Tape tape = Tape.create();
    private final Map<String, Value> variables = new HashMap<>();

    Value variable(String name) {
      return Objects.requireNonNull(variables.get(name), name);
    }

    Value number(double number, String written) {
      return tape.value(number).label(written);
    }
  }

  private final List<String> variables;
  private final Term term;

  private Formula(List<String> variables, Term term) {
    this.variables = variables;
    this.term = term;
  }

  /**
   * Reads an expression: numbers, variables, {@code + - * / ^}, parentheses, and the functions that
   * {@link Functions} lists.
   *
   * @throws IllegalArgumentException if it can't be read, with a message that names the place
   */
  public static Formula parse(String text) {
    List<String> variables = new ArrayList<>();
    Term term = new FormulaParser(text, variables).parse();
    return new Formula(List.copyOf(variables), term);
  }

  /** The variables, in the order in which they occur first. */
  public List<String> variables() {
    return variables;
  }

  /**
   * Records the expression on a new tape.
   *
   * @param data a number for each of the {@link #variables()}, in their order
   * @throws IllegalArgumentException if there are more or fewer
   */
  public Value record(double... data) {
    if (data.length != variables.size()) {
      throw new IllegalArgumentException(
          variables.size() + " variables need as many numbers, not " + data.length);
    }
    Leaves leaves = new Leaves();
    for (int i = 0; i < data.length; i++) {
      String name = variables.get(i);
      leaves.variables.put(name, leaves.tape.value(data[i]).label(name));
    }
    return term.record(leaves);
  }
}
