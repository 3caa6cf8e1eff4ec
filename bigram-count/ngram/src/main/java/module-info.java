import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import dev.makemore.ngram.NgramLearner;
import dev.makemore.ngram.NgramModelKind;
import org.jspecify.annotations.NullMarked;

/**
 * The n-gram model by counting: {@link dev.makemore.model.NgramCounts} counts every run of n
 * tokens, and {@link dev.makemore.ngram.NgramModel} smooths the counts into probabilities.
 */
@NullMarked
module dev.makemore.ngram {
  requires static org.jspecify;
  requires transitive dev.makemore.sampling;

  exports dev.makemore.ngram;

  provides Learner with
      NgramLearner;
  provides ModelKind with
      NgramModelKind;
}
