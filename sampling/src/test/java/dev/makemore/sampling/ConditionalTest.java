package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.ChiSquare;
import dev.makemore.model.contract.TableModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on models whose items can be counted by hand. */
class ConditionalTest {

  private static final int A = 1;
  private static final int B = 2;

  /** Each item begins with a or b; after either, a and b have 1/4 each and the end 1/2. */
  private static final LanguageModel MODEL =
      TableModel.bigram(
          "ab",
          new double[] {0, 0.5, 0.5},
          new double[] {0.5, 0.25, 0.25},
          new double[] {0.5, 0.25, 0.25});

  /** a for ever: an item never ends. */
  private static final LanguageModel ENDLESS =
      TableModel.bigram("a", new double[] {0, 1}, new double[] {0, 1});

  private static final Condition NONE = Condition.none();

  private static void assertRow(Distribution row, double... expected) {
    assertThat(row.size()).isEqualTo(expected.length);
    for (int token = 0; token < expected.length; token++) {
      assertThat(row.probability(token)).isEqualTo(expected[token], within(1e-15));
    }
  }

  @Test
  void theExampleOfTheEssayIsRight() {
    Conditional model = Conditional.of(MODEL, NONE.withSuffix("b"));
    assertThat(model.chance()).isEqualTo(0.5, within(1e-15));
    assertThat(model.chance(A)).isEqualTo(0.25, within(1e-15));
    assertThat(model.chance(B)).isEqualTo(0.75, within(1e-15));
    assertRow(model.next(), 0, 0.25, 0.75);
    assertRow(model.next(A), 0, 0.25, 0.75);
    assertRow(model.next(B), 8 / 12.0, 1 / 12.0, 3 / 12.0);
  }

  /** After n characters an item goes on with probability 1/2. */
  @Test
  void aMinimumLengthTakesNoEndBeforeIt() {
    Conditional model = Conditional.of(MODEL, NONE.withMinLength(3));
    assertThat(model.chance()).isEqualTo(0.25, within(1e-15));
    assertRow(model.next(), 0, 0.5, 0.5);
    assertRow(model.next(A, B), 0, 0.5, 0.5);
    assertRow(model.next(A, B, A), 0.5, 0.25, 0.25);
    assertThat(model.contextLength()).isEqualTo(3);
  }

  /** Of the items with 1 character, which are half of all, and with 2, a quarter. */
  @Test
  void aMaximumLengthMakesShorterItemsLikelierAndCutsNone() {
    Conditional model = Conditional.of(MODEL, NONE.withMaxLength(2));
    assertThat(model.chance()).isEqualTo(0.75, within(1e-15));
    assertRow(model.next(A), 2 / 3.0, 1 / 6.0, 1 / 6.0);
    assertRow(model.next(A, B), 1, 0, 0);
    Sampler sampler = Sampler.of(model).withMaxLength(2);
    assertThat(sampler.samples(1).limit(1_000)).noneMatch(Sample::cut);
  }

  @Test
  void aLongItemEndsLikeOneOfTheMaximumLength() {
    Conditional model = Conditional.of(MODEL, NONE.withMaxLength(2));
    assertRow(model.next(A, A, A, A), 1, 0, 0);
    assertRow(model.next(A, A, A, Vocabulary.BOUNDARY, A), 2 / 3.0, 1 / 6.0, 1 / 6.0);
  }

  /** abab ends with bab, and so does ababab: the second suffix overlaps the first. */
  @ParameterizedTest
  @CsvSource({"aa, 16", "aba, 64", "abab, 256", "a, 4", "bb, 16"})
  void suffixesThatOverlapThemselvesAreFound(String suffix, int inverse) {
    // A text of n >= k characters has 1/2^n, and ends with the suffix in 1/2^k of all cases: that
    // adds up to 2/2^k * 1/2^k * 1/2, as n of k has 1/2^(n - 1) * 1/2, over all n >= k.
    Conditional model = Conditional.of(MODEL, NONE.withSuffix(suffix));
    assertThat(model.chance()).isEqualTo(2.0 / inverse, within(1e-15));
    assertThat(Sampler.of(model).samples(3).limit(1_000).map(Sample::text))
        .allMatch(text -> text.endsWith(suffix));
  }

  @Test
  void aPrefixAndASuffixMayOverlap() {
    Conditional model = Conditional.of(MODEL, NONE.withSuffix("ba").withMaxLength(3), "ab");
    assertThat(Sampler.of(model).withPrefix("ab").withMaxLength(3).samples(1).limit(9))
        .allMatch(sample -> sample.equals(new Sample("aba", false)));
  }

  @Test
  void aPrefixNeedNotBePossible() {
    LanguageModel certain =
        TableModel.bigram(
            "ab", new double[] {0, 1, 0}, new double[] {1, 0, 0}, new double[] {1, 0, 0});
    Condition endsWithB = NONE.withSuffix("b");
    assertRefused("ends with 'b'", () -> Conditional.of(certain, endsWithB));
    assertThat(Conditional.of(certain, endsWithB, "b").chance(B)).isEqualTo(1);
  }

  @Test
  void whatNoItemMeetsIsRefused() {
    assertRefused(
        "the model makes no item, or less than one in 1e300, of this kind: at least 1 character",
        () -> Conditional.of(ENDLESS, NONE.withMinLength(1)));
    assertRefused("anything", () -> Conditional.of(ENDLESS, NONE));
    assertRefused("at most 9 characters", () -> Conditional.of(ENDLESS, NONE.withMaxLength(9)));
    assertRefused(
        "begins with 'ab', at most 2 characters, ends with 'a'",
        () -> Conditional.of(MODEL, NONE.withMaxLength(2).withSuffix("a"), "ab"));
    assertRefused(
        "at least 1000 characters", () -> Conditional.of(MODEL, NONE.withMinLength(1_000)));
    assertThat(Conditional.of(MODEL, NONE.withMinLength(990)).chance()).isPositive();
    assertRefused(
        "maximum length 2 is shorter than the prefix 'aba'",
        () -> Conditional.of(MODEL, NONE.withMaxLength(2), "aba"));
  }

  @Test
  void aCharacterThatTheModelDoesNotKnowIsNamed() {
    assertRefused("'z' (U+007A)", () -> Conditional.of(MODEL, NONE.withSuffix("az")));
    assertRefused("'z' (U+007A)", () -> Conditional.of(MODEL, NONE, "z"));
  }

  @Test
  void aModelThatLooksAtMoreTokensIsSentToTheSelection() {
    LanguageModel trigrams =
        new TableModel(Vocabulary.of(), 2, List.of(Distribution.certain(1, 0)));
    assertRefused("Selection.matching", () -> Conditional.of(trigrams, NONE));
  }

  @Test
  void lengthsThatTakeTooMuchMemoryAreRefused() {
    // Nearly every item is longer than that, so no layer is like the one before it.
    LanguageModel long_ =
        TableModel.bigram("a", new double[] {0, 1}, new double[] {1e-9, 1 - 1e-9});
    assertRefused(
        "too much to look ahead; choose smaller lengths",
        () -> Conditional.of(long_, NONE.withMaxLength(2_000_000_000)));
    assertRefused("set a maximum length", () -> Conditional.of(long_, NONE.withSuffix("a")));
    assertThat(Conditional.of(long_, NONE.withMaxLength(1_000)).chance())
        .isEqualTo(1e-6, within(1e-11));
  }

  @Test
  void afterAContextThatCantMeetItAllTokensAreEquallyLikely() {
    Conditional model = Conditional.of(MODEL, NONE.withMaxLength(2).withSuffix("ab"));
    assertRow(model.next(B), 1 / 3.0, 1 / 3.0, 1 / 3.0);
    assertThat(model.chance(B)).isZero();
  }

  /** Rejection at the same seed is no longer the same items, but the same distribution. */
  @ParameterizedTest
  @CsvSource({"0, 3, b", "2, 9, ab", "3, 9, ''", "0, 4, ''", "0, 99, aba"})
  void itemsAreAsFrequentAsThoseThatRejectionLeaves(int min, int max, String suffix) {
    Condition condition = NONE.withMinLength(min).withMaxLength(max).withSuffix(suffix);
    List<String> rejected = new ArrayList<>();
    Selection.all()
        .matching(sample -> condition.test(sample.text()))
        .take(50_000, Sampler.of(MODEL).samples(1), sample -> rejected.add(sample.text()));
    List<String> conditional =
        Sampler.of(Conditional.of(MODEL, condition))
            .samples(2)
            .limit(50_000)
            .map(Sample::text)
            .toList();
    assertThat(sameDistribution(rejected, conditional)).isTrue();
    // The test can fail: the model's own items have another distribution.
    List<String> any = Sampler.of(MODEL).samples(3).limit(50_000).map(Sample::text).toList();
    assertThat(sameDistribution(rejected, any)).isFalse();
  }

  /**
   * Compares two equally large samples, at alpha = 1e-6: if both have one distribution, an item
   * that both have n times in all is in either with probability 1/2.
   */
  private static boolean sameDistribution(List<String> one, List<String> other) {
    Map<String, long[]> counts = new TreeMap<>();
    one.forEach(text -> counts.computeIfAbsent(text, t -> new long[2])[0]++);
    other.forEach(text -> counts.computeIfAbsent(text, t -> new long[2])[1]++);
    double statistic = 0;
    int cells = 0;
    for (long[] count : counts.values()) {
      double sum = count[0] + count[1];
      if (sum >= 20) {
        statistic += (count[0] - count[1]) * (count[0] - count[1]) / sum;
        cells++;
      }
    }
    return ChiSquare.isPlausible(statistic, cells);
  }

  @Test
  void theSnippetIsRight() {
    LanguageModel model = MODEL;
    // @start region="conditional"
    Condition condition = Condition.none().withMinLength(3).withSuffix("ab");
    Conditional conditional = Conditional.of(model, condition);
    List<String> items = Sampler.of(conditional).samples(42).limit(3).map(Sample::text).toList();
    double chance = conditional.chance(); // how many items of the model itself are like that
    // @end
    assertThat(items).hasSize(3).allMatch(item -> item.length() >= 3 && item.endsWith("ab"));
    assertThat(chance).isEqualTo(1 / 16.0, within(1e-15));
  }

  private static void assertRefused(String message, ThrowingCallable use) {
    assertThatIllegalArgumentException().isThrownBy(use).withMessageContaining(message);
  }
}
