package dev.makemore.ngram;

import dev.makemore.model.io.Decimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How an {@link NgramModel} makes probabilities of counts, above all those of n-grams that never
 * occurred.
 *
 * <p>There are three ways. In their formulas, c is a context and c' the same without its oldest
 * token; j is a token that follows; n_cj is how often j follows c, n_c the sum over all j, and T_c
 * the number of different tokens that follow c; V is the size of the vocabulary.
 *
 * <ul>
 *   <li>{@link KneserNey}, nearly always the best: P(j | c) = (a_cj - D) / a_c + b_c P(j | c')
 *   <li>{@link WittenBell}, nearly as good, and simpler: P(j | c) = (n_cj + T_c P(j | c')) / (n_c +
 *       T_c)
 *   <li>{@link AddK}, as the lesson's bigram model: P(j | c) = (n_cj + k) / (n_c + k V)
 * </ul>
 *
 * <p>The first two are interpolated: each context takes something away from what it saw, and gives
 * it to the shorter context, down to the uniform distribution 1 / V, which stands below single
 * tokens. So no token is impossible, one that never occurred included.
 *
 * <p>Immutable; {@code toString} gives the text that {@link #parse} reads.
 */
public sealed interface Smoothing {

  /** Modified Kneser-Ney smoothing. */
  static Smoothing kneserNey() {
    return new KneserNey();
  }

  /** Witten-Bell smoothing. */
  static Smoothing wittenBell() {
    return new WittenBell();
  }

  /**
   * Add-k smoothing; with k = 0 maximum likelihood.
   *
   * @param k a finite number >= 0
   * @throws IllegalArgumentException if k is not such a number
   */
  static Smoothing addK(double k) {
    return new AddK(k);
  }

  /**
   * The smoothing whose {@code toString} is {@code text}: {@code kneser-ney}, {@code witten-bell},
   * or {@code add} and a number.
   *
   * @throws IllegalArgumentException if there is none; the message says what there is
   */
  static Smoothing parse(String text) {
    if (Objects.requireNonNull(text, "text").equals(KneserNey.NAME)) {
      return kneserNey();
    }
    if (text.equals(WittenBell.NAME)) {
      return wittenBell();
    }
    return (text.startsWith(AddK.NAME) ? number(text.substring(AddK.NAME.length())) : none())
        .map(Smoothing::addK)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a smoothing is 'kneser-ney', 'witten-bell', or 'add' and a number, such as"
                        + " 'add 0.5'"));
  }

  private static Optional<Double> none() {
    return Optional.empty();
  }

  private static Optional<Double> number(String text) {
    // As in the columns of a model file; Double.parseDouble would also read "1d" and " 0x1p3".
    return text.length() <= 40 && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(E[+-]?[0-9]+)?")
        ? Optional.of(Double.parseDouble(text))
        : none();
  }

  /**
   * Interpolated modified Kneser-Ney smoothing (S. F. Chen and J. Goodman, "An empirical study of
   * smoothing techniques for language modeling", Computer Speech and Language 13, 1999, section 3):
   * P(j | c) = (a_cj - D(a_cj)) / a_c + b_c P(j | c').
   *
   * <p>a_cj is the adjusted count of the n-gram c j. In the longest n-grams, and in those at the
   * start of an item, it is the count n_cj. In all others it is N1+(. c j), the number of different
   * tokens that occur before c j: a token that only ever follows one other is not likely elsewhere,
   * however often it occurs. a_c is the sum over all j. b_c is the share that the discounts have
   * taken, so that the row sums to 1.
   *
   * <p>The discount D takes three values for each length of n-gram: for adjusted counts of 1, of 2,
   * and of 3 and more. With n_1 to n_4, the numbers of n-grams of that length whose adjusted count
   * is 1 to 4, and Y = n_1 / (n_1 + 2 n_2), they are
   *
   * <p>D_1 = 1 - 2 Y n_2 / n_1, D_2 = 2 - 3 Y n_3 / n_2, D_3+ = 3 - 4 Y n_4 / n_3.
   *
   * <p>A small text does not tell them: where n_1, n_2 or n_3 is 0, or a D_i is not above 0 and at
   * most i, all three are replaced by 0.5, 1 and 1.5 for that length.
   *
   * <p>This is what KenLM's {@code lmplz} computes with {@code --discount_fallback} (K. Heafield,
   * I. Pouzyrevsky, J. H. Clark and P. Koehn, "Scalable modified Kneser-Ney language model
   * estimation", ACL 2013, section 3), with one difference: V counts an unknown token only where
   * the vocabulary has one.
   */
  record KneserNey() implements Smoothing {
    static final String NAME = "kneser-ney";

    @Override
    public String toString() {
      return NAME;
    }
  }

  /**
   * Interpolated Witten-Bell smoothing (I. H. Witten and T. C. Bell, "The zero-frequency problem",
   * IEEE Transactions on Information Theory 37, 1991, method C; interpolated as by Chen and
   * Goodman, 1999, section 2.5): P(j | c) = (n_cj + T_c P(j | c')) / (n_c + T_c).
   *
   * <p>How likely is something new after c? As often as something was new there, which is T_c times
   * out of n_c, and T_c more times are pretended.
   */
  record WittenBell() implements Smoothing {
    static final String NAME = "witten-bell";

    @Override
    public String toString() {
      return NAME;
    }
  }

  /**
   * Add-k smoothing of the longest n-grams: P(j | c) = (n_cj + k) / (n_c + k V). Shorter contexts
   * have no part in it: a context that never occurred has the uniform distribution.
   *
   * @param k a finite number >= 0; 0 is maximum likelihood
   */
  record AddK(double k) implements Smoothing {
    static final String NAME = "add ";

    /** Checks k. */
    public AddK {
      if (!(k >= 0 && k < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("smoothing must be a finite number >= 0, was " + k);
      }
      k += 0.0; // -0 is 0
    }

    @Override
    public String toString() {
      return NAME + Decimal.shortest(k);
    }
  }
}
