import dev.makemore.bigram.count.CountLearner;
import dev.makemore.bigram.count.CountModelKind;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import org.jspecify.annotations.NullMarked;

/**
 * The bigram model by counting: {@link dev.makemore.bigram.count.BigramCounts} counts every pair of
 * adjacent tokens, and {@link dev.makemore.bigram.count.CountModel} turns each row of that table
 * into probabilities.
 */
@NullMarked
module dev.makemore.bigram.count {
  requires static org.jspecify;
  requires transitive dev.makemore.sampling;

  exports dev.makemore.bigram.count;

  provides Learner with
      CountLearner;
  provides ModelKind with
      CountModelKind;
}
