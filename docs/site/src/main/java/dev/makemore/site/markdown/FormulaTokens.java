package dev.makemore.site.markdown;

import dev.makemore.site.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pieces of a formula, one after the other: commands with their backslash, names, numbers,
 * signs. After the last one there is an empty piece.
 */
final class FormulaTokens {

  private static final Pattern TOKEN =
      Pattern.compile("\\\\[a-zA-Z]+|\\\\.|[a-zA-Z]+|\\d+(?:\\.\\d+)?|\\|\\||\\S");

  /** Letters that are one name. Others are a variable each. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z]{3,}|[A-Z]{2}");

  private final String latex;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  FormulaTokens(String latex) {
    this.latex = latex;
    Matcher matcher = TOKEN.matcher(latex);
    while (matcher.find()) {
      String token = matcher.group();
      if (Character.isLetter(token.charAt(0)) && !NAME.matcher(token).matches()) {
        token.chars().forEach(letter -> tokens.add(Character.toString(letter)));
      } else {
        tokens.add(token);
      }
    }
  }

  String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  String next() {
    String token = peek();
    next++;
    return token;
  }

  /** What stands in the braces that come next, as one word. */
  String word() {
    StringBuilder word = new StringBuilder();
    if (!next().equals("{")) {
      throw new IllegalArgumentException("a word in braces is missing in the formula: " + latex);
    }
    while (!peek().isEmpty() && !peek().equals("}")) {
      word.append(next());
    }
    next();
    return Html.escape(word.toString());
  }

  @Override
  public String toString() {
    return latex;
  }
}
