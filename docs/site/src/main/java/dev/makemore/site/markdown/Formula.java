package dev.makemore.site.markdown;

import dev.makemore.site.html.Html;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A formula of a {@code math} block as MathML, which browsers draw without a script. It knows the
 * part of LaTeX that formulas about models need, and refuses the rest.
 *
 * <p>Letters that stand together are two variables if they are two, as in {@code dw} and {@code
 * n_{cj}}, and a name if they are three or more, or two capitals: {@code NLL}, {@code KL}.
 */
final class Formula {

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          operator("cdot", "⋅"),
          operator("times", "×"),
          operator("le", "≤"),
          operator("ge", "≥"),
          operator("ne", "≠"),
          operator("approx", "≈"),
          operator("to", "→"),
          operator("in", "∈"),
          operator("ldots", "…"),
          operator("partial", "∂"),
          Map.entry("mid", "<mo lspace=\"0.28em\" rspace=\"0.28em\" stretchy=\"false\">|</mo>"),
          Map.entry("infty", "<mi>∞</mi>"),
          Map.entry("alpha", "<mi>α</mi>"),
          Map.entry("beta", "<mi>β</mi>"),
          Map.entry("gamma", "<mi>γ</mi>"),
          Map.entry("delta", "<mi>δ</mi>"),
          Map.entry("epsilon", "<mi>ε</mi>"),
          Map.entry("lambda", "<mi>λ</mi>"),
          Map.entry("mu", "<mi>μ</mi>"),
          Map.entry("sigma", "<mi>σ</mi>"),
          Map.entry("theta", "<mi>θ</mi>"),
          Map.entry("sum", "<mo movablelimits=\"false\">∑</mo>"),
          Map.entry("prod", "<mo movablelimits=\"false\">∏</mo>"),
          Map.entry(",", "<mspace width=\"0.17em\"></mspace>"),
          Map.entry("quad", "<mspace width=\"1em\"></mspace>"),
          Map.entry("qquad", "<mspace width=\"2em\"></mspace>"));

  private final FormulaTokens tokens;

  private Formula(String latex) {
    tokens = new FormulaTokens(latex);
  }

  private static Map.Entry<String, String> operator(String name, String symbol) {
    return Map.entry(name, "<mo>" + symbol + "</mo>");
  }

  /**
   * The formula as a {@code math} element that stands alone, centered.
   *
   * @throws IllegalArgumentException if it has a command that is not known here
   */
  static String mathMl(String latex) {
    Formula formula = new Formula(latex.strip());
    String row = formula.row("");
    return "<div class=\"formula\"><math display=\"block\">" + row + "</math></div>";
  }

  /** What stands up to a closing token, which is taken as well. */
  private String row(String closing) {
    StringBuilder row = new StringBuilder();
    while (!tokens.peek().equals(closing)) {
      row.append(scripted());
    }
    tokens.next();
    return row.toString();
  }

  /** One thing with what is below and above it. */
  private String scripted() {
    boolean limits = tokens.peek().equals("\\sum") || tokens.peek().equals("\\prod");
    String base = thing();
    @Nullable String below = null;
    @Nullable String above = null;
    while (true) {
      String token = tokens.peek();
      if (token.equals("_")) {
        tokens.next();
        below = thing();
      } else if (token.equals("^")) {
        tokens.next();
        above = thing();
      } else if (token.equals("'")) {
        tokens.next();
        above = "<mo>′</mo>";
      } else {
        return script(base, below, above, limits);
      }
    }
  }

  private static String script(
      String base, @Nullable String below, @Nullable String above, boolean limits) {
    if (below != null && above != null) {
      return element(limits ? "munderover" : "msubsup", base + below + above);
    }
    if (below != null) {
      return element(limits ? "munder" : "msub", base + below);
    }
    return above == null ? base : element(limits ? "mover" : "msup", base + above);
  }

  private String thing() {
    String token = tokens.next();
    if (token.isEmpty()) {
      throw new IllegalArgumentException("formula ends too early: " + tokens);
    }
    char first = token.charAt(0);
    if (first == '\\') {
      return command(token.substring(1));
    }
    if (first == '{') {
      return element("mrow", row("}"));
    }
    if (Character.isLetter(first)) {
      return element("mi", token);
    }
    if (Character.isDigit(first)) {
      return element("mn", token);
    }
    return switch (token) {
      case "(", ")", "[", "]", "|" -> "<mo stretchy=\"false\">" + token + "</mo>";
      case "||" -> "<mo lspace=\"0.22em\" rspace=\"0.22em\">∥</mo>";
      case "-" -> "<mo>−</mo>";
      case "+", "=", "/", ",", "!", ".", ":" -> element("mo", token);
      case "<", ">" -> element("mo", Html.escape(token));
      default ->
          throw new IllegalArgumentException("'" + token + "' is not known in formulas: " + tokens);
    };
  }

  private String command(String name) {
    String symbol = SYMBOLS.get(name);
    if (symbol != null) {
      return symbol;
    }
    return switch (name) {
      case "frac" -> element("mfrac", thing() + thing());
      case "sqrt" -> element("msqrt", thing());
      case "mathrm", "text" -> element("mi", tokens.word());
      case "left" -> {
        String open = tokens.next();
        String inside = row("\\right");
        yield "<mrow><mo>" + open + "</mo>" + inside + "<mo>" + tokens.next() + "</mo></mrow>";
      }
      case "ln", "log", "exp", "max", "min", "tanh" -> function(name);
      default ->
          throw new IllegalArgumentException("\\" + name + " is not known in formulas: " + tokens);
    };
  }

  /** A space stands between the name of a function and its argument, but before no parenthesis. */
  private String function(String name) {
    String next = tokens.peek();
    boolean tight =
        next.equals("(") || next.equals("\\left") || next.equals("_") || next.equals("^");
    return element("mi", name) + (tight ? "" : SYMBOLS.get(","));
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
