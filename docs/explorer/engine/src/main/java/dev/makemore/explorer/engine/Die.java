package dev.makemore.explorer.engine;

import dev.makemore.model.Distribution;
import dev.makemore.model.draw.AliasTable;
import dev.makemore.model.draw.Draws;
import java.util.random.RandomGenerator;

/**
 * A draw from a distribution, and where it fell when the tokens lie side by side on a line from 0
 * to 1, each as wide as its probability.
 *
 * <p>{@link Distribution#sample} does not search such a line. It looks into one column of an {@link
 * AliasTable}. But each token has pieces in the columns, and these pieces together are as large as
 * its probability. So the pieces can be laid on the line, those of the first token first, then
 * those of the second, and so on. The random bits fall into one piece, and at one place in it; that
 * place on the line is the position. It is as likely to be anywhere as anywhere else, since pieces
 * are moved but not stretched.
 *
 * @param token the token that was drawn
 * @param position from 0 to 1, within the part of the line that is the token's
 */
record Die(int token, double position) {

  /** Draws as {@link Distribution#sample} does, from the same random bits. */
  static Die roll(Distribution row, RandomGenerator random) {
    int[] listed = row.listed().toArray();
    int size = row.size();
    if (listed.length == 0) {
      return anyToken(row, 0, random.nextLong());
    }
    double[] probabilities = new double[listed.length];
    for (int i = 0; i < listed.length; i++) {
      probabilities[i] = row.probability(listed[i]);
    }
    AliasTable table = AliasTable.ofMixture(probabilities, row.rest(), size);
    long bits = random.nextLong();
    int thing = table.draw(bits);
    if (thing == listed.length) { // any token at all
      return anyToken(row, 1, random.nextLong());
    }
    int token = listed[thing];
    return at(row, token, placeIn(table, thing, bits));
  }

  /**
   * A token from the part of the mixture in which all are equally likely. On the line it lies
   * behind the token's other pieces.
   *
   * @param mixed 1 if the tokens have other pieces, 0 if this is all there is
   */
  private static Die anyToken(Distribution row, int mixed, long bits) {
    int token = Draws.index(bits, row.size());
    double within = fraction(Draws.fraction(bits, row.size())) * row.rest();
    double others = mixed * (row.probability(token) - row.rest());
    return at(row, token, others + within);
  }

  /** How far into the pieces of {@code thing} the bits fell: its own column's piece comes first. */
  private static double placeIn(AliasTable table, int thing, long bits) {
    int columns = table.size();
    int column = Draws.index(bits, columns);
    double fraction = fraction(Draws.fraction(bits, columns));
    double before = column == thing ? 0 : own(table, thing);
    for (int i = 0; i < column && column != thing; i++) {
      before += i != thing && table.alias(i) == thing ? 1 - own(table, i) : 0;
    }
    return (before + (column == thing ? fraction : fraction - own(table, column))) / columns;
  }

  /** The share of a column that draws its own thing. */
  private static double own(AliasTable table, int column) {
    return table.alias(column) == column ? 1 : fraction(table.threshold(column));
  }

  private static double fraction(long unsigned) {
    return (unsigned >>> 11) * 0x1p-53;
  }

  private static Die at(Distribution row, int token, double place) {
    double left = 0;
    for (int t = 0; t < token; t++) {
      left += row.probability(t);
    }
    return new Die(token, left + Math.min(place, row.probability(token)));
  }

  /** The probabilities of all tokens. */
  static double[] probabilities(Distribution row) {
    double[] probabilities = new double[row.size()];
    for (int token = 0; token < probabilities.length; token++) {
      probabilities[token] = row.probability(token);
    }
    return probabilities;
  }
}
