package dev.makemore.bigram.net;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.SavedModelContract;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Nets on disk: every weight to the last bit, in rows of which some are all 0. */
class BigramNetKindProperties extends SavedModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.doubles().map(x -> Double.isFinite(x) ? x : 0.0).list().ofSize(16),
            Arbitraries.longs())
        .as(
            (size, numbers, seed) -> {
              double[] weights = new double[size * size];
              Arrays.setAll(weights, numbers::get);
              Random random = new Random(seed);
              for (int context = 0; context < size; context++) {
                if (random.nextBoolean()) {
                  Arrays.fill(weights, context * size, (context + 1) * size, 0);
                }
              }
              return BigramNet.of(Vocabulary.of("a.\t".substring(0, size - 1)), weights);
            });
  }

  @Override
  protected boolean same(LanguageModel saved, LanguageModel loaded) {
    return saved instanceof BigramNet a
        && loaded instanceof BigramNet b
        && Arrays.equals(a.weights(), b.weights()); // which tells 0.0 from -0.0
  }
}
