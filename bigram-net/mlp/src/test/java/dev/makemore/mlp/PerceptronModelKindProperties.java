package dev.makemore.mlp;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.SavedModelContract;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;

/** Perceptrons on disk: all numbers to the last bit, with all that their training needs. */
class PerceptronModelKindProperties extends SavedModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Perceptrons.tiny();
  }

  @Override
  protected boolean same(LanguageModel saved, LanguageModel loaded) {
    return saved instanceof PerceptronModel a
        && loaded instanceof PerceptronModel b
        && a.shape().equals(b.shape())
        && Arrays.equals(a.parameters(), b.parameters())
        && a.training().settings().equals(b.training().settings())
        && a.training().text().equals(b.training().text())
        && a.training().taken() == b.training().taken()
        && Arrays.equals(a.training().firstMoments(), b.training().firstMoments())
        && Arrays.equals(a.training().secondMoments(), b.training().secondMoments());
  }
}
