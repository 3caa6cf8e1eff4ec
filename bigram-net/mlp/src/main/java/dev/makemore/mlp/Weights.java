package dev.makemore.mlp;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.LearningRate;
import java.util.List;

/**
 * The parameters that a training moves, and Adam, which moves them.
 *
 * <p>Adam reads the gradients of values on a tape, but the gradient of a batch is the sum of those
 * on the tapes of its slices. So the parameters p stand on a tape of their own, with leaves g and
 * one more node, the inner product of g and p, whose gradient by p is g.
 */
final class Weights {

  private final Tape tape = Tape.create();
  private final List<Value> parameters;
  private final List<Value> slopes;
  private final Mark foot;
  private final Value product;
  private final Adam adam;

  /** Parameters with these data, moved by a rate that falls to 0 in so many steps. */
  Weights(double[] data, TrainingState state, Settings settings) {
    parameters = tape.values(data);
    slopes = tape.values(new double[data.length]);
    foot = tape.mark();
    product = Values.dot(slopes, parameters);
    LearningRate falling =
        LearningRate.linear(settings.learningRate(), 0, Math.max(1, settings.steps()));
    adam =
        Adam.of(parameters, falling)
            .resumedAt(state.taken(), state.firstMoments(), state.secondMoments());
  }

  /** Takes a step against a gradient. */
  void step(double... gradient) {
    Vectors.set(slopes, gradient);
    tape.replay(foot);
    product.backward();
    adam.step();
  }

  /** The present data of the parameters. */
  double[] data() {
    return Vectors.data(parameters);
  }

  /** Where the training is. */
  TrainingState state(Settings settings, TextIdentity text) {
    return new TrainingState(
        settings, text, adam.steps(), adam.firstMoments(), adam.secondMoments());
  }
}
