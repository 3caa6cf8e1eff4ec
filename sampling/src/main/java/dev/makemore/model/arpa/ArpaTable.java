package dev.makemore.model.arpa;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Lines;
import dev.makemore.model.notation.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The n-grams that an ARPA file lists, and the model that they make.
 *
 * <p>After each context the probabilities in the file sum to 1 over all words. Those include {@code
 * <unk>}, and in the files of some programs {@code <s>}. Neither of these can come next in the
 * models here. So their shares are left out, and the others are divided by what remains.
 */
final class ArpaTable {

  private static final int[] BOUNDARIES = {ArpaWords.START, ArpaWords.END};

  private static final Unigram NEVER = new Unigram(0, 1, 0);

  /** What a line says of a single word. */
  private record Unigram(double probability, double backoff, long line) {}

  /** What a line says of a word after a context. */
  private record Listed(int word, double probability, long line) {}

  private final Lines<MalformedModelException> lines; // the last one read is the one to add
  private final TreeMap<Integer, Unigram> unigrams = new TreeMap<>();
  private final Map<Integer, List<Listed>> bigrams = new HashMap<>(); // by their first word
  private int[] words = {}; // by token: the end of an item, and then the characters
  private double total; // of the probabilities of these words

  ArpaTable(Lines<MalformedModelException> lines) {
    this.lines = lines;
  }

  void addUnigram(String text, double probability, double backoff) throws MalformedModelException {
    Unigram unigram = new Unigram(probability, backoff, lines.number());
    Unigram before = unigrams.putIfAbsent(word(text), unigram);
    if (before != null) {
      throw lines.malformed(Quoted.of(text) + " is the same word as that of line " + before.line());
    }
  }

  private int word(String text) throws MalformedModelException {
    int word = ArpaWords.parse(text);
    if (word == ArpaWords.NONE) {
      throw lines.malformed(ArpaWords.problem(text));
    }
    return word;
  }

  /**
   * Gives the words their tokens; to be called after the last unigram.
   *
   * @param startNeeded whether a start is to be among them; it is no more than a context, which
   *     matters only where there are bigrams
   */
  void endUnigrams(boolean startNeeded) throws MalformedModelException {
    for (int word : startNeeded ? BOUNDARIES : new int[] {ArpaWords.END}) {
      if (!unigrams.containsKey(word)) {
        throw lines.malformed("there is no " + ArpaWords.text(word) + " among the 1-grams above");
      }
    }
    words = unigrams.headMap(ArpaWords.START).keySet().stream().mapToInt(word -> word).toArray();
    total = Arrays.stream(words).mapToDouble(this::probability).reduce(0, Double::sum);
  }

  private double probability(int word) {
    return unigrams.getOrDefault(word, NEVER).probability();
  }

  void addBigram(String context, String next, double probability) throws MalformedModelException {
    List<Listed> row = bigrams.computeIfAbsent(listed(context), word -> new ArrayList<>());
    row.add(new Listed(listed(next), probability, lines.number()));
  }

  private int listed(String text) throws MalformedModelException {
    int word = word(text);
    if (!unigrams.containsKey(word)) {
      throw lines.malformed(Quoted.of(text) + " is not among the 1-grams");
    }
    return word;
  }

  /** The model of everything that was added. */
  Arpa.Imported toModel() throws MalformedModelException {
    if (!(total > 0)) {
      throw lines.malformed("none of the 1-grams is possible");
    }
    BackoffModel.Builder model =
        BackoffModel.builder(
            Vocabulary.ofCodePoints(Arrays.copyOfRange(words, 1, words.length)),
            Arrays.stream(words).mapToDouble(word -> probability(word) / total).toArray());
    double unknown = 0;
    for (int token = 0; token < words.length; token++) {
      unknown = Math.max(unknown, addRow(model, token));
    }
    return new Arpa.Imported(model.build(), unknown);
  }

  /** Adds what follows a token to the model; returns the share of unknown words in it. */
  private double addRow(BackoffModel.Builder model, int token) throws MalformedModelException {
    int context = token == Vocabulary.BOUNDARY ? ArpaWords.START : words[token];
    Unigram unigram = unigrams.getOrDefault(context, NEVER);
    List<Listed> row = row(context);
    List<Listed> known = row.stream().filter(listed -> listed.word() < ArpaWords.START).toList();
    int[] tokens = known.stream().mapToInt(l -> Arrays.binarySearch(words, l.word())).toArray();
    double[] probabilities = known.stream().mapToDouble(Listed::probability).toArray();
    double backoff = unigram.backoff() * total;
    double sum = model.rowSum(backoff, tokens, probabilities);
    double unknown = share(ArpaWords.UNKNOWN, row, unigram.backoff());
    double start = share(ArpaWords.START, row, unigram.backoff());
    boolean whole = isOne(sum + unknown) || isOne(sum + unknown + start);
    if (!whole || !(sum > 0)) {
      throw malformed(unigram, wrongSum(context, sum + unknown));
    }
    // Where all tokens are listed nothing uses the backoff, so it may be any number in the file.
    double used = tokens.length == words.length ? Math.min(1, backoff / sum) : backoff / sum;
    try {
      model.row(token, used, tokens, Arrays.stream(probabilities).map(p -> p / sum).toArray());
    } catch (IllegalArgumentException e) {
      throw malformed(unigram, String.valueOf(e.getMessage()));
    }
    return unknown / (sum + unknown);
  }

  /** What the file lists after a context, by ascending word. */
  private List<Listed> row(int context) throws MalformedModelException {
    List<Listed> row = new ArrayList<>(bigrams.getOrDefault(context, List.of()));
    row.sort(Comparator.comparingInt(Listed::word)); // which is stable
    for (int i = 1; i < row.size(); i++) {
      if (row.get(i).word() == row.get(i - 1).word()) {
        throw lines.malformed(
            row.get(i).line(), "this 2-gram is the same as that of line " + row.get(i - 1).line());
      }
    }
    return row;
  }

  /** The probability of a word that has no token, after a context with this row and backoff. */
  private double share(int word, List<Listed> row, double backoff) {
    return row.stream()
        .filter(listed -> listed.word() == word)
        .mapToDouble(Listed::probability)
        .findFirst()
        .orElse(backoff * probability(word));
  }

  /** What is wrong with a row. The start may be on no line, and then the last line is named. */
  private MalformedModelException malformed(Unigram context, String problem) {
    return lines.malformed(context.line() == 0 ? lines.number() : context.line(), problem);
  }

  private static boolean isOne(double sum) {
    return Math.abs(sum - 1) <= Logarithms.TOLERANCE;
  }

  private String wrongSum(int context, double sum) {
    return String.format(
        Locale.ROOT,
        "the probabilities %s have the sum %.6g, not 1 within %s",
        unigrams.containsKey(context)
            ? "after '" + ArpaWords.text(context) + "'"
            : "of the 1-grams",
        sum,
        Logarithms.TOLERANCE);
  }
}
