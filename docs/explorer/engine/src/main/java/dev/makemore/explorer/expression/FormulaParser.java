package dev.makemore.explorer.expression;

import dev.makemore.autograd.Value;
import dev.makemore.explorer.expression.Formula.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Reads an expression, one method for each line of its grammar:
 *
 * <pre>
 *   sum     = product { ("+" | "-") product }
 *   product = factor { ("*" | "/") factor }
 *   factor  = "-" factor | power
 *   power   = atom [ "^" factor ]
 *   atom    = number | variable | function "(" sum { "," sum } ")" | "(" sum ")"
 * </pre>
 */
final class FormulaParser {

  /** So that the picture stays readable, and no nesting exhausts the stack. */
  private static final int MAX_LENGTH = 300;

  private final FormulaText text;
  private final List<String> variables; // found so far

  FormulaParser(String text, List<String> variables) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an expression has at most " + MAX_LENGTH + " characters, this one has " + text.length());
    }
    this.text = new FormulaText(text);
    this.variables = variables;
  }

  Term parse() {
    Term term = sum();
    if (!text.atEnd()) {
      throw text.expected("an operator or the end");
    }
    return term;
  }

  private Term sum() {
    Term left = product();
    while (true) {
      Term before = left;
      if (text.take('+')) {
        Term right = product();
        left = leaves -> before.record(leaves).plus(right.record(leaves));
      } else if (text.take('-')) {
        Term right = product();
        left = leaves -> before.record(leaves).minus(right.record(leaves));
      } else {
        return left;
      }
    }
  }

  private Term product() {
    Term left = factor();
    while (true) {
      Term before = left;
      if (text.take('*')) {
        Term right = factor();
        left = leaves -> before.record(leaves).times(right.record(leaves));
      } else if (text.take('/')) {
        Term right = factor();
        left = leaves -> before.record(leaves).dividedBy(right.record(leaves));
      } else {
        return left;
      }
    }
  }

  private Term factor() {
    if (text.take('-')) {
      Term negated = factor();
      return leaves -> negated.record(leaves).negate();
    }
    return power();
  }

  private Term power() {
    Term base = atom();
    if (!text.take('^')) {
      return base;
    }
    int start = text.place();
    Term exponent = factor();
    String written = text.since(start);
    OptionalDouble constant = constant(written);
    if (constant.isPresent()) { // then it is no leaf: nobody asks for its gradient
      return leaves -> base.record(leaves).pow(constant.getAsDouble()).label("^" + written.trim());
    }
    return leaves -> base.record(leaves).pow(exponent.record(leaves));
  }

  /** The number that {@code written} is, if it is one, with or without a sign. */
  private static OptionalDouble constant(String written) {
    boolean negative = written.startsWith("-");
    String digits = written.substring(negative ? 1 : 0).strip();
    if (!FormulaText.isNumber(digits)) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(digits);
    return OptionalDouble.of(negative ? -number : number);
  }

  private Term atom() {
    if (text.take('(')) {
      Term inside = sum();
      text.require(')');
      return inside;
    }
    if (text.atNumber()) {
      String written = text.number();
      double number = Double.parseDouble(written);
      return leaves -> leaves.number(number, written);
    }
    if (text.atName()) {
      int start = text.place();
      String name = text.name();
      return text.take('(') ? call(name, start) : variable(name);
    }
    throw text.expected("a number, a variable, a function or (");
  }

  private Term variable(String name) {
    if (Functions.has(name)) {
      throw text.expected("( after the function " + name);
    }
    if (!variables.contains(name)) {
      variables.add(name);
    }
    return leaves -> leaves.variable(name);
  }

  private Term call(String name, int start) {
    if (!Functions.has(name)) {
      throw text.wrong(start, Functions.unknown(name));
    }
    List<Term> arguments = new ArrayList<>();
    do {
      arguments.add(sum());
    } while (text.take(','));
    text.require(')');
    int wanted = Functions.arguments(name);
    if (arguments.size() != wanted) {
      String few = wanted == 1 ? " argument" : " arguments";
      throw text.wrong(start, name + " takes " + wanted + few + ", not " + arguments.size());
    }
    return leaves -> {
      List<Value> values = new ArrayList<>();
      for (Term argument : arguments) {
        values.add(argument.record(leaves));
      }
      return Functions.call(name, values);
    };
  }
}
