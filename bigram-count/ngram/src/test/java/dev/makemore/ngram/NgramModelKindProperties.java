package dev.makemore.ngram;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.SavedModelContract;
import net.jqwik.api.Arbitrary;

/** N-gram models on disk: all counts, and the smoothing to the last bit. */
class NgramModelKindProperties extends SavedModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    // Model files do not say that a vocabulary has an unknown token.
    return NgramModels.any().filter(model -> !model.vocabulary().hasUnknown());
  }

  @Override
  protected boolean same(LanguageModel saved, LanguageModel loaded) {
    return saved instanceof NgramModel a
        && loaded instanceof NgramModel b
        && a.counts().equals(b.counts())
        && a.smoothing().equals(b.smoothing());
  }
}
