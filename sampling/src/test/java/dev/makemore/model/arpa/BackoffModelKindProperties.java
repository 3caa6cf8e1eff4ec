package dev.makemore.model.arpa;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.BackoffModels;
import dev.makemore.model.contract.SavedModelContract;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;

/** Backoff models on disk: every number to the last bit. */
class BackoffModelKindProperties extends SavedModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return BackoffModels.arbitrary();
  }

  @Override
  protected boolean same(LanguageModel saved, LanguageModel loaded) {
    return saved instanceof BackoffModel a
        && loaded instanceof BackoffModel b
        && IntStream.range(0, a.vocabulary().size())
            .allMatch(
                token ->
                    a.unigram(token) == b.unigram(token)
                        && a.backoff(token) == b.backoff(token)
                        && a.row(token).equals(b.row(token)));
  }
}
