package dev.makemore.model;

import dev.makemore.model.contract.LanguageModelContract;
import dev.makemore.model.contract.TableModel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A cached model keeps the contract. */
class CachedModelProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Arbitraries.integers().between(0, 3).flatMap(TableModel::arbitrary).map(CachedModel::of);
  }
}
