package dev.makemore.model.arpa;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Adds the contexts of an ARPA file to a model, the shorter ones first.
 *
 * <p>After each context the probabilities in the file sum to 1 over all words. Those include {@code
 * <unk>}, and in the files of some programs {@code <s>}. Neither of these can come next in the
 * models here. So their shares are left out, and the others are divided by what remains.
 *
 * <p>A context c backs off to a shorter one, c', of which the same is true. If the words that can
 * come next have the share K(c) of the file's probabilities after c, and K(c') after c', then the
 * file's b(c) P(j | c') is b(c) K(c') times what the model says of j after c'. Divided by K(c) that
 * makes b(c) K(c') / K(c) the backoff in the model.
 */
final class ArpaContexts {

  /** The shares of all words that have tokens, of {@code <unk>}, and of {@code <s>}. */
  record Shares(double known, double unknown, double start) {

    boolean areAll() {
      return isOne(known + unknown) || isOne(known + unknown + start);
    }

    private static boolean isOne(double sum) {
      return Math.abs(sum - 1) <= Logarithms.TOLERANCE;
    }
  }

  private final Lines<MalformedModelException> lines;
  private final int[] words; // by token
  private final Shares unigrams;
  private final BackoffModel.Builder model;
  private final List<ArpaRows> rows = new ArrayList<>(); // contexts of k words are at place k - 1
  private final List<double[]> shares = new ArrayList<>(); // three numbers for each context
  private double unknown;

  ArpaContexts(
      Lines<MalformedModelException> lines,
      int[] words,
      Shares unigrams,
      BackoffModel.Builder model) {
    this.lines = lines;
    this.words = words;
    this.unigrams = unigrams;
    this.model = model;
  }

  /** The largest share of unknown words after any context. */
  double unknown() {
    return unknown;
  }

  /** Checks the unigrams of a file that has no other n-grams. */
  void checkUnigrams(ArpaNgrams ngrams) throws MalformedModelException {
    int start = ngrams.find(ArpaWords.START);
    if (!unigrams.areAll()) {
      throw start < 0
          ? lines.malformed(wrongSum("of the 1-grams", unigrams))
          : lines.malformed(ngrams.line(start), wrongSum("after '<s>'", unigrams));
    }
    unknown = unigrams.unknown() / (unigrams.known() + unigrams.unknown());
  }

  /**
   * Adds all contexts with {@code length} words.
   *
   * @param shorter the n-grams that are contexts
   * @param longer the n-grams that follow them, one word longer
   */
  void add(int length, ArpaNgrams shorter, ArpaNgrams longer) throws MalformedModelException {
    ArpaRows added = ArpaRows.of(length, shorter, longer);
    double[] addedShares = new double[Math.multiplyExact(3, added.size())];
    for (int context = 0; context < added.size(); context++) {
      Shares row = addRow(added.context(context), added.row(context), shorter, longer);
      addedShares[3 * context] = row.known();
      addedShares[3 * context + 1] = row.unknown();
      addedShares[3 * context + 2] = row.start();
      unknown = Math.max(unknown, row.unknown() / (row.known() + row.unknown()));
    }
    rows.add(added);
    shares.add(addedShares);
  }

  /** Adds a context and what is listed after it to the model. */
  private Shares addRow(int[] context, int[] row, ArpaNgrams shorter, ArpaNgrams longer)
      throws MalformedModelException {
    int own = shorter.find(context);
    double backoff = own < 0 ? 1 : shorter.backoff(own);
    Shares below = below(context);
    int[] listed = IntStream.of(row).filter(n -> token(longer.lastWord(n)) >= 0).toArray();
    int[] tokens = IntStream.of(listed).map(n -> token(longer.lastWord(n))).toArray();
    double[] probabilities = IntStream.of(listed).mapToDouble(longer::probability).toArray();
    int[] contextTokens = IntStream.of(context).map(this::contextToken).toArray();
    double backsOff = backoff * below.known();
    double sum = model.rowSum(contextTokens, backsOff, tokens, probabilities);
    Shares result =
        new Shares(
            sum,
            share(ArpaWords.UNKNOWN, row, longer, backoff * below.unknown()),
            share(ArpaWords.START, row, longer, backoff * below.start()));
    long line = own < 0 ? firstLine(row, longer) : shorter.line(own);
    if (!result.areAll() || !(sum > 0)) {
      throw lines.malformed(line, wrongSum("after '" + ArpaNgrams.text(context) + "'", result));
    }
    // Where all tokens are listed nothing uses the backoff, so it may be any number in the file.
    double used = tokens.length == words.length ? Math.min(1, backsOff / sum) : backsOff / sum;
    try {
      model.row(
          contextTokens, used, tokens, Arrays.stream(probabilities).map(p -> p / sum).toArray());
    } catch (IllegalArgumentException e) {
      throw lines.malformed(line, String.valueOf(e.getMessage()));
    }
    return result;
  }

  /** The token of a word that comes next; below 0 for a word that can't. */
  private int token(int word) {
    return Arrays.binarySearch(words, word);
  }

  /** The token of a word of a context. */
  private int contextToken(int word) {
    return word == ArpaWords.START ? Vocabulary.BOUNDARY : token(word);
  }

  /** The shares after the longest context with which {@code context} ends. */
  private Shares below(int... context) {
    for (int from = 1; from < context.length; from++) {
      int length = context.length - from;
      int number = rows.get(length - 1).find(context, from);
      if (number >= 0) {
        double[] of = shares.get(length - 1);
        return new Shares(of[3 * number], of[3 * number + 1], of[3 * number + 2]);
      }
    }
    return unigrams;
  }

  /** The probability of a word that has no token: the listed one, or the one it backs off to. */
  private static double share(int word, int[] row, ArpaNgrams longer, double backedOff) {
    return IntStream.of(row)
        .filter(ngram -> longer.lastWord(ngram) == word)
        .mapToDouble(longer::probability)
        .findFirst()
        .orElse(backedOff);
  }

  private static long firstLine(int[] row, ArpaNgrams longer) {
    return IntStream.of(row).mapToLong(longer::line).min().orElseThrow();
  }

  private static String wrongSum(String where, Shares shares) {
    return String.format(
        Locale.ROOT,
        "the probabilities %s have the sum %.6g, not 1 within %s",
        where,
        shares.known() + shares.unknown(),
        Logarithms.TOLERANCE);
  }
}
