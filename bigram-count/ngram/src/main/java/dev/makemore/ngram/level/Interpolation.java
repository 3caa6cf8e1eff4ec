package dev.makemore.ngram.level;

import dev.makemore.model.NgramCounts;
import dev.makemore.model.arpa.BackoffModel;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Smoothing that interpolates: every context gives a share of its counts to the next shorter one.
 *
 * <p>P(j | c) = (kept(a_cj) + g_c P(j | c')) / (sum of kept(a_ci) over all i + g_c), where g_c =
 * sum of given(a_ci) over all i.
 *
 * <p>Here a_cj is the count of token j after context c, c' is c without its oldest token, and a
 * {@link Rule} says how much of a count is kept and how much is given. Below the empty context
 * there is the uniform distribution. A token that never follows c has kept(0) = 0, so its
 * probability is that after c' times g_c / (...), which is the backoff of c: the model backs off,
 * and what it lists is interpolated beforehand. Each token that follows c follows c' as well, so
 * the two lists of followers can be walked side by side.
 *
 * <p>For example, Witten-Bell smoothing of the text {@code ab}, {@code ac} with bigrams. Of 6
 * predictions there are two of a, two of the boundary, and one of b and of c, so 4 different ones;
 * with V = 4, P(b) = (1 + 4 / 4) / (6 + 4) = 0.2. After a, b and c come once each: P(b | a) = (1 +
 * 2 · 0.2) / (2 + 2) = 0.35, the same for c, and the backoff is 2 / 4. P(a | a) = 0.5 P(a) = 0.5 ·
 * (2 + 1) / 10 = 0.15, and so is the boundary's. The row is 0.35 + 0.35 + 0.15 + 0.15 = 1.
 */
public final class Interpolation {

  private final Function<Level, Rule> rules;
  private final Level[] levels; // by the length of their contexts

  private Interpolation(NgramCounts counts, boolean contextsCount, Function<Level, Rule> rules) {
    this.rules = rules;
    this.levels = new Level[counts.order()];
    int length = counts.contextLength();
    levels[length] = Level.longest(Endings.of(counts));
    for (; length > 0; length--) {
      levels[length - 1] = levels[length].shorter(contextsCount);
    }
  }

  /** The model that modified Kneser-Ney smoothing makes of {@code counts}. */
  public static BackoffModel kneserNey(NgramCounts counts) {
    return new Interpolation(counts, true, level -> Discounts.of(level.countsOfCounts()))
        .model(counts);
  }

  /** The model that Witten-Bell smoothing makes of {@code counts}. */
  public static BackoffModel wittenBell(NgramCounts counts) {
    return new Interpolation(counts, false, level -> Rule.WITTEN_BELL).model(counts);
  }

  private BackoffModel model(NgramCounts counts) {
    double[] unigrams = unigrams(counts.vocabulary().size());
    BackoffModel.Builder model =
        BackoffModel.builder(counts.vocabulary(), counts.order(), unigrams);
    double[] lower = new double[levels[0].size()];
    for (int place = 0; place < lower.length; place++) {
      lower[place] = unigrams[levels[0].token(place)];
    }
    for (int length = 1; length < levels.length; length++) {
      lower = addRows(levels[length], levels[length - 1], lower, model);
    }
    return model.build();
  }

  /** P(j) for each token j. */
  private double[] unigrams(int size) {
    double[] unigrams = new double[size];
    Arrays.fill(unigrams, 1.0 / size);
    if (levels[0].size() > 0) {
      Shares shares = Shares.of(levels[0], 0, rules.apply(levels[0]));
      for (int token = 0; token < size; token++) {
        unigrams[token] *= shares.backoff();
      }
      for (int place = 0; place < levels[0].size(); place++) {
        unigrams[levels[0].token(place)] += shares.own(levels[0].count(place));
      }
    }
    return unigrams;
  }

  /**
   * Adds the rows of all contexts of a level.
   *
   * @param lower P(j | c') for each n-gram of the shorter level
   * @return P(j | c) for each n-gram of this level
   */
  private double[] addRows(Level level, Level shorter, double[] lower, BackoffModel.Builder model) {
    double[] probabilities = new double[level.size()];
    Rule rule = rules.apply(level);
    int ending = 0; // c'
    for (int c = 0; c < level.contexts(); c++) {
      while (ending + 1 < shorter.contexts() && shorter.isBefore(ending + 1, level, c)) {
        ending++;
      }
      Shares shares = Shares.of(level, c, rule);
      int below = shorter.from(ending);
      for (int place = level.from(c); place < level.to(c); place++) {
        while (shorter.token(below) != level.token(place)) {
          below++;
        }
        probabilities[place] = shares.own(level.count(place)) + shares.backoff() * lower[below];
      }
      model.row(
          level.context(c),
          shares.backoff(),
          level.followers(c),
          Arrays.copyOfRange(probabilities, level.from(c), level.to(c)));
    }
    return probabilities;
  }

  /** How a context shares its probability between what followed it and the shorter context. */
  private record Shares(Rule rule, double total, double backoff) {

    static Shares of(Level level, int c, Rule rule) {
      double kept = 0;
      double given = 0;
      for (int place = level.from(c); place < level.to(c); place++) {
        kept += rule.kept(level.count(place));
        given += rule.given(level.count(place));
      }
      return new Shares(rule, kept + given, given / (kept + given));
    }

    /** The share of a follower, without what it has from the shorter context. */
    double own(long count) {
      return rule.kept(count) / total;
    }
  }
}
