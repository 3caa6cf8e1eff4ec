package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.Divergence;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Scorer;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.contract.FunctionModel;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model whose rows are too short or too long for its vocabulary of 3 tokens is refused by all
 * that asks it.
 */
class MisfitModelTest {

  private static final Vocabulary ABOUT = Vocabulary.of("ab");
  private static final Corpus TEXT = Corpus.of("ab");

  static Stream<Arguments> misfits() {
    return Stream.of(0, 1, 2)
        .flatMap(length -> Stream.of(2, 4).map(size -> Arguments.of(length, size)));
  }

  private static LanguageModel misfit(int contextLength, int size) {
    return new FunctionModel(ABOUT, contextLength, context -> Distribution.uniform(size));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aSamplerRefusesIt(int contextLength, int size) {
    Sampler sampler = Sampler.of(misfit(contextLength, size));
    assertRefused(size, () -> sampler.next(Xoshiro256PlusPlus.of(1)));
    assertRefused(size, () -> sampler.samples(1).findFirst());
    assertRefused(size, () -> sampler.write(10, 1, 1, OutputStream.nullOutputStream()));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aTransformedModelIsRefused(int contextLength, int size) {
    LanguageModel misfit = misfit(contextLength, size);
    for (LanguageModel model :
        new LanguageModel[] {
          Temperature.of(misfit, 1),
          Temperature.of(misfit, 0.5),
          TopK.of(misfit, 1),
          TopP.of(misfit, 0.5)
        }) {
      assertRefused(size, () -> Sampler.of(model).next(Xoshiro256PlusPlus.of(1)));
    }
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void anEvaluationRefusesIt(int contextLength, int size) {
    assertRefused(size, () -> Evaluation.of(misfit(contextLength, size), TEXT));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aScorerRefusesIt(int contextLength, int size) {
    Scorer scorer = Scorer.of(misfit(contextLength, size));
    assertRefused(size, () -> scorer.score("ab"));
    assertRefused(size, () -> scorer.explain("ab", prediction -> {}));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aDivergenceRefusesIt(int contextLength, int size) {
    LanguageModel misfit = misfit(contextLength, size);
    assertRefused(size, () -> Divergence.of(misfit, misfit, 1));
    assertRefused(size, () -> Divergence.perContext(misfit, misfit, NgramCounts.of(3, TEXT)));
    if (contextLength < 2) { // others have more contexts than tokens
      assertRefused(size, () -> Divergence.perContext(misfit, misfit));
    }
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void itsProbabilityIsRefused(int contextLength, int size) {
    assertRefused(size, () -> misfit(contextLength, size).probability(1, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void anArpaFileRefusesIt(int contextLength, int size) {
    if (contextLength < 2) { // others are refused for their length
      LanguageModel misfit = misfit(contextLength, size);
      assertRefused(size, () -> Arpa.write(misfit, OutputStream.nullOutputStream()));
    }
  }

  private static void assertRefused(int size, ThrowingCallable use) {
    assertThatIllegalArgumentException()
        .isThrownBy(use)
        .withMessageContaining(
            "the model gave a distribution over " + size + " tokens, but its vocabulary has 3");
  }
}
