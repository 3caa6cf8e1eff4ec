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
import dev.makemore.sampling.bulk.FlatModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
  void thePrefixCountsTowardTheMaximumLength() {
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

  /**
   * Every item has 12 random characters. Its 13 contexts are questions to the model; those of 4
   * characters and more are new nearly every time, and others may have been kept.
   */
  @Test
  void noMoreBlocksAreMadeAheadThanThereAreThreads() throws InterruptedException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    AtomicInteger asked = new AtomicInteger();
    Vocabulary letters = Vocabulary.of("abcdefghijklmnopqrstuvwxyz");
    double[] any = new double[27];
    Arrays.fill(any, 1, 27, 1.0 / 26);
    LanguageModel counting =
        new FunctionModel(
            letters,
            12,
            context -> {
              asked.incrementAndGet();
              return context[0] == Vocabulary.BOUNDARY
                  ? Distribution.of(any)
                  : Distribution.certain(27, Vocabulary.BOUNDARY);
            });
    assertThat(Sampler.of(counting).samples(1, 2).findFirst().orElseThrow().text()).hasSize(12);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("makemore-sampler")) {
        thread.join();
      }
    }
    assertThat(asked.get()).isBetween(2 * 9 * Sampler.BLOCK, 2 * 13 * Sampler.BLOCK); // not 3 * 9
  }

  private static String written(Sampler sampler, long seed, long count, int threads)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sampler.write(seed, count, threads, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writtenItemsAreLinesOfUtf8AndThoseThatWereCutAreCounted() throws IOException {
    TableModel accented =
        TableModel.bigram(
            "a\u00E9", new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(Sampler.of(accented).write(1, 2, 1, out)).isZero();
    assertThat(Sampler.of(accented).withMaxLength(1).write(1, 3, 1, out)).isEqualTo(3);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\u00E9\na\u00E9\na\na\na\n");
  }

  /** U+0080 and no other character: nothing else tells that the text is not ASCII. */
  @Test
  void theFirstCharacterOfTwoBytesIsWrittenWhole() throws IOException {
    TableModel model = TableModel.bigram("\u0080", new double[] {0, 1}, new double[] {1, 0});
    assertThat(written(Sampler.of(model), 1, 2, 1)).isEqualTo("\u0080\n\u0080\n");
  }

  @Test
  void writtenItemsAreTheSameWithAnyNumberOfThreads() throws IOException {
    Sampler sampler = Sampler.of(GEOMETRIC);
    String one = written(sampler, 42, 100_000, 1);
    assertThat(one).isEqualTo(String.join("\n", texts(sampler, 42, 1, 100_000)) + "\n");
    assertThat(written(sampler, 42, 100_000, 2)).isEqualTo(one);
    assertThat(written(sampler, 42, 100_000, 7)).isEqualTo(one);
  }

  /** A block of these has 8 MB, and a prefix of more bytes than are written fast. */
  @Test
  void itemsOfAnyLengthAreWritten() throws IOException {
    Sampler endless = Sampler.of(ENDLESS).withMaxLength(2_000);
    assertThat(written(endless, 1, 9_000, 2)).isEqualTo(("a".repeat(2_000) + "\n").repeat(9_000));
    String prefix = "a".repeat(1_500);
    assertThat(written(endless.withPrefix(prefix), 1, 2, 1))
        .isEqualTo(("a".repeat(2_000) + "\n").repeat(2));
    Sampler almost = Sampler.of(GEOMETRIC).withPrefix("a".repeat(999)).withMaxLength(1_003);
    assertThat(written(almost, 3, 5_000, 1).lines().toList()).isEqualTo(texts(almost, 3, 1, 5_000));
  }

  /** 300 rows of 300 columns, and blocks of more bytes than {@link PlainBatch} makes ahead. */
  @Test
  void aModelWithATableTooLargeToBeFastIsWrittenAllTheSame() throws IOException {
    Vocabulary letters = Vocabulary.ofCodePoints(IntStream.range(0x4E00, 0x4E00 + 299).toArray());
    double[] weights = IntStream.range(0, 300).mapToDouble(i -> 1 + i % 7).toArray();
    LanguageModel large = FunctionModel.bigram(letters, context -> Distribution.ofWeights(weights));
    assertThat(FlatModel.of(large, "")).isEmpty();
    Sampler sampler = Sampler.of(large).withMaxLength(30);
    assertThat(written(sampler, 6, 10_000, 2).lines().toList())
        .isEqualTo(texts(sampler, 6, 1, 10_000));
  }

  @Test
  void nothingIsWrittenForNothing() throws IOException {
    assertThat(written(Sampler.of(AB), 1, 0, 2)).isEmpty();
    assertThat(written(Sampler.of(AB), 1, 1, 2)).isEqualTo("ab\n");
  }

  @Test
  void aNegativeCountAndNoThreadsAreErrors() {
    assertThatThrownBy(() -> Sampler.of(AB).write(1, -1, 1, OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> Sampler.of(AB).write(1, 1, 0, OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  @Test
  void whatTheOutputThrowsEndsTheWriting() {
    IOException full = new IOException("full");
    AtomicInteger writes = new AtomicInteger();
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            writes.incrementAndGet();
            throw full;
          }
        };
    assertThatThrownBy(() -> Sampler.of(AB).write(1, Long.MAX_VALUE, 2, failing)).isSameAs(full);
    assertThat(writes).hasValue(1);
  }

  @Test
  void whatTheModelThrowsWhileItemsAreWrittenReachesTheCaller() {
    LanguageModel broken =
        new FunctionModel(
            Vocabulary.of("a"),
            2,
            context -> {
              throw new IllegalStateException("no such row");
            });
    assertThatThrownBy(
            () -> Sampler.of(broken).write(1, 1_000_000, 2, OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no such row");
  }

  /** With one thread, the caller's makes everything. */
  @Test
  void onlyTheCallersThreadWritesAndTheOthersAreDaemonsThatEnd() throws Exception {
    Set<Thread> makers = ConcurrentHashMap.newKeySet();
    LanguageModel watching =
        new FunctionModel(
            Vocabulary.of("a"),
            2,
            context -> {
              makers.add(Thread.currentThread());
              return Distribution.certain(2, Vocabulary.BOUNDARY);
            });
    Set<Thread> writers = new HashSet<>();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            writers.add(Thread.currentThread());
          }
        };
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1);
    Sampler.of(watching).write(1, 10L * Sampler.BLOCK, 2, out);
    assertThat(writers).containsExactly(Thread.currentThread());
    assertThat(makers).isNotEmpty().allMatch(Thread::isDaemon);
    for (Thread maker : makers) {
      maker.join(10_000);
      assertThat(maker.isAlive()).isFalse();
    }
  }
}
