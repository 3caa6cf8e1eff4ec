package dev.makemore.explorer.engine;

import dev.makemore.model.Vocabulary;

/** Tokens as the page sees them: numbers, of which 0 is the boundary. */
final class Tokens {

  private Tokens() {}

  /** The characters of a vocabulary, ascending. */
  static int[] codePoints(Vocabulary vocabulary) {
    int[] codePoints = new int[vocabulary.size() - 1];
    for (int token = 1; token < vocabulary.size(); token++) {
      codePoints[token - 1] = vocabulary.codePoint(token);
    }
    return codePoints;
  }
}
