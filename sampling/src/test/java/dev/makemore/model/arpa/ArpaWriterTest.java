package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.contract.TableModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArpaWriterTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private String written(LanguageModel model) throws IOException {
    Arpa.write(model, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String written(LanguageModel model, IntToDoubleFunction unlisted) throws IOException {
    Arpa.write(model, unlisted, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Two thirds and one third after the boundary, and certainties after a and b. */
  private static TableModel certain() {
    return TableModel.bigram(
        "ab", new double[] {0, 0.1, 0.9}, new double[] {0, 0, 1}, new double[] {1, 0, 0});
  }

  @Test
  void anythingImpossibleIsBackedOffToWithMinus99() throws IOException {
    // The logarithms of 1/3, 0.1 and 0.9, as Python has them.
    assertThat(written(certain()))
        .isEqualTo(
            """

            \\data\\
            ngram 1=5
            ngram 2=4

            \\1-grams:
            -99\t<unk>\t0
            -99\t<s>\t-99
            -0.4771212547196625\t</s>
            -0.4771212547196625\ta\t-99
            -0.4771212547196625\tb\t-99

            \\2-grams:
            -1\t<s> a
            -0.045757490560675115\t<s> b
            0\ta b
            0\tb </s>

            \\end\\
            """);
  }

  @Test
  void whatIsImpossibleIsCounted() throws IOException {
    assertThat(Arpa.write(certain(), bytes)).isEqualTo(new Arpa.Zeros(3, 5));
    LanguageModel possible = TableModel.bigram("", new double[] {1});
    assertThat(Arpa.write(possible, bytes)).isEqualTo(new Arpa.Zeros(0, 0));
    // Whether it is listed or not
    assertThat(Arpa.write(certain(), context -> 0.1, bytes)).isEqualTo(new Arpa.Zeros(3, 5));
  }

  @Test
  void aContextThatWasNeverSeenListsNothing() throws IOException {
    assertThat(written(FunctionModel.bigram(Vocabulary.of("a"), c -> Distribution.uniform(2))))
        .contains("ngram 2=0\n", "-99\t<s>\t0\n", "\ta\t0\n", "\\2-grams:\n\n\\end\\");
  }

  @Test
  void roundingDoesNotShowInTheBackoffOfAContextThatWasNeverSeen() throws IOException {
    assertThat(1.0 / 49 * 49).isLessThan(1); // in doubles
    int[] codePoints = IntStream.range(0x4E00, 0x4E00 + 48).toArray();
    Vocabulary vocabulary = Vocabulary.ofCodePoints(codePoints);
    assertThat(written(FunctionModel.bigram(vocabulary, c -> Distribution.uniform(49))))
        .contains("ngram 2=0\n", "-99\t<s>\t0\n", "\t\u4E00\t0\n");
  }

  @Test
  void whereEveryTokenIsListedTheBackoffIsOne() throws IOException {
    assertThat(written(TableModel.bigram("a", new double[] {0.4, 0.6}, new double[] {0.1, 0.9})))
        .contains("ngram 2=4\n", "-99\t<s>\t0\n", "\ta\t0\n");
  }

  @Test
  void theRestIsBackedOffToAndTheOthersAreListed() throws IOException {
    int[] listed = {2};
    LanguageModel model =
        FunctionModel.bigram(
            Vocabulary.of("abcd"), c -> Distribution.sparse(5, listed, new double[] {0.6}, 0.1));
    // Five unigrams of 0.2 each, times a half
    assertThat(written(model))
        .contains("ngram 2=5\n")
        .contains("\n-0.6989700043360187\ta\t-0.30102999566398")
        .contains("\n-0.221848749616356")
        .doesNotContain("a a", "a c");
  }

  @Test
  void whatIsNotToBeListedCanBeTold() throws IOException {
    // As if a had seen both tokens once, with k = 1: 2/4 each, and 1/4 for one never seen.
    LanguageModel model = FunctionModel.bigram(Vocabulary.of("a"), c -> Distribution.of(0.5, 0.5));
    assertThat(written(model, context -> 0.25))
        .contains("ngram 2=4\n", "-99\t<s>\t-0.3010299956639812\n")
        .contains("-0.3010299956639812\ta a\n");
  }

  @Test
  void whatIsNotToBeListedMayBeAnotherThanTheRest() throws IOException {
    int[] listed = {2};
    LanguageModel model =
        FunctionModel.bigram(
            Vocabulary.of("abcd"), c -> Distribution.sparse(5, listed, new double[] {0.6}, 0.1));
    assertThat(written(model, context -> 0.2)).contains("ngram 2=25\n", "\n-1\ta a\n");
    bytes.reset();
    assertThat(written(model, context -> 0.1)).contains("ngram 2=5\n");
  }

  @Test
  void noTokenIsListedWithTheProbabilityOfWhatIsNot() throws IOException {
    // As if a came once after anything, with k = 1: 2/4, and 1/4 for what never came.
    LanguageModel model =
        FunctionModel.bigram(Vocabulary.of("ab"), c -> Distribution.of(0.25, 0.5, 0.25));
    assertThat(written(model, context -> 0.25))
        .contains("ngram 2=3\n", "<s> a\n", "a a\n", "b a\n")
        .doesNotContain(" b\n", " </s>\n");
  }

  @Test
  void whatIsNotListedMayBeCertain() throws IOException {
    LanguageModel model = FunctionModel.bigram(Vocabulary.of(), c -> Distribution.of(1));
    assertThat(written(model, context -> 1)).contains("ngram 2=0\n", "\n-99\t<s>\t0\n0\t</s>\n");
  }

  @Test
  void aBackoffModelIsWrittenAsItIs() throws IOException {
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("a"), 2, 0.1, 0.9)
            .row(new int[] {1}, 10, new int[] {1}, new double[] {0})
            .build();
    assertThat(written(model))
        .contains("ngram 2=1\n", "-99\t<s>\t0\n", "-1\t</s>\n", "\ta\t1\n")
        .contains("-99\ta a\n");
  }

  @Test
  void theImpossibleOfABackoffModelIsCounted() throws IOException {
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("ab"), 2, 0.5, 0.5, 0)
            .row(new int[] {1}, 1, new int[] {2}, new double[] {0})
            .row(new int[] {2}, 0, new int[] {2}, new double[] {1})
            .build();
    assertThat(Arpa.write(model, bytes)).isEqualTo(new Arpa.Zeros(3, 1 + 1 + 2));
  }

  /** Nothing is listed but c after a b: so a b needs a line, though it is no more likely than b. */
  @Test
  void aContextThatIsNotListedIsWrittenWithTheProbabilityOfTheModel() throws IOException {
    // Unigrams 1/4 each; after a b, c has 1/2, and 2/3 of each other.
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("abc"), 4, 0.25, 0.25, 0.25, 0.25)
            .row(new int[] {1, 2}, 2.0 / 3, new int[] {3}, new double[] {0.5})
            .row(new int[] {1, 2, 1}, 0, new int[] {0}, new double[] {1})
            .build();
    assertThat(written(model))
        .isEqualTo(
            """

            \\data\\
            ngram 1=6
            ngram 2=1
            ngram 3=2
            ngram 4=1

            \\1-grams:
            -99\t<unk>\t0
            -99\t<s>\t0
            -0.6020599913279624\t</s>
            -0.6020599913279624\ta\t0
            -0.6020599913279624\tb\t0
            -0.6020599913279624\tc\t0

            \\2-grams:
            -0.6020599913279624\ta b\t-0.17609125905568127

            \\3-grams:
            -0.7781512503836436\ta b a\t-99
            -0.3010299956639812\ta b c\t0

            \\4-grams:
            0\ta b a </s>

            \\end\\
            """);
  }

  @Test
  void theStartOfAnItemIsOneWord() throws IOException {
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("a"), 3, 0.5, 0.5)
            .row(new int[] {0, 1}, 0, new int[] {0}, new double[] {1})
            .build();
    assertThat(written(model))
        .contains("\n\\2-grams:\n-0.3010299956639812\t<s> a\t-99\n\n")
        .contains("\n\\3-grams:\n0\t<s> a </s>\n\n");
  }

  @Test
  void aUnigramModelHasNoBigrams() throws IOException {
    assertThat(written(BackoffModel.builder(Vocabulary.of("a"), 1, 0.5, 0.5).build()))
        .contains("ngram 1=4\nngram 2=0\n\n", "\n\\2-grams:\n\n\\end\\\n");
  }

  @Test
  void theImpossibleIsCountedAfterTokensAndKnownContexts() throws IOException {
    // b is impossible after all but a; after a a, both are impossible: 1 + 0 + 1 and 2.
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("ab"), 3, 0.5, 0.5, 0)
            .row(new int[] {1}, 0.5, new int[] {2}, new double[] {0.5})
            .row(new int[] {1, 1}, 0, new int[] {0}, new double[] {1})
            .build();
    assertThat(Arpa.write(model, bytes)).isEqualTo(new Arpa.Zeros(3, 4));
    BackoffModel unigrams = BackoffModel.builder(Vocabulary.of("ab"), 1, 0.5, 0.5, 0).build();
    assertThat(Arpa.write(unigrams, bytes)).isEqualTo(new Arpa.Zeros(1, 1));
  }

  @Test
  void charactersThatCanNotBeSeenAreNamed() throws IOException {
    String characters = "\t .<\\\u00A0\u200B\u3000\uFEFF\uD83D\uDE00" + "\0\u0085\u2028";
    Vocabulary vocabulary = Vocabulary.of(characters);
    assertThat(written(FunctionModel.bigram(vocabulary, c -> Distribution.uniform(14))))
        .contains("\t<U+0000>\t", "\t<U+0009>\t", "\t<U+0020>\t", "\t<U+0085>\t", "\t<U+00A0>\t")
        .contains("\t<U+200B>\t", "\t<U+2028>\t", "\t<U+3000>\t", "\t<U+FEFF>\t")
        .contains("\t.\t", "\t<\t", "\t\\\t", "\t\uD83D\uDE00\t");
  }

  @Test
  void certaintyIsNeverAboveZero() throws IOException {
    LanguageModel model = FunctionModel.bigram(Vocabulary.of(), c -> Distribution.of(1.0000000005));
    assertThat(written(model)).contains("\n0\t<s> </s>\n");
  }

  @Test
  void aLongerContextDoesNotFit() {
    FunctionModel model = new FunctionModel(Vocabulary.of("a"), 2, c -> Distribution.uniform(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arpa.write(model, bytes))
        .withMessage(
            "only a model that lists its n-grams, a BackoffModel, can be written if it looks at"
                + " more than 1 token; this one looks at 2");
  }

  @Test
  void whatIsNotListedHasAProbability() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Arpa.write(certain(), context -> wrong, bytes))
          .withMessageContaining(Double.toString(wrong));
    }
  }

  @Test
  void aFullDiskIsNotKeptQuiet() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space");
          }
        };
    assertThatThrownBy(() -> Arpa.write(certain(), full))
        .isInstanceOf(IOException.class)
        .hasMessage("no space");
  }
}
