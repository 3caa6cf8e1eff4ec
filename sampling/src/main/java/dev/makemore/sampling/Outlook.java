package dev.makemore.sampling;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How likely an item in the making is to end as a condition asks, from each state that it can be
 * in. {@link Conditional} tells what a state is, and why these numbers are right.
 *
 * <p>A state is a length and a place. The place is the last token or, if a part of the suffix
 * stands at the end, V - 1 and the length of that part: that tells the last token, too. The numbers
 * of all places at one length are a layer. Each layer follows from the one for items that are one
 * character longer, in a {@link #step} of O(tokens listed by all rows).
 */
final class Outlook {

  /** Numbers that are held, of 8 bytes each. */
  static final int MAX_STATES = 8_000_000;

  private static final long MAX_WORK = 2_000_000_000; // products: some seconds

  private static final int STEP_WORK = 10; // of a place, beside its products

  private final LanguageModel model;
  private final Condition condition;
  private final SuffixMatcher suffix;
  private final int tokens;
  private final int places;
  private final int[][] targets; // by place and listed character: the place after it
  private final double[][] weights; // by place and listed character: its probability above the rest

  /** Layers for items that are too short, by their length. */
  private final double[][] early;

  /**
   * Layers for items that are long enough, by the number of characters that they may still have.
   * The last one is for all larger numbers.
   */
  private final double[][] free;

  /**
   * Looks ahead.
   *
   * @param model looks at one token at most, and keeps its rows
   * @throws IllegalArgumentException if that would take too much memory or time, or if the model
   *     does not know a character of the suffix
   */
  Outlook(LanguageModel model, Condition condition) {
    this.model = model;
    this.condition = condition;
    this.suffix = new SuffixMatcher(model.vocabulary().encode(condition.suffix()));
    this.tokens = model.vocabulary().size();
    this.places = tokens + suffix.complete();
    this.targets = new int[places][];
    this.weights = new double[places][];
    IntStream.range(0, places).forEach(this::prepare);
    this.free = condition.maxLength().isPresent() ? bounded() : new double[][] {limit()};
    checkStates((long) condition.minLength() + free.length);
    this.early = new double[condition.minLength()][];
    for (int length = early.length - 1; length >= 0; length--) {
      early[length] = step(layer(length + 1), false);
    }
  }

  private void prepare(int place) {
    Distribution row = row(place);
    int[] characters = row.listed().filter(token -> token != Vocabulary.BOUNDARY).toArray();
    targets[place] = IntStream.of(characters).map(token -> placeAfter(place, token)).toArray();
    weights[place] =
        IntStream.of(characters).mapToDouble(row::probability).map(p -> p - row.rest()).toArray();
  }

  /** The layers for 0, 1, 2, ... more characters, up to the first that is equal to the last. */
  private double[][] bounded() {
    int most = condition.maxLength().orElseThrow() - condition.minLength();
    List<double[]> layers = new ArrayList<>();
    double[] last = step(new double[places], true);
    layers.add(last);
    boolean same = false;
    for (int characters = 1; characters <= most && !same; characters++) {
      double[] next = step(last, true);
      same = Arrays.equals(next, last);
      layers.add(next);
      checkStates(layers.size());
      last = next;
    }
    return layers.toArray(new double[0][]);
  }

  /** The layer for any number of characters. */
  private double[] limit() {
    long products = Arrays.stream(targets).mapToLong(row -> row.length + STEP_WORK).sum();
    double[] last = new double[places];
    for (long work = 0; work < MAX_WORK; work += products) {
      double[] next = step(last, true);
      if (Arrays.equals(next, last)) {
        return next;
      }
      last = next;
    }
    throw new IllegalArgumentException(
        "the model's items are too long to look ahead to their end; set a maximum length");
  }

  private void checkStates(long layers) {
    if (layers * places > MAX_STATES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d lengths and %d tokens are too much to look ahead; choose smaller lengths",
              layers,
              tokens));
    }
  }

  /**
   * The layer of items whose length is one less than that of the items of {@code longer}.
   *
   * @param mayEnd whether an item that ends there has a good length
   */
  private double[] step(double[] longer, boolean mayEnd) {
    double anyCharacter = sumAfter(0, longer);
    double[] layer = new double[places];
    for (int place = 0; place < places; place++) {
      Distribution row = row(place);
      double chance = mayEnd && isComplete(place) ? row.probability(Vocabulary.BOUNDARY) : 0;
      if (row.rest() > 0) {
        chance += row.rest() * (place < tokens ? anyCharacter : sumAfter(place, longer));
      }
      for (int i = 0; i < targets[place].length; i++) {
        chance += weights[place][i] * longer[targets[place][i]];
      }
      layer[place] = chance;
    }
    return layer;
  }

  private double sumAfter(int place, double[] longer) {
    double sum = 0;
    for (int token = 1; token < tokens; token++) {
      sum += longer[placeAfter(place, token)];
    }
    return sum;
  }

  private Distribution row(int place) {
    return model.next(place < tokens ? place : suffix.lastToken(progress(place)));
  }

  private int progress(int place) {
    return Math.max(0, place - tokens + 1);
  }

  private boolean isComplete(int place) {
    return progress(place) == suffix.complete();
  }

  /** The place after {@code token}, a character. Before an item the place is the boundary. */
  int placeAfter(int place, int token) {
    int progress = suffix.after(progress(place), token);
    return progress == 0 ? token : tokens - 1 + progress;
  }

  /** The number of states that differ in their distributions. */
  int states() {
    return (early.length + free.length) * places;
  }

  /** The number of a state, from 0 to {@link #states()} - 1. */
  int state(int length, int place) {
    int layer = length < early.length ? length : early.length + freeLayer(length);
    return layer * places + place;
  }

  private int freeLayer(int length) {
    int more = condition.maxLength().orElse(Integer.MAX_VALUE) - length;
    return Math.max(0, Math.min(more, free.length - 1));
  }

  private double[] layer(int length) {
    return length < early.length ? early[length] : free[freeLayer(length)];
  }

  /** The probability that an item in this state will end as the condition asks. */
  double chance(int length, int place) {
    return layer(length)[place];
  }

  /** The model's row in this state, given that the item will end as asked; or uniform. */
  Distribution next(int length, int place) {
    Distribution row = row(place);
    boolean shared = row.rest() > 0;
    int[] listed = shared ? IntStream.range(0, tokens).toArray() : row.listed().toArray();
    double[] chances = new double[listed.length];
    double total = 0;
    for (int i = 0; i < listed.length; i++) {
      chances[i] = row.probability(listed[i]) * chanceAfter(length, place, listed[i]);
      total += chances[i];
    }
    return total > 0
        ? Distribution.ofWeights(tokens, listed, chances, 0)
        : Distribution.uniform(tokens);
  }

  private double chanceAfter(int length, int place, int token) {
    if (token == Vocabulary.BOUNDARY) {
      return length >= early.length && isComplete(place) ? 1 : 0;
    }
    boolean full = length == condition.maxLength().orElse(-1);
    return full ? 0 : chance(length + 1, placeAfter(place, token));
  }
}
