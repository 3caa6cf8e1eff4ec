package dev.makemore.model.arpa;

import dev.makemore.model.io.MalformedModelException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Turns what an ARPA file lists into rows that sum to 1 over the tokens of a vocabulary.
 *
 * <p>In the file the sum goes over {@code <unk>} too, and in the files of some tools over {@code
 * <s>}. Neither can come next here, so their shares are taken away, and the others divided by what
 * is left.
 */
final class ArpaRows {

  /** How far a sum may be from 1: files hold few digits, and their errors add up. */
  private static final double TOLERANCE = 1e-3;

  private final ArpaLines lines;
  private final ArpaUnigrams unigrams;
  private final ArpaBigrams bigrams;
  private final double total; // of the tokens' unigrams
  private final BackoffModel.Builder model;
  private double unknown; // the largest share so far

  ArpaRows(ArpaLines lines, ArpaUnigrams unigrams, ArpaBigrams bigrams)
      throws MalformedModelException {
    this.lines = lines;
    this.unigrams = unigrams;
    this.bigrams = bigrams;
    int size = unigrams.vocabulary().size();
    double[] probabilities = new double[size];
    Arrays.setAll(probabilities, unigrams::probability);
    this.total = Arrays.stream(probabilities).reduce(0, Double::sum);
    if (!(total > 0)) {
      throw lines.malformed("none of the 1-grams is possible");
    }
    Arrays.setAll(probabilities, token -> probabilities[token] / total);
    this.model = BackoffModel.builder(unigrams.vocabulary(), probabilities);
  }

  Arpa.Imported toModel() throws MalformedModelException {
    bigrams.forEachRow(this::addRow);
    return new Arpa.Imported(model.build(), unknown);
  }

  private void addRow(int context, int[] columns, double[] probabilities)
      throws MalformedModelException {
    int size = unigrams.vocabulary().size();
    int known = (int) Arrays.stream(columns).filter(column -> column < size).count();
    int[] tokens = Arrays.copyOf(columns, known); // which come first
    double[] listed = Arrays.copyOf(probabilities, known);
    double backoff = unigrams.backoff(context) * total;
    double sum = model.rowSum(backoff, tokens, listed);
    double unknownShare = share(unigrams.unknown(), context, columns, probabilities);
    double startShare = share(unigrams.start(), context, columns, probabilities);
    boolean whole = isOne(sum + unknownShare) || isOne(sum + unknownShare + startShare);
    if (!whole || !(sum > 0)) {
      throw malformed(context, sum + unknownShare);
    }
    unknown = Math.max(unknown, unknownShare / (sum + unknownShare));
    // Where all tokens are listed none uses the backoff, so none needs it to be a sensible number.
    double used = known == size ? Math.min(1, backoff / sum) : backoff / sum;
    try {
      model.row(context, used, tokens, Arrays.stream(listed).map(p -> p / sum).toArray());
    } catch (IllegalArgumentException e) {
      throw lines.malformed(unigrams.line(context), String.valueOf(e.getMessage()));
    }
  }

  /** The probability of a column that is no token. */
  private double share(int column, int context, int[] columns, double[] probabilities) {
    int i = Arrays.binarySearch(columns, column);
    return i < 0 ? unigrams.backoff(context) * unigrams.probability(column) : probabilities[i];
  }

  private static boolean isOne(double sum) {
    return Math.abs(sum - 1) <= TOLERANCE;
  }

  private MalformedModelException malformed(int context, double sum) {
    String word = ArpaWords.context(unigrams.vocabulary(), context);
    return lines.malformed(
        unigrams.line(context),
        String.format(
            Locale.ROOT,
            "the probabilities after '%s' have the sum %.6g, not 1 within %s",
            word,
            sum,
            TOLERANCE));
  }
}
