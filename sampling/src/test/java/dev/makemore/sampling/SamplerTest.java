package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.ChiSquare;
import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.contract.TableModel;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SamplerTest {

  /** Always emits ab and the end. */
  private static final TableModel AB =
      TableModel.bigram(
          "ab", new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0});

  /** Never ends. */
  private static final TableModel ENDLESS =
      TableModel.bigram("a", new double[] {0, 1}, new double[] {0, 1});

  /** Ends after each a with probability 1/4. */
  private static final TableModel GEOMETRIC =
      TableModel.bigram("a", new double[] {0, 1}, new double[] {0.25, 0.75});

  private static List<String> texts(Sampler sampler, long seed, int threads, int count) {
    return sampler.samples(seed, threads).limit(count).map(Sample::text).toList();
  }

  @Test
  void anItemEndsWithTheBoundary() {
    assertThat(Sampler.of(AB).next(new Random(1))).isEqualTo(new Sample("ab", false));
  }

  @Test
  void anItemThatWouldGoOnIsCutAtTheMaximumLength() {
    assertThat(Sampler.of(ENDLESS).withMaxLength(3).next(new Random(1)))
        .isEqualTo(new Sample("aaa", true));
    assertThat(Sampler.of(ENDLESS).next(new Random(1)).text()).hasSize(1_000);
  }

  @Test
  void anItemOfJustTheMaximumLengthIsNotCut() {
    assertThat(Sampler.of(AB).withMaxLength(2).next(new Random(1)))
        .isEqualTo(new Sample("ab", false));
    assertThat(Sampler.of(AB).withMaxLength(1).next(new Random(1)))
        .isEqualTo(new Sample("a", true));
  }

  @Test
  void anItemStartsWithThePrefixAndGoesOnFromIt() {
    assertThat(Sampler.of(AB).withPrefix("ba").next(new Random(1)))
        .isEqualTo(new Sample("bab", false));
  }

  @Test
  void thePrefixCountsTowardsTheMaximumLength() {
    assertThat(Sampler.of(ENDLESS).withPrefix("aa").withMaxLength(3).next(new Random(1)).text())
        .isEqualTo("aaa");
    assertThatThrownBy(() -> Sampler.of(ENDLESS).withPrefix("aaaa").withMaxLength(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3")
        .hasMessageContaining("'aaaa'");
  }

  @Test
  void lengthIsCountedInCodePoints() {
    String smile = "\uD83D\uDE00";
    TableModel smiling = TableModel.bigram(smile, new double[] {0, 1}, new double[] {0, 1});
    assertThat(Sampler.of(smiling).withMaxLength(2).next(new Random(1)).text())
        .isEqualTo(smile + smile);
  }

  @Test
  void aPrefixWithAnUnknownCharacterIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> Sampler.of(AB).withPrefix("ax"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'x'");
  }

  @Test
  void aMaximumLengthOfNothingIsAnError() {
    assertThatThrownBy(() -> Sampler.of(AB).withMaxLength(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  @Test
  void aModelThatLooksAtTwoTokensIsAskedWithTwo() {
    // Over . and a: a after .. and after .a, the end after aa.
    TableModel twoAs =
        new TableModel(
            Vocabulary.of("a"),
            2,
            List.of(
                Distribution.certain(2, 1),
                Distribution.certain(2, 1),
                Distribution.certain(2, 0),
                Distribution.certain(2, 0)));
    assertThat(Sampler.of(twoAs).next(new Random(1)).text()).isEqualTo("aa");
    assertThat(Sampler.of(twoAs).withPrefix("a").next(new Random(1)).text()).isEqualTo("aa");
  }

  @Test
  void theItemsOfASeedAreTheSameWithAnyNumberOfThreads() {
    Sampler sampler = Sampler.of(GEOMETRIC);
    int count = 3 * Sampler.BLOCK + 17;
    List<String> one = texts(sampler, 42, 1, count);
    assertThat(texts(sampler, 42, 2, count)).isEqualTo(one);
    assertThat(texts(sampler, 42, 7, count)).isEqualTo(one);
    assertThat(texts(sampler, 43, 1, count)).isNotEqualTo(one);
  }

  @Test
  void fewItemsAreTheFirstOfMany() {
    Sampler sampler = Sampler.of(GEOMETRIC);
    assertThat(texts(sampler, 1, 1, 10)).isEqualTo(texts(sampler, 1, 3, 10_000).subList(0, 10));
  }

  @Test
  void theSecondBlockIsMadeByGeneratorOne() {
    Sampler sampler = Sampler.of(GEOMETRIC);
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(5, 1);
    assertThat(sampler.samples(5).skip(Sampler.BLOCK).limit(3).map(Sample::text))
        .containsExactly(
            sampler.next(random).text(), sampler.next(random).text(), sampler.next(random).text());
  }

  /** Chi-square at alpha = 1e-6: the length n has probability 1/4 (3/4)^(n - 1). */
  @Test
  void lengthsAreAsFrequentAsTheModelSays() {
    double[] expected = new double[12];
    for (int n = 1; n < 11; n++) {
      expected[n] = 0.25 * Math.pow(0.75, n - 1);
    }
    expected[11] = Math.pow(0.75, 10);
    long[] counts = new long[12];
    Sampler.of(GEOMETRIC)
        .samples(2, 2)
        .limit(50_000)
        .forEach(s -> counts[Math.min(11, s.text().length())]++);
    assertThat(ChiSquare.accepts(Distribution.of(expected), counts)).isTrue();
  }

  @Test
  void whatTheModelThrowsOnAnotherThreadReachesTheCaller() {
    LanguageModel broken =
        FunctionModel.bigram(
            Vocabulary.of("a"),
            context -> {
              throw new IllegalStateException("no such row");
            });
    assertThatThrownBy(() -> texts(Sampler.of(broken), 1, 2, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no such row");
  }

  @Test
  void anUnfinishedStreamKeepsNoProgramAlive() {
    List<Boolean> daemons = new CopyOnWriteArrayList<>();
    LanguageModel watching =
        FunctionModel.bigram(
            AB.vocabulary(),
            context -> {
              daemons.add(Thread.currentThread().isDaemon());
              return AB.next(context);
            });
    Sampler.of(watching).samples(1, 1_000_000).limit(1).forEach(sample -> {});
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    assertThat(daemons).isNotEmpty().containsOnly(true);
  }

  @Test
  void noThreadsAreAnError() {
    assertThatThrownBy(() -> Sampler.of(AB).samples(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * The rows are of every kind: without the boundary, with all tokens, uniform, sparse. The items
   * are those of a program in another language, written from the papers on the generator, the
   * bounded draw and the alias method.
   */
  @Test
  void theItemsOfASeedAreFixedForEver() {
    LanguageModel model =
        new TableModel(
            Vocabulary.of("abc"),
            1,
            List.of(
                Distribution.of(0, 0.5, 0.25, 0.25),
                Distribution.of(0.125, 0.25, 0.375, 0.25),
                Distribution.uniform(4),
                Distribution.sparse(4, new int[] {0}, new double[] {0.7}, 0.1)));
    Sampler sampler = Sampler.of(model);
    assertThat(sampler.samples(42).limit(6).map(Sample::text))
        .containsExactly("ac", "ab", "babc", "aacc", "ac", "c");
    assertThat(sampler.samples(42).skip(Sampler.BLOCK).limit(6).map(Sample::text))
        .containsExactly("cababb", "acab", "aabcabc", "cb", "ac", "baaaacb");
  }

  @Test
  void aPrefixMayFillTheMaximumLength() {
    assertThat(Sampler.of(ENDLESS).withPrefix("aaa").withMaxLength(3).next(new Random(1)))
        .isEqualTo(new Sample("aaa", true));
    assertThat(Sampler.of(AB).withPrefix("ab").withMaxLength(2).next(new Random(1)))
        .isEqualTo(new Sample("ab", false));
  }

  @Test
  void aModelThatLooksAtNothingIsSampledToo() {
    LanguageModel unigram =
        new TableModel(Vocabulary.of("ab"), 0, List.of(Distribution.of(0.5, 0.25, 0.25)));
    assertThat(texts(Sampler.of(unigram), 1, 1, 1_000))
        .anyMatch(text -> text.contains("ab") && text.contains("ba"))
        .anyMatch(String::isEmpty);
  }

  /** Every item is empty, which is one question to the model. */
  @Test
  void noMoreBlocksAreMadeAheadThanThereAreThreads() throws InterruptedException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    AtomicInteger asked = new AtomicInteger();
    LanguageModel counting =
        new FunctionModel(
            Vocabulary.of("a"),
            2,
            context -> {
              asked.incrementAndGet();
              return Distribution.certain(2, Vocabulary.BOUNDARY);
            });
    assertThat(Sampler.of(counting).samples(1, 2).findFirst()).contains(new Sample("", false));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("makemore-sampler")) {
        thread.join();
      }
    }
    assertThat(asked).hasValue(2 * Sampler.BLOCK);
  }
}
