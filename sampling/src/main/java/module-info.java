import dev.makemore.model.arpa.BackoffModelKind;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import org.jspecify.annotations.NullMarked;

/**
 * What a language model is, and how to draw from one.
 *
 * <p>{@link dev.makemore.model} holds the one interface that everything asks, {@link
 * dev.makemore.model.LanguageModel}, and the vocabulary, text and measures around it. {@link
 * dev.makemore.model.io} saves and loads models, {@link dev.makemore.model.learn} finds ways to
 * learn them. {@link dev.makemore.sampling} generates items from any of them; {@code
 * dev.makemore.sampling.bulk}, which is not exported, makes them by the million. Nothing here knows
 * how a model came to be: by counting, by training, or by hand.
 *
 * <p>The module prints nothing, logs nothing and depends on nothing but {@code java.base}.
 */
@NullMarked
module dev.makemore.sampling {
  requires static org.jspecify;

  exports dev.makemore.model;
  exports dev.makemore.model.arpa;
  exports dev.makemore.model.io;
  exports dev.makemore.model.learn;
  exports dev.makemore.model.text;
  exports dev.makemore.sampling;

  uses Learner;
  uses ModelKind;

  provides ModelKind with
      BackoffModelKind;
}
