package dev.makemore.cli.table;

import dev.makemore.cli.picture.ProbabilityScale;
import dev.makemore.cli.picture.Scale;
import dev.makemore.model.CachedModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The probability of each token after each token. */
public final class ProbabilityTable implements TokenTable {

  private static final Scale SCALE = new ProbabilityScale();

  private final LanguageModel model;

  private ProbabilityTable(LanguageModel model) {
    this.model = model;
  }

  /**
   * The table of {@code model}, which looks at one token of context at most.
   *
   * @throws IllegalArgumentException if it looks at more
   */
  public static ProbabilityTable of(LanguageModel model) {
    if (model.contextLength() > 1) {
      throw new IllegalArgumentException("a table can't show " + model.contextLength() + " tokens");
    }
    return new ProbabilityTable(CachedModel.of(model));
  }

  /** The table whose rows are all what {@code model} predicts after {@code context}. */
  public static ProbabilityTable ofContext(LanguageModel model, List<Integer> context) {
    int[] tokens = context.stream().mapToInt(Integer::intValue).toArray();
    Distribution next = CachedModel.of(model).next(tokens);
    LanguageModel fixed =
        new LanguageModel() {
          @Override
          public Vocabulary vocabulary() {
            return model.vocabulary();
          }

          @Override
          public int contextLength() {
            return 0;
          }

          @Override
          public Distribution next(int... ignored) {
            return next;
          }
        };
    return of(fixed);
  }

  @Override
  public Vocabulary vocabulary() {
    return model.vocabulary();
  }

  @Override
  public double value(int context, int next) {
    return model.next(context).probability(next);
  }

  @Override
  public List<Pair> pairs(int context, int others) {
    Distribution row = model.next(context);
    int[] listed = row.listed().toArray();
    List<Pair> pairs = new ArrayList<>();
    for (int next : listed) {
      pairs.add(new Pair(context, next, row.probability(next)));
    }
    if (row.rest() > 0) {
      IntStream.range(0, row.size())
          .filter(next -> Arrays.binarySearch(listed, next) < 0)
          .limit(others)
          .forEach(next -> pairs.add(new Pair(context, next, row.rest())));
    }
    return pairs;
  }

  @Override
  public int possible(int context) {
    return model.next(context).supportSize();
  }

  @Override
  public double total(int context) {
    return 1;
  }

  /** The sums of the probabilities after all contexts, which all have the same weight. */
  @Override
  public double[] weights() {
    double[] weights = new double[vocabulary().size()];
    double rests = 0;
    for (int context = 0; context < weights.length; context++) {
      Distribution row = model.next(context);
      row.listed().forEach(next -> weights[next] += row.probability(next) - row.rest());
      rests += row.rest();
    }
    for (int token = 0; token < weights.length; token++) {
      weights[token] += rests;
    }
    return weights;
  }

  @Override
  public String text(double probability) {
    return Figures.of(probability);
  }

  @Override
  public String shortText(double probability) {
    if (probability == 0) {
      return "0";
    }
    return probability >= 5e-4
        ? String.format(Locale.ROOT, "%.3f", probability)
        : String.format(Locale.ROOT, "%.0e", probability).replace("e-0", "e-");
  }

  @Override
  public Scale scale() {
    return SCALE;
  }

  /**
   * The square root: most probabilities are so small that without it their cells would be white.
   */
  @Override
  public double darkness(double probability) {
    return Math.min(1, Math.sqrt(probability));
  }

  @Override
  public Words words() {
    return new Words(
        "How probable each token is after each other one",
        "probability",
        "most likely",
        "least likely of those that are possible",
        "impossible pairs",
        "likeliest, on average over all contexts");
  }
}
