package dev.makemore.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Names that were not learned, under our Kneser-Ney model and under that of KenLM.
 *
 * <p>The 30,294 names of the command were shuffled by Python's {@code random.seed(42)} and {@code
 * random.shuffle}. The first 24,235 are {@code train.txt.gz}, the next 3,029 {@code dev.txt.gz} and
 * the other 3,030 {@code test.txt.gz}, each sorted here, since their order means nothing. KenLM's
 * figures are those of {@code lmplz -o N --discount_fallback} on the training names, with each
 * character as a word, and of {@code query} on the others: the average NLL of a prediction in nats,
 * the end of a name included, to four places.
 *
 * <p>The models are nearly the same. KenLM's uniform distribution has 28 words, of which one is the
 * unknown word, and ours 27 tokens. And KenLM computes with single precision.
 */
class HeldOutTest {

  private static Corpus train = Corpus.of();
  private static Corpus dev = Corpus.of();
  private static Corpus test = Corpus.of();

  @BeforeAll
  static void read() throws IOException {
    train = read("train.txt.gz");
    dev = read("dev.txt.gz");
    test = read("test.txt.gz");
  }

  private static Corpus read(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(HeldOutTest.class.getResourceAsStream(name));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
      return Corpus.of(lines.lines().toList());
    }
  }

  @Test
  void theSplitIsThatOfAllNames() {
    assertThat(train.items()).isEqualTo(24_235);
    assertThat(dev.items()).isEqualTo(3_029);
    assertThat(test.items()).isEqualTo(3_030);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2.4507, 2.4542",
    "3, 2.2283, 2.2381",
    "4, 2.0689, 2.0895",
    "5, 2.0049, 2.0285",
    "6, 2.0041, 2.0252",
  })
  void kneserNeyPredictsNewNamesAsWellAsKenLm(int order, double onDev, double onTest) {
    LanguageModel model = NgramModel.fit(NgramCounts.of(order, train), Smoothing.kneserNey());
    // No worse by more than 0.001, and as the models are nearly the same, no better either.
    assertThat(Evaluation.of(model, dev).averageNll()).isEqualTo(onDev, within(2e-4));
    assertThat(Evaluation.of(model, test).averageNll()).isEqualTo(onTest, within(2e-4));
  }

  @Test
  void kneserNeyIsTheBestOfTheThree() {
    NgramCounts counts = NgramCounts.of(5, train);
    double kneserNey = nllOfDev(counts, Smoothing.kneserNey());
    double wittenBell = nllOfDev(counts, Smoothing.wittenBell());
    assertThat(kneserNey).isLessThan(wittenBell - 0.03);
    assertThat(wittenBell).isLessThan(nllOfDev(counts, Smoothing.addK(0.1)) - 0.03);
  }

  private static double nllOfDev(NgramCounts counts, Smoothing smoothing) {
    return Evaluation.of(NgramModel.fit(counts, smoothing), dev).averageNll();
  }
}
