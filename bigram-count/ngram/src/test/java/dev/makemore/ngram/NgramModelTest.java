package dev.makemore.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.contract.ArpaScorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models of the text ab, ac, worked out by hand. */
class NgramModelTest {

  private static final Corpus TEXT = Corpus.of("ab", "ac");
  private static final int A = 1;
  private static final int B = 2;
  private static final int C = 3;

  private static NgramModel model(int order, Smoothing smoothing) {
    return NgramModel.fit(NgramCounts.of(order, TEXT), smoothing);
  }

  /** In the order of the tokens: the boundary, a, b, c. */
  private static void assertRow(NgramModel model, int[] context, double... expected) {
    for (int next = 0; next < expected.length; next++) {
      assertThat(model.probability(next, context))
          .as("token %d", next)
          .isEqualTo(expected[next], within(1e-15));
    }
  }

  private static int[] context(int... tokens) {
    return tokens;
  }

  /**
   * Pairs: .a twice, ab, ac, b. and c. once, so n_1 = 4, n_2 = 1 and n_3 = 0, and the discounts are
   * 0.5 and 1. Before a there is 1 token, the start; before b and c there is a; before the end
   * there are b and c. So the adjusted counts of single tokens are 1, 1, 1 and 2 of 5, and their
   * discounts 0.5, 0.5, 0.5 and 1: half of all is given to the uniform distribution of 4 tokens.
   */
  @Test
  void kneserNeyOfPairs() {
    NgramModel model = model(2, Smoothing.kneserNey());
    // The unigrams: (2 - 1) / 5 + 0.5 / 4 = 0.325 for the end, 0.5 / 5 + 0.5 / 4 = 0.225 for
    // others.
    assertThat(model.backoff().unigram(Vocabulary.BOUNDARY)).isEqualTo(0.325, within(1e-15));
    assertThat(model.backoff().unigram(A)).isEqualTo(0.225, within(1e-15));
    // At the start a came twice: (2 - 1) / 2 + 0.5 * 0.225; the others have half of their unigram.
    assertRow(model, context(), 0.1625, 0.6125, 0.1125, 0.1125);
    // After a, b and c once: 0.5 / 2 + 0.5 * 0.225.
    assertRow(model, context(A), 0.1625, 0.1125, 0.3625, 0.3625);
    // After b the end once: 0.5 / 1 + 0.5 * 0.325.
    assertRow(model, context(B), 0.6625, 0.1125, 0.1125, 0.1125);
    assertThat(model.backoff().backoff(B)).isEqualTo(0.5);
  }

  /**
   * Now pairs have adjusted counts as well: the start and a keep their count of 2, and before each
   * of ab, ac, b. and c. there is 1 token. These are the same numbers as above, so the pairs are
   * the same. All triples occur once, with a discount of 0.5.
   */
  @Test
  void kneserNeyOfTriples() {
    NgramModel model = model(3, Smoothing.kneserNey());
    assertRow(model, context(), 0.1625, 0.6125, 0.1125, 0.1125);
    // After the start and a: 0.5 / 2 + 0.5 * 0.3625 = 0.43125, and half of the pairs' row.
    assertRow(model, context(A), 0.08125, 0.05625, 0.43125, 0.43125);
    // After a and b: 0.5 / 1 + 0.5 * 0.6625.
    assertRow(model, context(A, B), 0.83125, 0.05625, 0.05625, 0.05625);
    // After c and b, and after b and a, nothing is known, and the row is that of pairs.
    assertRow(model, context(C, B), 0.6625, 0.1125, 0.1125, 0.1125);
    assertRow(model, context(B, A), 0.1625, 0.1125, 0.3625, 0.3625);
  }

  /** Single tokens: a and the end twice, b and c once, that is 6 of 4 kinds. */
  @Test
  void wittenBellOfPairs() {
    NgramModel model = model(2, Smoothing.wittenBell());
    // (n + 4 / 4) / (6 + 4): 0.3 for the end and a, 0.2 for b and c.
    assertThat(model.backoff().unigram(A)).isEqualTo(0.3, within(1e-15));
    assertThat(model.backoff().unigram(B)).isEqualTo(0.2, within(1e-15));
    // At the start a twice, 1 kind: (2 + 0.3) / 3, and a third of the unigrams.
    assertRow(model, context(), 0.1, 2.3 / 3, 0.2 / 3, 0.2 / 3);
    // After a, b and c once, 2 kinds: (1 + 2 * 0.2) / 4, and half of the unigrams.
    assertRow(model, context(A), 0.15, 0.15, 0.35, 0.35);
    assertRow(model, context(B), 0.65, 0.15, 0.1, 0.1);
  }

  @Test
  void addKOfTriples() {
    NgramModel model = model(3, Smoothing.addK(0.5));
    // After the start and a, b and c once: (1 + 0.5) / (2 + 4 * 0.5).
    assertRow(model, context(A), 0.125, 0.125, 0.375, 0.375);
    assertThat(model.next(A, A)).isEqualTo(Distribution.uniform(4));
    assertRow(model(3, Smoothing.addK(0)), context(A), 0, 0, 0.5, 0.5);
    assertThat(model(3, Smoothing.addK(0)).next(C, B)).isEqualTo(Distribution.uniform(4));
  }

  @Test
  void aModelOfNoTextIsUniform() {
    Vocabulary ab = Vocabulary.of("ab");
    for (Smoothing smoothing :
        List.of(Smoothing.kneserNey(), Smoothing.wittenBell(), Smoothing.addK(0))) {
      for (int order = 1; order <= 3; order++) {
        NgramCounts nothing = NgramCounts.of(order, Corpus.of()).over(ab);
        assertThat(NgramModel.fit(nothing, smoothing).next(1)).isEqualTo(Distribution.uniform(3));
      }
    }
  }

  @Test
  void aModelKnowsWhatItIsMadeOf() {
    NgramModel model = model(3, Smoothing.addK(0.5));
    assertThat(model.counts()).isEqualTo(NgramCounts.of(3, TEXT));
    assertThat(model.smoothing()).isEqualTo(Smoothing.addK(0.5));
    assertThat(model.order()).isEqualTo(3);
    assertThat(model.contextLength()).isEqualTo(2);
    assertThat(model.backoff().order()).isEqualTo(3);
    assertThat(model)
        .hasToString("NgramModel of order 3, add 0.5, 6 3-grams of 4 tokens, 5 of them distinct");
  }

  @Test
  void theLongestNgramsAreThoseOfSixteenTokens() {
    Corpus text = Corpus.of("abcabcabcabcabcabcabd", "b");
    NgramModel model = NgramModel.fit(NgramCounts.of(16, text), Smoothing.kneserNey());
    int[] tokens = text.vocabulary().encode("abcabcabcabcabcabcab");
    assertThat(model.next(tokens).mostLikely()).isEqualTo(text.vocabulary().token('c'));
  }

  @Test
  void aSmoothingTooLargeForADoubleIsNamed() {
    assertThatThrownBy(() -> model(2, Smoothing.addK(1e308)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("smoothing 1.0E308 times 4 tokens is too large a number");
  }

  @Test
  void aReaderOfArpaFilesFindsTheProbabilitiesThatWeFind() throws IOException {
    NgramModel model = model(3, Smoothing.kneserNey());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Arpa.write(model.backoff(), bytes);
    ArpaScorer scorer = ArpaScorer.of(bytes.toString(StandardCharsets.UTF_8));
    // a at the start, c after it, the end after a c
    double expected = Math.log10(0.6125) + Math.log10(0.43125) + Math.log10(0.83125);
    assertThat((double) scorer.total(List.of("a", "c"))).isEqualTo(expected, within(1e-6));
  }
}
