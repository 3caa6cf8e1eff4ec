package dev.makemore.cli.table;

import dev.makemore.model.Distribution;
import dev.makemore.model.Vocabulary;
import java.util.stream.IntStream;

/** The tokens of two models A and B together, and which of the models knows which. */
final class JointVocabulary {

  private final Vocabulary vocabulary;
  private final int[] fromA; // for each token of A its token here
  private final int[] fromB;
  private final int[] ofA; // for each token here that of A, or UNKNOWN
  private final int[] ofB;
  private final int[] both; // the tokens that both models know, ascending
  private final int[] onlyA;
  private final int[] onlyB;

  private JointVocabulary(Vocabulary a, Vocabulary b) {
    vocabulary = a.equals(b) ? a : a.union(b);
    fromA = a.tokensIn(vocabulary);
    fromB = b.tokensIn(vocabulary);
    ofA = vocabulary.tokensIn(a);
    ofB = vocabulary.tokensIn(b);
    both = tokens(true, true);
    onlyA = tokens(true, false);
    onlyB = tokens(false, true);
  }

  static JointVocabulary of(Vocabulary a, Vocabulary b) {
    return new JointVocabulary(a, b);
  }

  private int[] tokens(boolean knownToA, boolean knownToB) {
    return IntStream.range(0, vocabulary.size())
        .filter(token -> knownToA == (ofA[token] != Vocabulary.UNKNOWN))
        .filter(token -> knownToB == (ofB[token] != Vocabulary.UNKNOWN))
        .toArray();
  }

  /** The characters of both. */
  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The tokens that both models know, ascending. */
  int[] both() {
    return both;
  }

  /** Whether both models know a token; no model knows {@link Vocabulary#UNKNOWN}. */
  boolean isInBoth(int token) {
    return token != Vocabulary.UNKNOWN
        && ofA[token] != Vocabulary.UNKNOWN
        && ofB[token] != Vocabulary.UNKNOWN;
  }

  /** The tokens that only A knows, ascending. */
  int[] onlyA() {
    return onlyA;
  }

  /** The tokens that only B knows, ascending. */
  int[] onlyB() {
    return onlyB;
  }

  /** The token of A for a token here, or {@link Vocabulary#UNKNOWN}. */
  int ofA(int token) {
    return ofA[token];
  }

  /** The token of B for a token here, or {@link Vocabulary#UNKNOWN}. */
  int ofB(int token) {
    return ofB[token];
  }

  /** A row of A beside a row of B. */
  JointRow row(Distribution a, Distribution b) {
    IntStream listedByA = a.listed().map(token -> fromA[token]);
    IntStream listedByB = b.listed().map(token -> fromB[token]);
    int[] listed = IntStream.concat(listedByA, listedByB).sorted().distinct().toArray();
    return new JointRow(this, a, b, listed);
  }
}
