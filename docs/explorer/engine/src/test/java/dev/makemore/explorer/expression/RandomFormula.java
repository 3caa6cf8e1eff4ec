package dev.makemore.explorer.expression;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * An expression as text, and the function that it stands for, made without the parser.
 *
 * @param text has parentheses only where the grammar needs them
 * @param level how tightly it binds: 0 for a sum, 1 a product, 2 a negation, 3 a power, 4 for the
 *     rest
 * @param value of the numbers for {@link #VARIABLES}
 */
public record RandomFormula(String text, int level, ToDoubleFunction<double[]> value) {

  /** The variables that may occur. */
  public static final List<String> VARIABLES = List.of("a", "b_2", "\u03B8");

  private static final List<String> NUMBERS = List.of("2", "0.5", "10.", ".25", "1", "3", "0");

  private static final List<String> OF_TWO = List.of("+", "-", "*", "/", "^", "min", "max");

  private static final List<String> OF_ONE = List.of("-", "exp", "log", "tanh", "relu", "abs");

  /** Formulas of at most 300 characters. */
  public static Arbitrary<RandomFormula> all() {
    return Arbitraries.longs()
        .map(seed -> random(4, new Random(seed)))
        .filter(formula -> formula.text.length() <= 300);
  }

  private static RandomFormula random(int depth, Random random) {
    int kind = depth == 0 ? 0 : random.nextInt(8);
    if (kind == 0) {
      return random.nextBoolean()
          ? variable(random.nextInt(VARIABLES.size()))
          : number(oneOf(NUMBERS, random));
    }
    RandomFormula left = random(depth - 1, random);
    return kind <= 2
        ? ofOne(oneOf(OF_ONE, random), left)
        : ofTwo(oneOf(OF_TWO, random), left, random(depth - 1, random));
  }

  private static String oneOf(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static RandomFormula variable(int i) {
    return new RandomFormula(VARIABLES.get(i), 4, data -> data[i]);
  }

  private static RandomFormula number(String text) {
    double number = Double.parseDouble(text);
    return new RandomFormula(text, 4, data -> number);
  }

  private static RandomFormula ofTwo(String symbol, RandomFormula left, RandomFormula right) {
    return switch (symbol) {
      case "+" -> infix(left, 0, " + ", right, 1, 0, Double::sum);
      case "-" -> infix(left, 0, " - ", right, 1, 0, (x, y) -> x - y);
      case "*" -> infix(left, 1, "*", right, 2, 1, (x, y) -> x * y);
      case "/" -> infix(left, 1, "/", right, 2, 1, (x, y) -> x / y);
      case "^" -> infix(left, 4, "^", right, 2, 3, StrictMath::pow);
      case "min" -> call(symbol, left, right, Math::min);
      default -> call(symbol, left, right, Math::max);
    };
  }

  private static RandomFormula ofOne(String symbol, RandomFormula part) {
    DoubleUnaryOperator f =
        switch (symbol) {
          case "-" -> x -> -x;
          case "exp" -> StrictMath::exp;
          case "log" -> StrictMath::log;
          case "tanh" -> StrictMath::tanh;
          case "relu" -> x -> Math.max(0, x);
          default -> Math::abs;
        };
    boolean sign = symbol.equals("-");
    String text = sign ? "-" + part.atLeast(2) : symbol + "(" + part.text + ")";
    return new RandomFormula(
        text, sign ? 2 : 4, data -> f.applyAsDouble(part.value.applyAsDouble(data)));
  }

  private static RandomFormula infix(
      RandomFormula left,
      int leftLevel,
      String symbol,
      RandomFormula right,
      int rightLevel,
      int level,
      DoubleBinaryOperator f) {
    String text = left.atLeast(leftLevel) + symbol + right.atLeast(rightLevel);
    return new RandomFormula(text, level, both(left, right, f));
  }

  private static RandomFormula call(
      String name, RandomFormula left, RandomFormula right, DoubleBinaryOperator f) {
    String text = name + "(" + left.text + ", " + right.text + ")";
    return new RandomFormula(text, 4, both(left, right, f));
  }

  private static ToDoubleFunction<double[]> both(
      RandomFormula left, RandomFormula right, DoubleBinaryOperator f) {
    return data -> f.applyAsDouble(left.value.applyAsDouble(data), right.value.applyAsDouble(data));
  }

  /** The text as a part of something that binds as tightly as {@code wanted}. */
  private String atLeast(int wanted) {
    return level >= wanted ? text : "(" + text + ")";
  }
}
