package dev.makemore.explorer.engine;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.io.ModelFile;
import dev.makemore.sampling.Condition;
import dev.makemore.sampling.Conditional;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import dev.makemore.sampling.TopK;
import dev.makemore.sampling.TopP;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/** A bigram model: counted, trained or loaded. */
public final class Predictor {

  private static final int MOST_CUT = 1_000; // in a row; the page must not stand still

  private final LanguageModel model;

  private Predictor(LanguageModel model) {
    this.model = model;
  }

  static Predictor ofBigrams(LanguageModel model) {
    if (model.contextLength() > 1) {
      throw new IllegalArgumentException(
          "the model looks at "
              + model.contextLength()
              + " characters, and this page shows models that look at one");
    }
    return new Predictor(model);
  }

  /** The characters of the vocabulary, ascending; token t + 1 is the character at t. */
  @JSExport
  @JSByRef
  public int[] codePoints() {
    return Tokens.codePoints(model.vocabulary());
  }

  /** What was counted, or null if the model was not made by counting. */
  @JSExport
  public @Nullable PairCounts counts() {
    return model instanceof CountModel counted ? PairCounts.of(counted.counts()) : null;
  }

  /** The k of add-k smoothing; 0 if the model was not made by counting. */
  @JSExport
  public double smoothing() {
    return model instanceof CountModel counted ? counted.smoothing() : 0;
  }

  /** All probabilities, V x V, row by row. */
  @JSExport
  @JSByRef
  public double[] table() {
    int size = model.vocabulary().size();
    double[] table = new double[size * size];
    for (int context = 0; context < size; context++) {
      System.arraycopy(row(context), 0, table, context * size, size);
    }
    return table;
  }

  /** The V probabilities of the token after {@code context}. */
  @JSExport
  @JSByRef
  public double[] row(int context) {
    return Die.probabilities(model.next(context));
  }

  /** The V probabilities of the token after {@code text}. */
  @JSExport
  @JSByRef
  public double[] after(String text) {
    return Die.probabilities(model.next(model.vocabulary().encode(text)));
  }

  /**
   * This model at a temperature, with only the likeliest tokens left: temperature, top-k and top-p
   * are applied in this order, as the command does.
   *
   * @param temperature a finite number >= 0; 1 changes nothing
   * @param topK at least 1; the size of the vocabulary or more changes nothing
   * @param topP above 0 and at most 1; 1 changes nothing
   * @throws IllegalArgumentException if one of them is not in its range
   */
  @JSExport
  public Predictor shaped(double temperature, int topK, double topP) {
    return new Predictor(TopP.of(TopK.of(Temperature.of(model, temperature), topK), topP));
  }

  /** The average negative log likelihood of {@code text}, in nats. */
  @JSExport
  public double averageNll(PairCounts text) {
    return Evaluation.of(model, text.counts()).averageNll();
  }

  /**
   * The first names of a seed, which are those of {@code makemore generate --seed}.
   *
   * @param seed a whole number that fits 64 bits
   * @param count how many names, >= 0
   * @param prefix what every name starts with, {@code --prefix} of the command
   * @param minLength the fewest characters of a name, {@code --min-length}; 0 for any number
   * @param maxLength the most characters of a name, {@code --max-length}; 0 for no limit, where
   *     names are cut as the {@link Sampler} cuts them, unless there is another wish
   * @param suffix what every name ends with, {@code --suffix}
   * @throws IllegalArgumentException if the seed is no such number, the count is negative, the
   *     lengths, the prefix and the suffix do not go together, the model does not know a character,
   *     or the model makes no such name
   */
  @JSExport
  public String[] names(
      String seed, int count, String prefix, int minLength, int maxLength, String suffix) {
    if (count < 0) {
      throw new IllegalArgumentException("the number of names must be >= 0, was " + count);
    }
    int longest = maxLength == 0 ? Sampler.DEFAULT_MAX_LENGTH : maxLength;
    Condition condition = condition(minLength, maxLength, longest).withSuffix(suffix);
    boolean any = condition.equals(Condition.none());
    LanguageModel drawn = any ? model : Conditional.of(model, condition, prefix);
    Sampler sampler = Sampler.of(drawn).withMaxLength(longest).withPrefix(prefix);
    List<String> names = new ArrayList<>();
    RandomGenerator random = generator(seed, 0);
    int cutInARow = 0;
    for (long i = 0; names.size() < count; i++) {
      random = i % Sampler.BLOCK == 0 ? generator(seed, i / Sampler.BLOCK) : random;
      Sample name = sampler.next(random);
      if (any || !name.cut()) {
        names.add(name.text());
        cutInARow = 0;
      } else if (++cutInARow == MOST_CUT) {
        throw new IllegalArgumentException(
            "nearly all such names have more than " + longest + " characters; set a limit");
      }
    }
    return names.toArray(new String[0]);
  }

  private static Condition condition(int minLength, int maxLength, int longest) {
    if (minLength > longest) {
      throw new IllegalArgumentException(
          "minimum length " + minLength + " is more than the maximum length " + longest);
    }
    Condition condition = Condition.none().withMinLength(minLength);
    return maxLength == 0 ? condition : condition.withMaxLength(maxLength);
  }

  /**
   * How one of the names of a seed is drawn, letter by letter: of those without a prefix and
   * without wishes.
   *
   * @param seed a whole number that fits 64 bits
   * @param index which of the names, counted from 0
   * @throws IllegalArgumentException if the seed is no such number
   * @throws IndexOutOfBoundsException if the index is negative
   */
  @JSExport
  public Walk walk(String seed, int index) {
    if (index < 0) {
      throw new IndexOutOfBoundsException("a name has a number >= 0, not " + index);
    }
    Sampler sampler = Sampler.of(model);
    RandomGenerator random = generator(seed, index / Sampler.BLOCK);
    for (int i = 0; i < index % Sampler.BLOCK; i++) {
      sampler.next(random);
    }
    return Walk.of(model, random);
  }

  private static RandomGenerator generator(String seed, long block) {
    return Xoshiro256PlusPlus.of(number(seed), block);
  }

  private static long number(String seed) {
    BigInteger number;
    try {
      number = new BigInteger(seed);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the seed must be a whole number, was '" + seed + "'", e);
    }
    if (number.bitLength() >= Long.SIZE) {
      throw new IllegalArgumentException("the seed must be from -2^63 to 2^63 - 1, was " + seed);
    }
    return number.longValue();
  }

  /**
   * What each prediction of a text was given: the probability of each character and of the end; -1
   * where a character is not in the vocabulary.
   */
  @JSExport
  @JSByRef
  public double[] explain(String text) {
    List<Double> probabilities = new ArrayList<>();
    Scorer.of(model).explain(text, p -> probabilities.add(p.known() ? p.probability() : -1));
    return probabilities.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What each prediction of a text costs, in nats: infinity where the model held it impossible. */
  @JSExport
  @JSByRef
  public double[] costs(String text) {
    List<Double> costs = new ArrayList<>();
    Scorer.of(model).explain(text, p -> costs.add(p.nll()));
    return costs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The average negative log likelihood of a text, its end included, in nats. */
  @JSExport
  public double score(String text) {
    return Scorer.of(model).score(text).averageNll();
  }

  /**
   * The model file, which the command loads with {@code -m}.
   *
   * @throws IllegalArgumentException if the model was reshaped, and so can't be saved
   */
  @JSExport
  public String file() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelFile.write(model, file);
    return file.toString(StandardCharsets.UTF_8);
  }
}
