package example.gpt;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.SavedModelContract;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;

class GptKindProperties extends SavedModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return SmallGpts.arbitrary(1);
  }

  @Override
  protected boolean same(LanguageModel saved, LanguageModel loaded) {
    return saved instanceof Gpt a
        && loaded instanceof Gpt b
        && a.shape.equals(b.shape)
        && a.parameters.keySet().equals(b.parameters.keySet())
        && a.parameters.keySet().stream()
            .allMatch(name -> Arrays.equals(a.numbers(name), b.numbers(name)));
  }
}
