package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.contract.BackoffModels;
import dev.makemore.model.contract.LanguageModelContract;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BackoffModelProperties extends LanguageModelContract {

  @Override
  @Provide
  protected Arbitrary<BackoffModel> models() {
    return BackoffModels.arbitrary();
  }

  @Property
  void aPairHasItsListedProbabilityOrBacksOffToItsUnigram(@ForAll("models") BackoffModel model) {
    for (int context = 0; context < model.vocabulary().size(); context++) {
      Distribution next = model.next(context);
      Map<Integer, Double> listed =
          model.row(context).stream()
              .collect(
                  Collectors.toMap(
                      BackoffModel.ListedPair::next, BackoffModel.ListedPair::probability));
      for (int token = 0; token < next.size(); token++) {
        double backedOff = model.backoff(context) * model.unigram(token);
        assertThat(next.probability(token))
            .isEqualTo(listed.getOrDefault(token, backedOff), within(1e-12));
      }
    }
  }
}
