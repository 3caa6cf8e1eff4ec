package dev.makemore.explorer.expression;

import dev.makemore.autograd.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The functions that an expression may call. */
final class Functions {

  private static final Map<String, UnaryOperator<Value>> OF_ONE =
      Map.of(
          "exp", Value::exp,
          "log", Value::log,
          "tanh", Value::tanh,
          "relu", Value::relu,
          "sigmoid", Value::sigmoid,
          "abs", Value::abs);

  private static final Map<String, BinaryOperator<Value>> OF_TWO =
      Map.of("min", Value::min, "max", Value::max);

  private Functions() {}

  /** Whether a function has this name. */
  static boolean has(String name) {
    return OF_ONE.containsKey(name) || OF_TWO.containsKey(name);
  }

  /** How many arguments the function of this name takes. */
  static int arguments(String name) {
    return OF_ONE.containsKey(name) ? 1 : 2;
  }

  /** Records a call of the function of this name. */
  static Value call(String name, List<Value> arguments) {
    UnaryOperator<Value> ofOne = OF_ONE.get(name);
    if (ofOne != null) {
      return ofOne.apply(arguments.get(0));
    }
    BinaryOperator<Value> ofTwo = OF_TWO.get(name);
    if (ofTwo == null) {
      throw new IllegalArgumentException(unknown(name));
    }
    return ofTwo.apply(arguments.get(0), arguments.get(1));
  }

  /** Says that there is no such function, and which there are. */
  static String unknown(String name) {
    Map<String, Object> all = new TreeMap<>(OF_ONE);
    all.putAll(OF_TWO);
    return "there is no function " + name + "; there are " + String.join(", ", all.keySet());
  }
}
