package dev.makemore.model;

import dev.makemore.model.draw.AliasTable;
import dev.makemore.model.draw.Draws;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A probability for each of {@code size} tokens.
 *
 * <p>Sparse: it lists some tokens with a probability each, and all the others share one
 * probability, {@link #rest()}, often 0. A row of a count model over 10,000 characters that saw 12
 * of them holds 12 numbers, with add-k smoothing too. Memory, and the cost of {@link #entropy} and
 * {@link #reweighted}, are O(tokens listed).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Distribution {

  private static final double SUM_TOLERANCE = 1e-9;

  private static final int LINE = 72; // characters

  private final int size;
  private final int[] tokens; // ascending
  private final double[] probabilities; // of tokens, none below rest
  private final double rest;

  /** Built at the first draw. A race builds it twice, to the same effect. */
  private @Nullable AliasTable aliases;

  private Distribution(int size, int[] tokens, double[] probabilities, double rest) {
    this.size = size;
    this.tokens = tokens;
    this.probabilities = probabilities;
    this.rest = rest;
  }

  /**
   * The distribution that gives token t the probability {@code probabilities[t]}.
   *
   * @throws IllegalArgumentException if one is negative or NaN, or they do not sum to 1 within 1e-9
   */
  public static Distribution of(double... probabilities) {
    return sparse(
        probabilities.length, IntStream.range(0, probabilities.length).toArray(), probabilities, 0);
  }

  /**
   * The distribution that gives token t a probability in proportion to {@code weights[t]}.
   *
   * @throws IllegalArgumentException if one is negative, NaN or infinite, or all are 0
   */
  public static Distribution ofWeights(double... weights) {
    int[] all = IntStream.range(0, weights.length).toArray();
    return normalized(weights.length, all, DoubleStream.of(weights), 0);
  }

  /**
   * The distribution that gives some tokens a probability in proportion to their weight, and every
   * other one in proportion to {@code rest}.
   *
   * @param size the number of all tokens
   * @param tokens the listed tokens, ascending
   * @param weights theirs, in the same order
   * @param rest the weight of each token that is not listed
   * @throws IllegalArgumentException if a weight is negative, NaN or infinite, if all are 0, or if
   *     the tokens are not ascending from 0 to {@code size - 1}
   */
  public static Distribution ofWeights(int size, int[] tokens, double[] weights, double rest) {
    return normalized(size, tokens, DoubleStream.of(weights), rest);
  }

  /** The distribution that gives each of {@code size} tokens the same probability. */
  public static Distribution uniform(int size) {
    checkSize(size);
    return new Distribution(size, new int[0], new double[0], 1.0 / size);
  }

  /** The distribution that gives {@code token} the probability 1, and the others 0. */
  public static Distribution certain(int size, int token) {
    return sparse(size, new int[] {token}, new double[] {1}, 0);
  }

  /**
   * The distribution that lists some tokens, and gives every other one the probability {@code
   * rest}.
   *
   * @param size the number of all tokens
   * @param tokens the listed tokens, ascending
   * @param probabilities theirs, in the same order
   * @param rest the probability of each token that is not listed
   * @throws IllegalArgumentException if a probability is negative or NaN, if they do not sum to 1
   *     within 1e-9, or if the tokens are not ascending from 0 to {@code size - 1}
   */
  public static Distribution sparse(int size, int[] tokens, double[] probabilities, double rest) {
    checkSize(size);
    if (tokens.length != probabilities.length) {
      throw new IllegalArgumentException(
          tokens.length + " tokens need as many probabilities, not " + probabilities.length);
    }
    checkAscending(size, tokens);
    double sum = checkProbability(rest) * (size - tokens.length);
    boolean listedAreLikelier = true;
    for (int i = 0; i < tokens.length; i++) {
      sum += checkProbability(probabilities[i]);
      listedAreLikelier &= probabilities[i] >= rest;
    }
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException("probabilities must sum to 1, sum is " + sum);
    }
    if (rest == 0) {
      return withoutZeros(size, tokens, probabilities);
    }
    // If half of the tokens are listed, listing all costs little and makes draws simpler. All are
    // listed, too, if a listed token is less likely than the rest: no mixture can draw that.
    if (2L * tokens.length >= size || !listedAreLikelier) {
      return dense(size, tokens, probabilities, rest);
    }
    return new Distribution(size, tokens.clone(), probabilities.clone(), rest);
  }

  private static Distribution withoutZeros(int size, int[] tokens, double[] probabilities) {
    int[] kept = IntStream.range(0, tokens.length).filter(i -> probabilities[i] > 0).toArray();
    return new Distribution(
        size,
        IntStream.of(kept).map(i -> tokens[i]).toArray(),
        IntStream.of(kept).mapToDouble(i -> probabilities[i]).toArray(),
        0);
  }

  private static Distribution dense(int size, int[] tokens, double[] probabilities, double rest) {
    double[] all = new double[size];
    Arrays.fill(all, rest);
    for (int i = 0; i < tokens.length; i++) {
      all[tokens[i]] = probabilities[i];
    }
    return withoutZeros(size, IntStream.range(0, size).toArray(), all);
  }

  /** The number of tokens, the impossible ones included. */
  public int size() {
    return size;
  }

  /**
   * The probability of {@code token}, in O(log n) for n listed tokens.
   *
   * @throws IllegalArgumentException if {@code token} is not from 0 to {@code size() - 1}
   */
  public double probability(int token) {
    if (token < 0 || token >= size) {
      throw new IllegalArgumentException(
          "token must be from 0 to " + (size - 1) + ", was " + token);
    }
    int index = tokens.length == size ? token : Arrays.binarySearch(tokens, token);
    return index < 0 ? rest : probabilities[index];
  }

  /** The probability of each token that is not among {@link #listed()}. */
  public double rest() {
    return rest;
  }

  /** The tokens that have a probability of their own, ascending; none has less than the rest. */
  public IntStream listed() {
    return IntStream.of(tokens);
  }

  /** The probability of the token that is number {@code index} of {@link #listed()}. */
  double listedProbability(int index) {
    return probabilities[index];
  }

  /** The number of tokens whose probability is not 0. */
  public int supportSize() {
    return rest > 0 ? size : tokens.length;
  }

  /**
   * What predicting {@code token} costs: -ln P(token) in nats, 0 for a certain token and {@link
   * Double#POSITIVE_INFINITY} for an impossible one.
   *
   * @throws IllegalArgumentException if {@code token} is not from 0 to {@code size() - 1}
   */
  public double negativeLogLikelihood(int token) {
    return negativeLogLikelihoodOf(probability(token));
  }

  /** -ln {@code probability}. */
  static double negativeLogLikelihoodOf(double probability) {
    // Rounding can leave a certain token just above 1: its cost is still 0, and neither below 0 nor
    // -0.
    return Math.max(0, 0 - StrictMath.log(probability));
  }

  /** The expected cost of a prediction: -sum of p ln p, in nats; ln size if uniform. */
  public double entropy() {
    double entropy = (size - tokens.length) * informationOf(rest);
    for (double probability : probabilities) {
      entropy += informationOf(probability);
    }
    return entropy;
  }

  private static double informationOf(double probability) {
    return probability == 0 ? 0 : 0 - probability * StrictMath.log(probability);
  }

  /**
   * Draws a token, in O(1).
   *
   * <p>The draw depends on {@code random.nextLong()} alone: one call as a rule, and a second one if
   * the first draws the shared rest. The alias table behind it is built at the first draw. It
   * depends on which tokens are possible, so two distributions that are nearly the same may draw
   * different tokens from the same random number.
   */
  public int sample(RandomGenerator random) {
    if (tokens.length == 0) {
      return Draws.index(random.nextLong(), size);
    }
    int drawn = aliasTable().draw(random.nextLong());
    return drawn < tokens.length ? tokens[drawn] : Draws.index(random.nextLong(), size);
  }

  private AliasTable aliasTable() {
    AliasTable table = aliases;
    if (table == null) {
      table = AliasTable.ofMixture(probabilities, rest, size);
      aliases = table;
    }
    return table;
  }

  /** The most likely token; of equally likely ones, the lowest. */
  public int mostLikely() {
    return mostLikely(1)[0];
  }

  /**
   * The {@code k} most likely tokens, the likeliest first; of equally likely ones, the lowest
   * first. There are fewer if fewer tokens are possible. If fewer than k tokens are listed, this
   * looks at all tokens.
   *
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public int[] mostLikely(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be at least 1, was " + k);
    }
    int wanted = Math.min(k, supportSize());
    // Tokens that tie with the rest are ranked with it, by their number alone.
    IntStream above = IntStream.range(0, tokens.length).filter(i -> probabilities[i] > rest);
    int[] ranked =
        above
            .boxed()
            .sorted((a, b) -> Double.compare(probabilities[b], probabilities[a])) // stable
            .limit(wanted)
            .mapToInt(i -> tokens[i])
            .toArray();
    if (ranked.length == wanted) {
      return ranked;
    }
    IntStream tied = IntStream.range(0, size).filter(token -> probability(token) == rest);
    return IntStream.concat(IntStream.of(ranked), tied.limit(wanted - ranked.length)).toArray();
  }

  /**
   * This distribution with only {@code kept} tokens possible, in the same proportions.
   *
   * @throws IllegalArgumentException if all of them are impossible, or one is given twice
   */
  public Distribution restrictedTo(int... kept) {
    int[] ascending = kept.clone();
    Arrays.sort(ascending);
    for (int i = 1; i < ascending.length; i++) {
      if (ascending[i] == ascending[i - 1]) {
        throw new IllegalArgumentException("token " + ascending[i] + " is given twice");
      }
    }
    return normalized(size, ascending, IntStream.of(ascending).mapToDouble(this::probability), 0);
  }

  /**
   * The distribution in which a token of probability p has a probability in proportion to {@code
   * weight(p)}.
   *
   * @param weight gives a finite number that is not negative; called once for each listed token,
   *     and once for the rest
   * @throws IllegalArgumentException if all weights are 0, or one is negative or not finite
   */
  public Distribution reweighted(DoubleUnaryOperator weight) {
    double restWeight = tokens.length == size ? 0 : weight.applyAsDouble(rest);
    return normalized(size, tokens, Arrays.stream(probabilities).map(weight), restWeight);
  }

  /**
   * This distribution over a larger set of tokens: token t of this one is {@code tokens[t]} of the
   * result, and all other tokens of the result are impossible.
   *
   * @param size the number of tokens of the result
   * @param tokens one for each token of this distribution, ascending
   * @throws IllegalArgumentException if there are not as many, or they are not ascending from 0 to
   *     {@code size - 1}
   */
  public Distribution embeddedIn(int size, int... tokens) {
    if (tokens.length != this.size) {
      throw new IllegalArgumentException(
          this.size + " tokens need as many places, not " + tokens.length);
    }
    checkAscending(size, tokens);
    if (size == this.size) {
      return this;
    }
    // Tokens that share a probability in this one must be listed in the result, whose others have
    // 0.
    IntStream kept = rest == 0 ? listed() : IntStream.range(0, this.size);
    int[] here = kept.toArray();
    return new Distribution(
        size,
        IntStream.of(here).map(token -> tokens[token]).toArray(),
        IntStream.of(here).mapToDouble(this::probability).toArray(),
        0);
  }

  private static Distribution normalized(
      int size, int[] tokens, DoubleStream weights, double restWeight) {
    double[] scaled = weights.toArray();
    double total = restWeight * (size - tokens.length);
    for (double weight : scaled) {
      total += weight;
    }
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weights must have a finite sum > 0, was " + total);
    }
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= total;
    }
    return sparse(size, tokens, scaled, restWeight / total);
  }

  private static void checkSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("a distribution needs at least 1 token, was " + size);
    }
  }

  private static void checkAscending(int size, int... tokens) {
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] < (i == 0 ? 0 : tokens[i - 1] + 1) || tokens[i] >= size) {
        throw new IllegalArgumentException(
            "tokens must be ascending from 0 to " + (size - 1) + ", was " + tokens[i]);
      }
    }
  }

  private static double checkProbability(double probability) {
    if (!(probability >= 0)) {
      throw new IllegalArgumentException("a probability must be >= 0, was " + probability);
    }
    return probability;
  }

  /**
   * True if {@code other} gives the same probability to every token, no matter which tokens it
   * lists.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that
        && size == that.size
        && IntStream.range(0, size).allMatch(t -> probability(t) == that.probability(t));
  }

  @Override
  public int hashCode() {
    return 31 * size + Double.hashCode(probability(mostLikely()));
  }

  /**
   * The likeliest tokens by their numbers, and their probabilities, on one line: {@code 1 0.80, 0
   * 0.20}. {@link Vocabulary#text(Distribution)} shows characters.
   */
  @Override
  public String toString() {
    return line(Integer::toString);
  }

  /** The likeliest tokens and their probabilities, no more than fit on a line. */
  String line(IntFunction<String> nameOf) {
    StringBuilder line = new StringBuilder();
    int[] likeliest = mostLikely(LINE / 8);
    for (int token : likeliest) {
      String entry = String.format(Locale.ROOT, "%s %.2f", nameOf.apply(token), probability(token));
      if (line.length() + entry.length() > LINE) {
        return line.append(", ...").toString();
      }
      line.append(line.isEmpty() ? "" : ", ").append(entry);
    }
    return likeliest.length < supportSize() ? line.append(", ...").toString() : line.toString();
  }
}
