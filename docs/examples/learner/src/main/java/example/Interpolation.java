package example;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import java.util.List;

/** Mixes what follows two characters, what follows one, and how frequent characters are at all. */
public final class Interpolation implements Learner {

  private static final LearnerOption<Double> TWO = share("two", 0.6, "two characters");
  private static final LearnerOption<Double> ONE = share("one", 0.3, "one character");

  private static LearnerOption<Double> share(String name, double value, String context) {
    return LearnerOption.number(name, value, "The share X of what follows " + context + ".")
        .require("must be from 0 to 1", x -> x >= 0 && x <= 1);
  }

  @Override
  public String name() {
    return "interpolation";
  }

  @Override
  public String summary() {
    return "mixes what follows two, one and no characters";
  }

  @Override
  public List<LearnerOption<?>> options() {
    return List.of(TWO, ONE);
  }

  @Override
  public void check(LearnerSettings settings) {
    if (settings.get(TWO) + settings.get(ONE) >= 1) {
      throw new IllegalArgumentException("'two' and 'one' must add up to less than 1");
    }
  }

  @Override
  public LanguageModel learn(TrainingText text, LearnerSettings settings, LearningListener news) {
    NgramCounts three = text.ngrams(3);
    return new Mixture(
        List.of(three, three.ofOrder(2), three.ofOrder(1)), settings.get(TWO), settings.get(ONE));
  }

  private record Mixture(List<NgramCounts> counts, double two, double one)
      implements LanguageModel {

    @Override
    public Vocabulary vocabulary() {
      return counts.get(0).vocabulary();
    }

    @Override
    public int contextLength() {
      return 2;
    }

    @Override
    public Distribution next(int... context) {
      int a = context.length < 2 ? Vocabulary.BOUNDARY : context[context.length - 2];
      int b = context.length < 1 ? Vocabulary.BOUNDARY : context[context.length - 1];
      double[] row = new double[vocabulary().size()];
      add(row, two, counts.get(0), a, b);
      add(row, one, counts.get(1), b);
      add(row, 1 - two - one, counts.get(2));
      return Distribution.ofWeights(row); // what nothing follows has no share
    }

    private static void add(double[] row, double share, NgramCounts counts, int... context) {
      double total = 0;
      for (int next = 0; next < row.length; next++) {
        total += counts.count(next, context);
      }
      for (int next = 0; next < row.length && total > 0; next++) {
        row[next] += share * counts.count(next, context) / total;
      }
    }
  }
}
