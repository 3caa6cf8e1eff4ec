package dev.makemore.bigram.count;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.SavedModelContract;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Count models on disk: all counts, and smoothing to the last bit. */
class CountModelKindProperties extends SavedModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Combinators.combine(
            Corpora.small(), Arbitraries.of(0.0, 0.1, 1.0, 1e-300, 2e23, 1.0 / 3))
        .as(CountModel::fit);
  }

  @Override
  protected boolean same(LanguageModel saved, LanguageModel loaded) {
    return saved instanceof CountModel a
        && loaded instanceof CountModel b
        && a.counts().equals(b.counts())
        && a.smoothing() == b.smoothing();
  }
}
