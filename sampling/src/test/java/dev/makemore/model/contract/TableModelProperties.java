package dev.makemore.model.contract;

import dev.makemore.model.LanguageModel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A plain table, looking at 0 to 2 tokens, keeps the contract. */
class TableModelProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Arbitraries.integers().between(0, 2).flatMap(TableModel::arbitrary);
  }
}
