package example.gpt;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.LanguageModelContract;
import net.jqwik.api.Arbitrary;

class GptProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return SmallGpts.arbitrary(4);
  }
}
