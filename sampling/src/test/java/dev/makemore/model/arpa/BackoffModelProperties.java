package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.BackoffModels;
import dev.makemore.model.contract.LanguageModelContract;
import dev.makemore.model.contract.PlainBackoff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BackoffModelProperties extends LanguageModelContract {

  @Override
  @Provide
  protected Arbitrary<BackoffModel> models() {
    return BackoffModels.ofAnyOrder();
  }

  @Property
  void anNgramHasItsListedProbabilityOrBacksOff(@ForAll("models") BackoffModel model) {
    PlainBackoff plain = PlainBackoff.of(model);
    for (int[] context : ArpaCheck.contexts(model)) {
      Distribution next = model.next(context);
      for (int token = 0; token < next.size(); token++) {
        double probability = plain.probability(token, context);
        assertThat(next.probability(token)).isEqualTo(probability, within(1e-12 * probability));
        assertThat(model.probability(token, context)).isEqualTo(next.probability(token));
      }
    }
  }

  /** What came before the last boundary never matters, and several boundaries are one. */
  @Property
  void aBoundaryStartsAnew(
      @ForAll("models") BackoffModel model,
      @ForAll @Size(max = 4) List<@IntRange(max = 9) Integer> before) {
    int size = model.vocabulary().size();
    for (int token = 0; token < size; token++) {
      int[] item = {Vocabulary.BOUNDARY, token};
      IntStream older = before.stream().mapToInt(i -> i % size);
      int[] history = IntStream.concat(older, IntStream.of(item)).toArray();
      int[] padded = {0, 0, 0, 0, token};
      if (model.contextLength() > 1) {
        assertThat(model.next(history)).isEqualTo(model.next(token));
      }
      assertThat(model.next(padded)).isEqualTo(model.next(token));
    }
  }

  @Property
  void anUnknownTokenIsAnErrorWhereverItStandsInTheContext(@ForAll("models") BackoffModel model) {
    int size = model.vocabulary().size();
    for (int place = 0; place < model.contextLength(); place++) {
      int[] context = new int[model.contextLength()];
      context[place] = size; // and boundaries after it
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.next(context))
          .withMessage("token must be from 0 to " + (size - 1) + ", was " + size);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.probability(0, context))
          .withMessageEndingWith("was " + size);
    }
    int[] older = new int[model.contextLength() + 1];
    older[0] = size; // which nothing looks at
    assertThat(model.next(older)).isEqualTo(model.next());
  }

  @Property
  void contextsAndNgramsAreListedInOrderAndCounted(@ForAll("models") BackoffModel model) {
    List<int[]> contexts = new ArrayList<>();
    model.forEachContext(contexts::add);
    for (int i = 1; i < contexts.size(); i++) {
      int[] before = contexts.get(i - 1);
      int[] here = contexts.get(i);
      boolean longer = before.length < here.length;
      assertThat(longer || (before.length == here.length && Arrays.compare(before, here) < 0))
          .isTrue();
    }
    for (int k = 2; k <= model.order(); k++) {
      int length = k - 1;
      assertThat(model.ngrams(k))
          .isEqualTo(
              contexts.stream()
                  .filter(context -> context.length == length)
                  .mapToInt(context -> model.row(context).size())
                  .sum());
    }
  }
}
