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
    return BackoffModels.small();
  }

  @Override
  protected boolean same(LanguageModel saved, LanguageModel loaded) {
    return saved instanceof BackoffModel a
        && loaded instanceof BackoffModel b
        && a.order() == b.order()
        && IntStream.range(0, a.vocabulary().size())
            .allMatch(token -> a.unigram(token) == b.unigram(token))
        && IntStream.rangeClosed(1, a.order()).allMatch(k -> a.ngrams(k) == b.ngrams(k))
        && ArpaCheck.contexts(a).stream()
            .allMatch(
                context ->
                    a.backoff(context) == b.backoff(context)
                        && a.row(context).equals(b.row(context))
                        && a.next(context).equals(b.next(context)));
  }
}
