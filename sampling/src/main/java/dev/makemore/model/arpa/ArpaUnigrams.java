package dev.makemore.model.arpa;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The 1-grams of an ARPA file: first by word, as they come; then by token.
 *
 * <p>In the columns of its bigrams stand the tokens, and after them the two words that are none
 * here: {@link #unknown()} and {@link #start()}.
 */
final class ArpaUnigrams {

  /** What {@link #context} gives for a word whose row is of no use. */
  static final int NO_CONTEXT = -1;

  // In the place of a code point:
  private static final int START = -1;
  private static final int END = -2;
  private static final int UNKNOWN = -3;
  private static final Map<String, Integer> SPECIAL =
      Map.of(ArpaWords.START, START, ArpaWords.END, END, ArpaWords.UNKNOWN, UNKNOWN);

  private static final Unigram NEVER = new Unigram(0, 1, 0);

  /** What stands on a line. */
  private record Unigram(double probability, double backoff, long line) {}

  private final ArpaLines lines;
  private final Map<Integer, Unigram> byCodePoint = new HashMap<>();
  private Vocabulary vocabulary = Vocabulary.of();

  ArpaUnigrams(ArpaLines lines) {
    this.lines = lines;
  }

  /** Takes the line that was read last. */
  void add(String word, double probability, double backoff) throws MalformedModelException {
    Unigram unigram = new Unigram(probability, backoff, lines.number());
    Unigram before = byCodePoint.putIfAbsent(codePoint(word), unigram);
    if (before != null) {
      throw lines.malformed(Quoted.of(word) + " is the same word as that of line " + before.line());
    }
  }

  private int codePoint(String word) throws MalformedModelException {
    Integer special = SPECIAL.get(word.toLowerCase(Locale.ROOT)); // <UNK> is as common as <unk>
    int codePoint = special == null ? ArpaWords.codePoint(word) : special;
    if (codePoint == ArpaWords.NO_CHARACTER && special == null) {
      throw lines.malformed(
          Quoted.of(word)
              + " is a word of several characters; only character models can be read, whose words"
              + " are single characters, or such as <U+0020>");
    }
    return codePoint;
  }

  /** Gives the words their tokens. */
  void end() throws MalformedModelException {
    for (String word : List.of(ArpaWords.START, ArpaWords.END)) {
      if (!byCodePoint.containsKey(SPECIAL.get(word))) {
        throw lines.malformed("there is no " + word + " among the 1-grams above");
      }
    }
    int[] codePoints = byCodePoint.keySet().stream().mapToInt(c -> c).filter(c -> c >= 0).toArray();
    vocabulary = Vocabulary.ofCodePoints(codePoints);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The column of {@code <unk>}. */
  int unknown() {
    return vocabulary.size();
  }

  /** The column of {@code <s>}. */
  int start() {
    return vocabulary.size() + 1;
  }

  /** The column of a word, as the second of a bigram. */
  int next(String word) throws MalformedModelException {
    int codePoint = known(word);
    return switch (codePoint) {
      case START -> start();
      case END -> Vocabulary.BOUNDARY;
      case UNKNOWN -> unknown();
      default -> vocabulary.token(codePoint);
    };
  }

  /** The token of a word, as the first of a bigram; or {@link #NO_CONTEXT}. */
  int context(String word) throws MalformedModelException {
    int codePoint = known(word);
    return switch (codePoint) {
      case START -> Vocabulary.BOUNDARY;
      case END, UNKNOWN -> NO_CONTEXT;
      default -> vocabulary.token(codePoint);
    };
  }

  private int known(String word) throws MalformedModelException {
    int codePoint = codePoint(word);
    if (!byCodePoint.containsKey(codePoint)) {
      throw lines.malformed(Quoted.of(word) + " is not among the 1-grams");
    }
    return codePoint;
  }

  /** The probability of a column. */
  double probability(int column) {
    int codePoint =
        column == start()
            ? START
            : column == unknown()
                ? UNKNOWN
                : column == Vocabulary.BOUNDARY ? END : vocabulary.codePoint(column);
    return byCodePoint.getOrDefault(codePoint, NEVER).probability();
  }

  /** The backoff of a context. */
  double backoff(int context) {
    return ofContext(context).backoff();
  }

  /** The line of a context's backoff. */
  long line(int context) {
    return ofContext(context).line();
  }

  private Unigram ofContext(int context) {
    int codePoint = context == Vocabulary.BOUNDARY ? START : vocabulary.codePoint(context);
    return byCodePoint.getOrDefault(codePoint, NEVER);
  }
}
