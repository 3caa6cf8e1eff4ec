package dev.makemore.mlp;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.io.Field;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * How a {@link PerceptronModel} is saved: its sizes and the settings of its training as headers,
 * its parameters by name, and as {@code adam.m} and {@code adam.v} the running means of Adam for
 * all parameters in their order. So a training can be resumed from the file alone.
 *
 * <p>This is a service that {@link dev.makemore.model.io.ModelFile} finds.
 */
public final class PerceptronModelKind implements ModelKind {

  private static final String CONTEXT = "context";
  private static final String EMBEDDING = "embedding";
  private static final String HIDDEN = "hidden";
  private static final String STEPS = "steps";
  private static final String BATCH_SIZE = "batch-size";
  private static final String LEARNING_RATE = "learning-rate";
  private static final String SEED = "seed";
  private static final String PREDICTIONS = "predictions";
  private static final String TEXT = "text";
  private static final String TAKEN = "taken";
  private static final String M = "adam.m";
  private static final String V = "adam.v";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** For the service loader. */
  public PerceptronModelKind() {}

  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String module() {
    return "dev.makemore.mlp";
  }

  @Override
  public Class<PerceptronModel> type() {
    return PerceptronModel.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    PerceptronModel perceptron = type().cast(model);
    Shape shape = perceptron.shape();
    TrainingState training = perceptron.training();
    Settings settings = training.settings();
    out.header(CONTEXT, shape.context());
    out.header(EMBEDDING, shape.embedding());
    out.header(HIDDEN, shape.hidden());
    out.header(STEPS, settings.steps());
    out.header(BATCH_SIZE, settings.batchSize());
    out.header(LEARNING_RATE, settings.learningRate());
    out.header(SEED, settings.seed());
    out.header(PREDICTIONS, training.text().predictions());
    out.header(TEXT, training.text().hash());
    out.header(TAKEN, training.taken());
    out.parameters();
    for (int i = 0; i < Shape.NAMES.size(); i++) {
      out.parameter(Shape.NAMES.get(i), shape.part(i, perceptron.parameters()));
    }
    out.parameter(M, training.firstMoments());
    out.parameter(V, training.secondMoments());
  }

  @Override
  public PerceptronModel read(ModelReader in) throws IOException {
    int context = (int) whole(in.header(CONTEXT), 1, NgramCounts.MAX_ORDER - 1);
    Settings settings = settings(in);
    TextIdentity text = text(in);
    long taken = whole(in.header(TAKEN), 0, settings.steps());
    Field hidden = in.header(HIDDEN);
    Shape shape;
    try {
      shape = Shape.of(in.vocabulary().size(), context, settings);
    } catch (IllegalArgumentException e) {
      throw hidden.malformed(String.valueOf(e.getMessage()));
    }
    Numbers numbers = new Numbers(in.parameters(), hidden);
    double[] parameters = numbers.of(shape);
    double[] m = numbers.get(M, parameters.length, -Double.MAX_VALUE, Double.MAX_VALUE);
    double[] v = numbers.get(V, parameters.length, 0, Double.MAX_VALUE);
    TrainingState training = new TrainingState(settings, text, taken, m, v);
    return PerceptronModel.of(in.vocabulary(), shape, parameters, training);
  }

  private static Settings settings(ModelReader in) throws MalformedModelException {
    int embedding = (int) whole(in.header(EMBEDDING), 1, Settings.MAX_EMBEDDING);
    int hidden = (int) whole(in.header(HIDDEN), 1, Settings.MAX_HIDDEN);
    int steps = (int) whole(in.header(STEPS), 0, Integer.MAX_VALUE);
    int batchSize = (int) whole(in.header(BATCH_SIZE), 1, Settings.MAX_BATCH_SIZE);
    Field rate = in.header(LEARNING_RATE);
    long seed = whole(in.header(SEED), Long.MIN_VALUE, Long.MAX_VALUE);
    try {
      return new Settings(embedding, hidden, steps, batchSize, rate.asNumber(), seed);
    } catch (IllegalArgumentException e) {
      throw rate.malformed(String.valueOf(e.getMessage()));
    }
  }

  private static TextIdentity text(ModelReader in) throws MalformedModelException {
    long predictions = in.header(PREDICTIONS).asCount();
    Field hash = in.header(TEXT);
    if (!HASH.matcher(hash.text()).matches()) {
      throw hash.malformed(hash.quoted() + " is not a SHA-256 of 64 lower-case hexadecimal digits");
    }
    return new TextIdentity(predictions, hash.text());
  }

  private static long whole(Field field, long least, long most) throws MalformedModelException {
    try {
      long number = Long.parseLong(field.text());
      if (number >= least && number <= most && Long.toString(number).equals(field.text())) {
        return number;
      }
    } catch (NumberFormatException e) {
      // is reported below
    }
    throw field.malformed(field.quoted() + " is not a whole number from " + least + " to " + most);
  }

  /**
   * The numbers of a file by name.
   *
   * @param sizes one of the headers that say how many there must be
   */
  private record Numbers(Map<String, double[]> byName, Field sizes) {

    double[] of(Shape shape) throws MalformedModelException {
      DoubleStream all = DoubleStream.empty();
      for (int i = 0; i < Shape.NAMES.size(); i++) {
        double[] part = get(Shape.NAMES.get(i), shape.sizes()[i], -Shape.LARGEST, Shape.LARGEST);
        all = DoubleStream.concat(all, DoubleStream.of(part));
      }
      return all.toArray();
    }

    double[] get(String name, long count, double least, double most)
        throws MalformedModelException {
      double[] numbers = byName.getOrDefault(name, new double[0]);
      if (numbers.length != count) {
        throw sizes.malformed(
            "these sizes need "
                + count
                + " numbers of the parameter "
                + name
                + ", and there are "
                + numbers.length);
      }
      for (int i = 0; i < numbers.length; i++) {
        if (numbers[i] < least || numbers[i] > most) {
          throw sizes.malformed(
              String.format(
                  Locale.ROOT,
                  "parameter %s, index %d: %s is not from %s to %s",
                  name,
                  i,
                  numbers[i],
                  least,
                  most));
        }
      }
      return numbers;
    }
  }
}
