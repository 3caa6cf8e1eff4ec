import dev.makemore.mlp.PerceptronLearner;
import dev.makemore.mlp.PerceptronModelKind;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import org.jspecify.annotations.NullMarked;

/**
 * A language model as a multilayer perceptron: the embeddings of the last tokens, joined, then a
 * hidden layer of tanh neurons, then a softmax over the next token.
 *
 * <p>{@link dev.makemore.mlp.PerceptronTrainer} trains a {@link dev.makemore.mlp.PerceptronModel}
 * on the scalar engine of {@code dev.makemore.autograd}.
 */
@NullMarked
module dev.makemore.mlp {
  requires static org.jspecify;
  requires dev.makemore.autograd;
  requires transitive dev.makemore.sampling;

  exports dev.makemore.mlp;

  provides Learner with
      PerceptronLearner;
  provides ModelKind with
      PerceptronModelKind;
}
