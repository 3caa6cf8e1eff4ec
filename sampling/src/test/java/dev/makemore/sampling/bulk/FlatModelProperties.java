package dev.makemore.sampling.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.BackoffModels;
import dev.makemore.model.contract.TableModel;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FlatModelProperties {

  @Provide
  Arbitrary<? extends LanguageModel> bigrams() {
    return Arbitraries.oneOf(
        TableModel.arbitrary(1), TableModel.smoothed(), BackoffModels.arbitrary());
  }

  /** From the same random bits, and from as many of them. */
  @Property
  void theTokensAreThoseThatTheModelDraws(
      @ForAll("bigrams") LanguageModel model, @ForAll long seed) {
    FlatModel flat = FlatModel.of(model, "").orElseThrow();
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(seed);
    Xoshiro256PlusPlus same = Xoshiro256PlusPlus.of(seed);
    long state = flat.start();
    int token = 0;
    for (int i = 0; i < 200; i++) {
      token = model.next(token).sample(random);
      do {
        state = flat.next(state, same.nextLong());
      } while (FlatModel.token(state) == flat.any());
      assertThat((int) FlatModel.token(state)).isEqualTo(token);
      assertThat(same.nextLong()).isEqualTo(random.nextLong());
    }
  }
}
