package dev.makemore.ngram.level;

/**
 * The discounts of modified Kneser-Ney smoothing for n-grams of one length (Chen and Goodman, 1999,
 * equation 17): what is given is taken from the count.
 *
 * @param one D_1, for a count of 1
 * @param two D_2, for a count of 2
 * @param more D_3+, for a larger count
 */
record Discounts(double one, double two, double more) implements Rule {

  /** What KenLM's {@code --discount_fallback} takes where a text is too small to tell. */
  static final Discounts FALLBACK = new Discounts(0.5, 1, 1.5);

  /**
   * The discounts that the counts of counts give: D_i = i - (i + 1) Y n_(i+1) / n_i, where Y = n_1
   * / (n_1 + 2 n_2).
   *
   * <p>For example, n-grams of which 4 occur once, 2 twice, 1 three times and none four times have
   * Y = 4 / 8, and the discounts 1 - 2 · 2 / 8 = 0.5, 2 - 3 / 4 = 1.25 and 3.
   *
   * @param countsOfCounts at i, n_i: how many n-grams have the count i; for i from 1 to 4
   * @return these discounts, or the {@link #FALLBACK} if n_1, n_2 or n_3 is 0, or a D_i is not
   *     above 0 and at most i
   */
  static Discounts of(long... countsOfCounts) {
    double n1 = countsOfCounts[1];
    double n2 = countsOfCounts[2];
    double n3 = countsOfCounts[3];
    double n4 = countsOfCounts[4];
    double y = n1 / (n1 + 2 * n2);
    double one = 1 - 2 * y * n2 / n1;
    double two = 2 - 3 * y * n3 / n2;
    double more = 3 - 4 * y * n4 / n3;
    boolean valid = isIn(one, 1) && isIn(two, 2) && isIn(more, 3); // NaN and infinity are not
    return valid ? new Discounts(one, two, more) : FALLBACK;
  }

  private static boolean isIn(double discount, double largest) {
    return discount > 0 && discount <= largest;
  }

  @Override
  public double kept(long count) {
    return count - given(count);
  }

  @Override
  public double given(long count) {
    if (count == 1) {
      return one;
    }
    return count == 2 ? two : more;
  }
}
