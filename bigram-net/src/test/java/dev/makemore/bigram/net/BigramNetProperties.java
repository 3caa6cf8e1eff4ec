package dev.makemore.bigram.net;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.LanguageModelContract;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A net with any weights, small or far beyond what exp can take, keeps the contract. */
class BigramNetProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6),
            Arbitraries.of(0.0, 1.0, 30.0, 1_000.0),
            Arbitraries.longs())
        .as(
            (size, scale, seed) -> {
              Random random = new Random(seed);
              double[] weights = new double[size * size];
              Arrays.setAll(weights, i -> scale * random.nextGaussian());
              return BigramNet.of(Vocabulary.of("abcde".substring(0, size - 1)), weights);
            });
  }
}
