package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class WithoutUnknownProperties {

  private static final Vocabulary VOCABULARY = Vocabulary.of("ab\uFFFE").withUnknown();
  private static final int UNKNOWN = VOCABULARY.token(0xFFFD); // neither the first nor the last

  private record Row(Vocabulary vocabulary, Distribution row) implements LanguageModel {
    @Override
    public int contextLength() {
      return 0;
    }

    @Override
    public Distribution next(int... context) {
      return row;
    }
  }

  @Property
  void theUnknownTokenIsImpossibleAndTheOthersKeepTheirProportions(
      @ForAll @Size(5) List<@DoubleRange(min = 0, max = 1000) Double> listed) {
    double[] weights = listed.stream().mapToDouble(Double::doubleValue).toArray();
    Assume.that(weights[0] + weights[1] + weights[2] + weights[4] > 1e-3);
    Distribution row = Distribution.ofWeights(weights);
    LanguageModel model = WithoutUnknown.of(new Row(VOCABULARY, row));
    Distribution known = model.next();
    assertThat(UNKNOWN).isEqualTo(3);
    assertThat(known.probability(UNKNOWN)).isZero();
    double left = 1 - row.probability(UNKNOWN);
    for (int token : new int[] {0, 1, 2, 4}) {
      assertThat(known.probability(token)).isCloseTo(row.probability(token) / left, within(1e-9));
    }
  }

  @Property(tries = 50)
  void noItemHasAnUnknownCharacter(@ForAll long seed) {
    LanguageModel model = new Row(VOCABULARY, Distribution.uniform(5));
    assertThat(Sampler.of(WithoutUnknown.of(model)).samples(seed, 1).limit(100))
        .allSatisfy(sample -> assertThat(sample.text()).doesNotContain("\uFFFD"));
  }

  @Example
  void whereNothingElseIsPossibleTheItemEnds() {
    Distribution only = Distribution.sparse(5, new int[] {UNKNOWN}, new double[] {1}, 0);
    assertThat(WithoutUnknown.of(new Row(VOCABULARY, only)).next().probability(0)).isEqualTo(1);
  }

  @Example
  void aModelWithoutTheTokenIsLeftAsItIs() {
    LanguageModel model = new Row(Vocabulary.of("ab\uFFFD"), Distribution.uniform(4));
    assertThat(WithoutUnknown.of(model)).isSameAs(model);
  }
}
