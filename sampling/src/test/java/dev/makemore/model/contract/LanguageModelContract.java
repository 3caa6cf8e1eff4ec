package dev.makemore.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every {@link LanguageModel} must do, as properties.
 *
 * <p>To run them on a model of your own, extend this class in a test whose name ends in {@code
 * Properties}, and say in {@link #models()} which models to try.
 */
public abstract class LanguageModelContract {

  /** A model and what to ask it: any number of tokens of its vocabulary. */
  public record Question(LanguageModel model, int[] context) {
    Distribution answer() {
      return model.next(context);
    }

    @Override
    public String toString() {
      return model + " after " + Arrays.toString(context);
    }
  }

  /** The models to try. */
  protected abstract Arbitrary<? extends LanguageModel> models();

  /** Questions to those models, with contexts shorter and longer than they look at. */
  @Provide
  Arbitrary<Question> questions() {
    return models()
        .flatMap(
            model ->
                Arbitraries.integers()
                    .between(0, model.vocabulary().size() - 1)
                    .array(int[].class)
                    .ofMaxSize(model.contextLength() + 2)
                    .map(context -> new Question(model, context)))
        .withoutEdgeCases(); // there are more than tries, and random models have them anyway
  }

  @Property
  void probabilitiesSumToOne(@ForAll("questions") Question question) {
    Distribution answer = question.answer();
    double sum = IntStream.range(0, answer.size()).mapToDouble(answer::probability).sum();
    assertThat(sum).isEqualTo(1, within(1e-9));
  }

  @Property
  void probabilitiesAreNumbersFromZeroToOne(@ForAll("questions") Question question) {
    Distribution answer = question.answer();
    assertThat(IntStream.range(0, answer.size()).mapToDouble(answer::probability))
        .allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0 + 1e-12)); // NaN is not between
  }

  @Property
  void thereIsAProbabilityForEveryToken(@ForAll("questions") Question question) {
    assertThat(question.answer().size()).isEqualTo(question.model().vocabulary().size());
  }

  @Property
  void oneProbabilityIsThatOfTheDistribution(@ForAll("questions") Question question) {
    LanguageModel model = question.model();
    assertThat(IntStream.range(0, model.vocabulary().size()))
        .allSatisfy(
            token ->
                assertThat(model.probability(token, question.context()))
                    .isEqualTo(question.answer().probability(token)));
  }

  /** A chi-square test at alpha = 1e-6 for each of 30 questions. */
  @Property(tries = 30, seed = "1931")
  void drawsAreAsFrequentAsTheirProbabilities(@ForAll("questions") Question question) {
    Distribution answer = question.answer();
    Random random = new Random(20_000);
    long[] counts = new long[answer.size()];
    for (int i = 0; i < 20_000; i++) {
      counts[answer.sample(random)]++;
    }
    assertThat(ChiSquare.accepts(answer, counts))
        .as("%s counted %s", answer, Arrays.toString(counts))
        .isTrue();
  }

  @Property
  void theSameQuestionHasTheSameAnswer(@ForAll("questions") Question question) {
    assertThat(question.answer()).isEqualTo(question.answer());
  }

  @Property(tries = 20)
  void theAnswerIsTheSameFromManyThreads(@ForAll("questions") Question question) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Distribution>> asking = Collections.nCopies(64, question::answer);
      for (Future<Distribution> answer : threads.invokeAll(asking)) {
        assertThat(answer.get()).isEqualTo(question.answer());
        assertThat(answer.get().sample(new Random(1)))
            .isEqualTo(question.answer().sample(new Random(1)));
      }
    } finally {
      threads.shutdown();
    }
  }

  @Property
  void theContextIsNotChanged(@ForAll("questions") Question question) {
    int[] before = question.context().clone();
    question.answer();
    assertThat(question.context()).isEqualTo(before);
  }

  @Property
  void theContextIsNotKept(@ForAll("questions") Question question) {
    int[] context = question.context().clone();
    Distribution answer = question.model().next(context);
    Arrays.fill(context, -1);
    assertThat(answer).isEqualTo(question.answer());
  }

  @Property
  void aShortContextIsPaddedWithTheBoundary(@ForAll("questions") Question question) {
    int[] context = question.context();
    int missing = Math.max(0, question.model().contextLength() - context.length);
    int[] padded = new int[missing + context.length]; // zeros: the boundary
    System.arraycopy(context, 0, padded, missing, context.length);
    assertThat(question.model().next(padded)).isEqualTo(question.answer());
  }

  @Property
  void onlyTheLastTokensMatter(@ForAll("questions") Question question) {
    int[] context = question.context();
    int from = Math.max(0, context.length - question.model().contextLength());
    int[] last = Arrays.copyOfRange(context, from, context.length);
    int[] older =
        IntStream.concat(IntStream.of(Vocabulary.BOUNDARY, 0), IntStream.of(context)).toArray();
    assertThat(question.model().next(last)).isEqualTo(question.answer());
    if (context.length >= question.model().contextLength()) {
      assertThat(question.model().next(older)).isEqualTo(question.answer());
    }
  }

  @Property(tries = 20)
  void anUnknownTokenInTheContextIsAnErrorThatNamesIt(@ForAll("questions") Question question) {
    LanguageModel model = question.model();
    if (model.contextLength() == 0) {
      return; // it looks at no token
    }
    for (int unknown : new int[] {-1, model.vocabulary().size(), Integer.MAX_VALUE}) {
      for (int older = 1; older < model.contextLength(); older++) {
        int[] context = new int[older + 1]; // the unknown token, and then boundaries
        context[0] = unknown;
        assertThatThrownBy(() -> model.next(context))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(Integer.toString(unknown));
      }
      assertThatThrownBy(() -> model.next(unknown))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Integer.toString(unknown));
      assertThatThrownBy(() -> model.probability(0, unknown))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Integer.toString(unknown));
      assertThatThrownBy(() -> model.probability(unknown, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Integer.toString(unknown));
    }
  }
}
