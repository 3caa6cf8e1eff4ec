package dev.makemore.mlp;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.nn.Embedding;
import dev.makemore.autograd.nn.InitialWeights;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The perceptron as an expression on a tape.
 *
 * <p>Let x be the embeddings of the C tokens of the context, joined: C E numbers. Then
 *
 * <pre>
 *     h = tanh(W x + b)          H hidden neurons; W is H x C E
 *     z = U h + c                V logits; U is V x H
 *     P(k | context) = exp(z_k) / the sum of all exp(z_j)
 * </pre>
 *
 * <p>(Y. Bengio, R. Ducharme, P. Vincent and C. Jauvin, "A Neural Probabilistic Language Model",
 * JMLR 3, 2003, section 2, without the direct connections from x to z.)
 */
final class Network {

  private final Embedding embedding;
  private final List<Value> hiddenWeights;
  private final List<Value> hiddenBias;
  private final List<Value> outputWeights;
  private final List<Value> outputBias;

  /** The network with these parameters, which it records as leaves, in their order. */
  Network(Tape tape, Shape shape, double... parameters) {
    embedding = Embedding.of(tape, shape.tokens(), shape.embedding(), shape.part(0, parameters));
    hiddenWeights = tape.values(shape.part(1, parameters));
    hiddenBias = tape.values(shape.part(2, parameters));
    outputWeights = tape.values(shape.part(3, parameters));
    outputBias = tape.values(shape.part(4, parameters));
  }

  /**
   * Draws parameters to begin with. The numbers of the embedding are uniform with mean 0 and
   * variance 1, the weights W with variance 1 / (C E), so that W x has about the variance 1 and
   * tanh is neither flat nor straight. U is ten times smaller than that rule would have it, and the
   * biases are 0, so that at first all tokens are about equally likely.
   */
  static double[] draw(Shape shape, RandomGenerator random) {
    int inputs = shape.inputs();
    int hidden = shape.hidden();
    int tokens = shape.tokens();
    double[] e = InitialWeights.uniform(tokens * shape.embedding(), Math.sqrt(3), random);
    double[] w = InitialWeights.uniform(hidden * inputs, Math.sqrt(3.0 / inputs), random);
    double[] u = InitialWeights.uniform(tokens * hidden, Math.sqrt(3.0 / hidden) / 10, random);
    return Stream.of(e, w, new double[hidden], u, new double[tokens])
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** All parameters, in their order. */
  List<Value> parameters() {
    return Vectors.concat(
        List.of(embedding.parameters(), hiddenWeights, hiddenBias, outputWeights, outputBias));
  }

  /** Records the logits of all V tokens. */
  List<Value> logits(List<Value> context) {
    List<Value> x = Vectors.concat(context.stream().map(embedding::row).toList());
    List<Value> sums = Vectors.dots(x, Vectors.rows(hiddenWeights, x.size()), hiddenBias);
    List<Value> h = Vectors.map(sums, Value::tanh);
    return Vectors.dots(h, Vectors.rows(outputWeights, h.size()), outputBias);
  }
}
