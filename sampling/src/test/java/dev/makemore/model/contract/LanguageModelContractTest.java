package dev.makemore.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.LanguageModelContract.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.Test;

/** Models that break the contract are found out. */
class LanguageModelContractTest {

  private static final Vocabulary AB = Vocabulary.of("ab");
  private static final Distribution ROW = Distribution.of(0.5, 0.25, 0.25);

  private final LanguageModelContract contract =
      new LanguageModelContract() {
        @Override
        protected Arbitrary<? extends LanguageModel> models() {
          return Arbitraries.just(TableModel.bigram("a", new double[] {1, 0}, new double[] {1, 0}));
        }
      };

  private static Question ask(int contextLength, Function<int[], Distribution> answer, int... at) {
    return new Question(new FunctionModel(AB, contextLength, answer), at);
  }

  /** A property of the contract, asked one question. */
  private interface Law {
    void check(Question question) throws Exception;
  }

  private static void assertFindsOut(Law property, Question broken) {
    assertThatThrownBy(() -> property.check(broken)).isInstanceOf(AssertionError.class);
  }

  @Test
  void aDistributionOverTooFewTokensIsFoundOut() {
    assertFindsOut(
        contract::thereIsAProbabilityForEveryToken, ask(1, c -> Distribution.of(0.5, 0.5), 1));
  }

  @Test
  void aProbabilityThatIsNotThatOfTheDistributionIsFoundOut() {
    LanguageModel contradicting =
        new LanguageModel() {
          @Override
          public Vocabulary vocabulary() {
            return AB;
          }

          @Override
          public int contextLength() {
            return 1;
          }

          @Override
          public Distribution next(int... context) {
            return ROW;
          }

          @Override
          public double probability(int next, int... context) {
            return next == 2 ? Math.nextUp(0.25) : ROW.probability(next);
          }
        };
    assertFindsOut(
        contract::oneProbabilityIsThatOfTheDistribution,
        new Question(contradicting, new int[] {1}));
  }

  @Test
  void anAnswerThatChangesIsFoundOut() {
    AtomicInteger calls = new AtomicInteger();
    Question changing =
        ask(1, c -> calls.getAndIncrement() % 2 == 0 ? ROW : Distribution.uniform(3), 1);
    assertFindsOut(contract::theSameQuestionHasTheSameAnswer, changing);
  }

  @Test
  void aModelThatWritesToTheContextIsFoundOut() {
    Question writing =
        ask(
            1,
            c -> {
              c[0] = 0;
              return ROW;
            },
            1);
    assertFindsOut(contract::theContextIsNotChanged, writing);
  }

  @Test
  void aModelThatKeepsTheContextIsFoundOut() {
    List<int[]> kept = new ArrayList<>();
    Question keeping =
        ask(
            1,
            c -> {
              kept.add(c);
              return kept.get(0)[0] == 1 ? ROW : Distribution.uniform(3);
            },
            1);
    assertFindsOut(contract::theContextIsNotKept, keeping);
  }

  @Test
  void aModelThatAnswersDifferentlyOnAnotherThreadIsFoundOut() {
    Thread caller = Thread.currentThread();
    Question moody =
        ask(1, c -> Thread.currentThread() == caller ? ROW : Distribution.uniform(3), 1);
    assertFindsOut(contract::theAnswerIsTheSameFromManyThreads, moody);
  }

  @Test
  void aModelThatTreatsTheStartAsUnlikeTheBoundaryIsFoundOut() {
    Question unpadded = ask(1, c -> c.length == 0 ? Distribution.uniform(3) : ROW);
    assertFindsOut(contract::aShortContextIsPaddedWithTheBoundary, unpadded);
  }

  @Test
  void aModelThatLooksFurtherThanItSaysIsFoundOut() {
    Question far = ask(1, c -> c.length > 1 ? Distribution.uniform(3) : ROW, 1, 2);
    assertFindsOut(contract::onlyTheLastTokensMatter, far);
  }

  @Test
  void aModelThatTakesAnyNumberForATokenIsFoundOut() {
    assertFindsOut(contract::anUnknownTokenInTheContextIsAnErrorThatNamesIt, ask(1, c -> ROW, 1));
  }

  @Test
  void drawsThatDoNotFitTheirProbabilitiesAreFoundOut() {
    // 10,000 expected of each; 10,300 are 3 standard deviations up, 11,000 are 10.
    assertThat(ChiSquare.accepts(Distribution.of(0.5, 0.5), new long[] {9_700, 10_300})).isTrue();
    assertThat(ChiSquare.accepts(Distribution.of(0.5, 0.5), new long[] {9_000, 11_000})).isFalse();
  }

  @Test
  void anImpossibleDrawIsFoundOut() {
    assertThat(ChiSquare.accepts(Distribution.of(1, 0), new long[] {20_000, 1})).isFalse();
  }
}
