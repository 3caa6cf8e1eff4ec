package dev.makemore.mlp;

import dev.makemore.autograd.FrozenFunction;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A multilayer perceptron that predicts a token from the last C tokens.
 *
 * <p>Each of the V tokens has an embedding of E numbers. With x, the embeddings of the last C
 * tokens joined to C E numbers, the H hidden neurons are h = tanh(W x + b), and the probabilities
 * of the next token are softmax(U h + c). W is H x C E and U is V x H (Y. Bengio, R. Ducharme, P.
 * Vincent and C. Jauvin, "A Neural Probabilistic Language Model", JMLR 3, 2003, section 2, without
 * direct connections from x to the softmax).
 *
 * <p>Tokens that are followed by alike tokens get embeddings that are near each other. So the model
 * has something to say about contexts that it has not met, where counts have nothing to say.
 *
 * <p>A prediction takes C E H + H V multiplications. Immutable and safe for use by several threads.
 * {@link PerceptronTrainer} finds the parameters, and {@link dev.makemore.model.io.ModelFile} saves
 * the model, with what is needed to go on with its training.
 */
public final class PerceptronModel implements LanguageModel {

  private final Vocabulary vocabulary;
  private final Shape shape;
  private final double[] parameters;
  private final TrainingState training;
  private final FrozenFunction probabilities; // of the tokens of a context

  private PerceptronModel(
      Vocabulary vocabulary, Shape shape, double[] parameters, TrainingState training) {
    this.vocabulary = vocabulary;
    this.shape = shape;
    this.parameters = parameters;
    this.training = training;
    Tape tape = Tape.create();
    Network network = new Network(tape, shape, parameters);
    List<Value> context = tape.values(new double[shape.context()]);
    this.probabilities = FrozenFunction.of(context, Values.softmax(network.logits(context)));
  }

  /**
   * The model with these parameters.
   *
   * @param parameters as many as the shape has, in its order; kept without a copy
   */
  static PerceptronModel of(
      Vocabulary vocabulary, Shape shape, double[] parameters, TrainingState training) {
    return new PerceptronModel(vocabulary, shape, parameters, training);
  }

  /** A model before its training, with random parameters. */
  static PerceptronModel random(
      Vocabulary vocabulary, Shape shape, Settings settings, TextIdentity text) {
    double[] parameters = Network.draw(shape, Xoshiro256PlusPlus.of(settings.seed(), 0));
    return of(
        vocabulary, shape, parameters, TrainingState.atStart(settings, text, parameters.length));
  }

  Shape shape() {
    return shape;
  }

  /** All parameters, which the caller must not change. */
  double[] parameters() {
    return parameters;
  }

  TrainingState training() {
    return training;
  }

  /** E: how many numbers stand for a token. */
  public int embeddingSize() {
    return shape.embedding();
  }

  /** H: the number of hidden neurons. */
  public int hiddenSize() {
    return shape.hidden();
  }

  /** The number of parameters: V E + H C E + H + V H + V. */
  public int parameterCount() {
    return parameters.length;
  }

  /** How many steps of training the model has had. */
  public long steps() {
    return training.taken();
  }

  /**
   * The E numbers that stand for a token.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public double[] embedding(int token) {
    int from = vocabulary.checkToken(token) * shape.embedding();
    return Arrays.copyOfRange(parameters, from, from + shape.embedding());
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public int contextLength() {
    return shape.context();
  }

  @Override
  public Distribution next(int... context) {
    double[] last = new double[shape.context()]; // boundaries, which are 0
    int skipped = context.length - last.length;
    for (int i = Math.max(0, -skipped); i < last.length; i++) {
      last[i] = vocabulary.checkToken(context[skipped + i]);
    }
    return Distribution.ofWeights(probabilities.apply(last));
  }

  /** The sizes, and the number of steps. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "PerceptronModel of %s: %,d parameters, %,d steps",
        shape,
        parameters.length,
        steps());
  }
}
