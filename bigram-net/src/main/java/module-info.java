import dev.makemore.bigram.net.BigramNetKind;
import dev.makemore.bigram.net.BigramNetLearner;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import org.jspecify.annotations.NullMarked;

/**
 * The bigram model as a neural net: one linear layer from a one-hot token to the logits of the next
 * token, trained by gradient descent on the average negative log likelihood.
 *
 * <p>{@link dev.makemore.bigram.net.BigramTrainer} trains a {@link
 * dev.makemore.bigram.net.BigramNet}. Training logs at debug level through SLF4J.
 */
@NullMarked
module dev.makemore.bigram.net {
  requires static org.jspecify;
  requires org.slf4j;
  requires transitive dev.makemore.autograd;
  requires transitive dev.makemore.sampling;

  exports dev.makemore.bigram.net;

  provides Learner with
      BigramNetLearner;
  provides ModelKind with
      BigramNetKind;
}
