package dev.makemore.sampling;

import dev.makemore.model.CachedModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Makes a model draw only items that meet a {@link Condition}, each as often among them as the
 * model itself would: P(next | context, the item will meet the condition).
 *
 * {@snippet class="dev.makemore.sampling.ConditionalTest" region="conditional"}
 *
 * <p>So the items have the distribution of those that are left when a model's items are drawn, and
 * thrown away unless they meet the condition. But none is thrown away, and a rare suffix takes no
 * longer than a frequent one. An item that never ends meets no condition.
 *
 * <p>It looks at as many tokens as tell how long an item is, up to the limits of the condition, and
 * how much of the suffix stands at its end. An item with more characters than the maximum is not
 * told apart from one that has just as many, and has to end. After a context from which the model
 * can't meet the condition any more, all tokens are equally likely.
 *
 * <p>For models that look at one token at most. For others, let {@link Selection#matching} try.
 */
public final class Conditional implements LanguageModel {

  /*
   * What an item can still become depends on its state: its last token, its length up to the limits
   * of the condition, and how much of the suffix it ends with. Let h(s) be the probability that an
   * item in state s will end as asked. By Bayes' rule, the token n has the probability
   *
   *   P(n | s, as asked) = P(n | s) P(as asked | s n) / P(as asked | s) = P(n | s) h(s n) / h(s)
   *
   * after s, where s n is the state after n, and h(s n) for the boundary is 1 or 0: the item has
   * ended as asked, or not. This is Doob's h-transform (Doob, "Conditional Brownian motion and the
   * boundary limits of harmonic functions", Bulletin de la Societe Mathematique de France 85, 1957).
   * Along an item all h but the first and the last cancel out, so its probability becomes
   * P(item) * 1 / h(start): the model's own, divided by that of all that meet the condition.
   *
   * The probabilities add up to 1, so h(s) is the sum of P(n | s) h(s n) over all n. With a maximum
   * length, h of the items of that length is known: they have to end. The sum gives h of those that
   * are one character shorter, and so on.
   *
   * Without a maximum, let h0 = 0 everywhere, and let the sum over h(r) give h(r+1). Then h(r) is the
   * probability to end as asked within r tokens. It grows with r, and its limit is the probability
   * to do so at all. The equation alone would not say that: where a model never ends, h = 1 solves
   * it, too. The limit is the smallest solution that is not negative (Norris, "Markov Chains", 1997,
   * theorem 1.3.2). Rounding keeps the order of numbers, so in floating point, too, no h(r) shrinks.
   * There are finitely many numbers up to 1, so there is a step that changes nothing, and then none
   * does. That is where the sum has reached its limit to the last bits.
   *
   * An example with the suffix b. Each item begins with a or b, 1/2 each. After either, a and b have
   * 1/4 each and the end 1/2.
   *
   *   h(a) = 1/4 h(a) + 1/4 h(b)          steps   0   0    1/8   3/16   ...   1/4
   *   h(b) = 1/4 h(a) + 1/4 h(b) + 1/2            0   1/2  5/8   11/16  ...   3/4
   *   h(start) = 1/2 h(a) + 1/2 h(b) = 1/2: every second item ends with b
   *
   * After b the end now has (1/2 * 1) / (3/4) = 2/3, b has (1/4 * 3/4) / (3/4) = 1/4, and a has
   * (1/4 * 1/4) / (3/4) = 1/12. After a the end has 0, b has 3/4 and a has 1/4.
   */

  private static final double LEAST = 1e-300; // less than this loses bits
  private static final long MAX_LISTED = 4_000_000; // by the rows that are kept: some 100 MB

  private final LanguageModel model;
  private final Condition condition;
  private final Outlook outlook;
  private final int contextLength;
  private final int longest; // lengths from here on are not told apart
  private final AtomicReferenceArray<Distribution> rows; // by state
  private final AtomicLong listed = new AtomicLong();

  private Conditional(LanguageModel model, Condition condition) {
    this.model = CachedModel.of(model);
    this.condition = condition;
    this.outlook = new Outlook(this.model, condition);
    this.longest = condition.maxLength().orElse(condition.minLength());
    int suffixLength = condition.suffix().codePointCount(0, condition.suffix().length());
    this.contextLength = Math.max(1, Math.max(longest, suffixLength));
    this.rows = new AtomicReferenceArray<>(outlook.states());
  }

  /**
   * The model {@code model}, given that an item meets {@code condition}.
   *
   * @throws IllegalArgumentException if {@code model} looks at more than one token, if it does not
   *     know a character of the suffix, if the probability of such an item is 0 or less than
   *     1e-300, or if working it out would take more than some 100 MB or some seconds
   */
  public static Conditional of(LanguageModel model, Condition condition) {
    return of(model, condition, "");
  }

  /**
   * The same, for items that begin with {@code prefix}, which a {@link Sampler#withPrefix sampler}
   * puts before them: only after it has the condition to be possible.
   *
   * @throws IllegalArgumentException also if {@code model} does not know a character of the prefix,
   *     or if the prefix is longer than the maximum length
   */
  public static Conditional of(LanguageModel model, Condition condition, String prefix) {
    if (model.contextLength() > 1) {
      throw new IllegalArgumentException(
          "the model looks at "
              + model.contextLength()
              + " tokens, and a condition needs one that looks at one at most; use"
              + " Selection.matching");
    }
    int[] start = model.vocabulary().encode(prefix);
    if (start.length > condition.maxLength().orElse(Integer.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "maximum length "
              + condition.maxLength().orElseThrow()
              + " is shorter than the prefix '"
              + prefix
              + "'");
    }
    Conditional conditional = new Conditional(model, condition);
    double chance = conditional.chance(start);
    if (chance < LEAST) {
      throw new IllegalArgumentException(
          "the model makes no item, or less than one in 1e300, of this kind: "
              + (prefix.isEmpty() ? "" : "begins with '" + prefix + "', ")
              + condition);
    }
    return conditional;
  }

  /**
   * The probability that an item of the model itself that begins with {@code context} will meet the
   * condition; without a context, that any item does.
   *
   * @param context the tokens so far, as for {@link #next}
   * @throws IllegalArgumentException if a token is not in the vocabulary
   */
  public double chance(int... context) {
    int start = startOfItem(context);
    return outlook.chance(length(context, start), place(context, start));
  }

  @Override
  public Vocabulary vocabulary() {
    return model.vocabulary();
  }

  @Override
  public int contextLength() {
    return contextLength;
  }

  @Override
  public Distribution next(int... context) {
    int start = startOfItem(context);
    int length = length(context, start);
    int place = place(context, start);
    int state = outlook.state(length, place);
    Distribution row = rows.get(state);
    if (row == null) {
      row = outlook.next(length, place);
      if (listed.addAndGet(row.listed().count()) <= MAX_LISTED) {
        rows.set(state, row);
      }
    }
    return row;
  }

  /** Where the present item begins in {@code context}, or else where its last tokens begin. */
  private int startOfItem(int... context) {
    int first = Math.max(0, context.length - contextLength);
    int start = context.length;
    while (start > first && vocabulary().checkToken(context[start - 1]) != Vocabulary.BOUNDARY) {
      start--;
    }
    for (int i = first; i < start; i++) {
      vocabulary().checkToken(context[i]); // an unknown token is an error, even before the item
    }
    return start;
  }

  private int length(int[] context, int start) {
    return Math.min(context.length - start, longest);
  }

  private int place(int[] context, int start) {
    int place = Vocabulary.BOUNDARY;
    for (int i = start; i < context.length; i++) {
      place = outlook.placeAfter(place, context[i]);
    }
    return place;
  }

  @Override
  public String toString() {
    return "(" + condition + ") of " + model;
  }
}
