package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.MalformedModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArpaReaderTest {

  private static final double LOG_OF_A_QUARTER = -0.6020599913279624;
  private static final double LOG_OF_A_HALF = -0.3010299956639812;

  /** Unigrams of 1/2, 1/4, 1/4; after the start a comes with 1/4, and half of each other. */
  private static final String AB =
      """
      \\data\\
      ngram 1=5
      ngram 2=1

      \\1-grams:
      -99	<unk>	0
      -99	<s>	0
      -0.3010299956639812	</s>
      -0.6020599913279624	a	0
      -0.6020599913279624	b	0

      \\2-grams:
      -0.6020599913279624	<s> a

      \\end\\
      """;

  private static Arpa.Imported read(String arpa) throws IOException {
    byte[] bytes = arpa.getBytes(StandardCharsets.UTF_8);
    return Arpa.read(new ByteArrayInputStream(bytes), "m");
  }

  private static void assertMalformed(String arpa, long line, String... problem) {
    assertThatThrownBy(() -> read(arpa))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith("m:" + line + ": ")
        .hasMessageContainingAll(problem);
  }

  private static void assertChangeMalformed(
      String line, String changed, long at, String... problem) {
    assertThat(AB).contains(line);
    assertMalformed(AB.replace(line, changed), at, problem);
  }

  private static void assertReadsAsAb(String arpa) throws IOException {
    assertThat(arpa).isNotEqualTo(AB);
    BackoffModel model = read(arpa).model();
    BackoffModel expected = read(AB).model();
    for (int context = 0; context < 3; context++) {
      assertThat(model.next(context)).isEqualTo(expected.next(context));
    }
  }

  @Test
  void logarithmsAreTurnedIntoProbabilities() throws IOException {
    BackoffModel model = read(AB).model();
    assertThat(model.vocabulary()).isEqualTo(Vocabulary.of("ab"));
    assertThat(model.unigram(0)).isEqualTo(0.5, within(1e-15));
    assertThat(model.unigram(1)).isEqualTo(0.25, within(1e-15));
    assertThat(model.backoff(0)).isEqualTo(1, within(1e-15));
    assertThat(model.row(0)).hasSize(1);
    assertThat(model.next().probability(1)).isEqualTo(0.25, within(1e-15));
    assertThat(read(AB).unknown()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-99", "-99.0", "-100", "-1e5", "-inf", "-Infinity", "-.99E+2"})
  void minus99AndBelowIsImpossible(String log) throws IOException {
    BackoffModel model =
        read("""
                \\data\\
                ngram 1=4
                ngram 2=2
                \\1-grams:
                -99 <s> LOG
                0 </s>
                LOG a LOG
                LOG b
                \\2-grams:
                0 <s> a
                0 a </s>
                \\end\\
                """
                .replace("LOG", log))
            .model();
    assertThat(model.unigram(1)).isZero();
    assertThat(model.backoff(1)).isZero();
    assertThat(model.next(1).supportSize()).isOne();
  }

  @Test
  void numbersComeInSeveralForms() throws IOException {
    String half = Double.toString(LOG_OF_A_HALF);
    for (String log :
        new String[] {"-.3010299956639812", "-3010299956639812e-16", "-0.30102999566398120"}) {
      assertReadsAsAb(AB.replace(half, log));
    }
    assertReadsAsAb(AB.replace("\t0\n", "\t-0.\n"));
    assertReadsAsAb(AB.replace("\t0\n", "\t+0.0e-7\n"));
  }

  @Test
  void whatOtherToolsWriteDifferentlyIsUnderstood() throws IOException {
    assertReadsAsAb(AB.replace("\n", "\r\n"));
    assertReadsAsAb(AB.replace("\t", " ").replace("ngram 1=5", "ngram  1=        5"));
    assertReadsAsAb(AB.replace("\n", "\n\n \t\n"));
    assertReadsAsAb("\uFEFF" + AB);
    assertReadsAsAb("Caf\u00E9 corpus, 1999\n\nmade by hand\n" + AB);
    assertReadsAsAb(AB.replace("\t0\n", "\n")); // no backoffs
    assertReadsAsAb(AB.replace("<unk>", "<UNK>"));
    assertReadsAsAb(AB.replace("<s>", "<S>").replace("</s>", "</S>"));
    assertReadsAsAb(AB.replace("5\n", "4\n").replace("-99\t<unk>\t0\n", "")); // no <unk>
    assertReadsAsAb(AB + "\n \n");
    assertReadsAsAb(AB.substring(0, AB.length() - 1)); // no last line end
  }

  @Test
  void textAboveTheDataMayBeInAnyEncoding() throws IOException {
    byte[] bytes = ("Caf\u00E9\n" + AB).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Arpa.read(new ByteArrayInputStream(bytes), "m").model().row(0)).hasSize(1);
  }

  @Test
  void linesMayComeInAnyOrder() throws IOException {
    Arpa.Imported imported =
        read(
            """
            \\data\\
            ngram 1=4
            ngram 2=5
            \\1-grams:
            -0.6020599913279624	b	-99
            -0.3010299956639812	</s>
            -99	<s>	-99
            -0.6020599913279624	a	0
            \\2-grams:
            -0.3010299956639812	b </s>
            -0.6020599913279624	<s> b
            -0.6020599913279624	b a
            -0.1249387366082999	<s> </s>
            -0.6020599913279624	b b
            \\end\\
            """);
    assertThat(imported.model().row(0).stream().map(BackoffModel.ListedGram::next))
        .containsExactly(0, 2);
    assertThat(imported.model().row(2).stream().map(BackoffModel.ListedGram::next))
        .containsExactly(0, 1, 2);
    assertThat(imported.model().next(2).probability(0)).isEqualTo(0.5, within(1e-15));
  }

  @Test
  void charactersCanBeNamed() throws IOException {
    String named = AB.replace("a\t", "<U+0020>\t").replace("s> a", "s> <U+0020>");
    BackoffModel model = read(named.replace("b\t", "<U+01F600>\t")).model();
    assertThat(model.vocabulary()).isEqualTo(Vocabulary.of(" \uD83D\uDE00"));
    assertThat(model.row(0).get(0).next()).isOne();
    assertThat(read(AB.replace("b\t", "\uD83D\uDE00\t")).model().vocabulary())
        .isEqualTo(Vocabulary.of("a\uD83D\uDE00"));
  }

  @Test
  void theCodePointsAreThoseOfUnicode() throws IOException {
    for (String name : new String[] {"0000", "D7FF", "E000", "10FFFF"}) {
      int codePoint = Integer.parseInt(name, 16);
      assertThat(
              read(AB.replace("a\t", "<U+" + name + ">\t").replace(" a", " <U+" + name + ">"))
                  .model()
                  .vocabulary())
          .isEqualTo(Vocabulary.ofCodePoints('b', codePoint));
    }
    for (String name : new String[] {"D800", "DFFF", "110000"}) {
      assertChangeMalformed("a\t0", "<U+" + name + ">\t0", 9, "only character models");
    }
  }

  @Test
  void theCharacterZeroIsACharacter() throws IOException {
    assertThat(read(AB.replace("a\t0", "\0\t0").replace("> a", "> \0")).model().vocabulary())
        .isEqualTo(Vocabulary.of("\0b"));
    assertChangeMalformed("\n\\2-grams:", "\0\n\\2-grams:", 11, "this is one more");
  }

  @Test
  void aUnigramFileIsTheSameAfterEveryContext() throws IOException {
    BackoffModel model =
        read("""
                \\data\\
                ngram 1=3
                \\1-grams:
                -99 <s> 0
                -0.3010299956639812 </s>
                -0.3010299956639812 a 0
                \\end\\
                """)
            .model();
    assertThat(model.next().probability(1)).isEqualTo(0.5, within(1e-15));
    assertThat(model.next(1)).isEqualTo(model.next());
  }

  @Test
  void theShareOfUnknownWordsIsSpreadInProportion() throws IOException {
    // After a: 0.2 for the end, and 0.8 / 0.8 of 0.3 for a and 0.5 for unknown words.
    Arpa.Imported imported =
        read(
            """
            \\data\\
            ngram 1=4
            ngram 2=3
            \\1-grams:
            -0.3010299956639812	<unk>	-7
            -99	<s>	0
            -0.6989700043360187	</s>
            -0.5228787452803376	a	0
            \\2-grams:
            -0.6989700043360187	a </s>
            -0.6989700043360187	<unk> </s>
            -0.2218487496163564	<s> <unk>
            \\end\\
            """
                .replace("<s>\t0", "<s>\t-0.09691001300805639")); // 0.8: 0.4 left of 0.5 known
    BackoffModel model = imported.model();
    assertThat(model.next(1).probability(0)).isEqualTo(0.4, within(1e-12));
    assertThat(model.next(1).probability(1)).isEqualTo(0.6, within(1e-12));
    assertThat(model.next(0).probability(1)).isEqualTo(0.6, within(1e-12));
    assertThat(imported.unknown()).isEqualTo(0.6, within(1e-12));
  }

  @Test
  void theShareOfTheStartIsSpreadWhereItHasOne() throws IOException {
    // Some tools predict <s> as any other word, and some give it the logarithm 0 for show.
    String predicted =
        "-0.3010299956639812	<s>	0\n-0.6020599913279624	</s>\n-0.6020599913279624	a	0\n";
    String shown = "0	<s>	0\n-0.3010299956639812	</s>\n-0.3010299956639812	a	0\n";
    for (String unigrams : new String[] {predicted, shown}) {
      BackoffModel model =
          read("\\data\\\nngram 1=3\nngram 2=0\n\\1-grams:\n" + unigrams + "\\2-grams:\n\\end\\\n")
              .model();
      assertThat(model.next(1).probability(0)).isEqualTo(0.5, within(1e-12));
      assertThat(model.next(1).probability(1)).isEqualTo(0.5, within(1e-12));
    }
  }

  @Test
  void theSharesOfBothAreSpread() throws IOException {
    // 2/10 for the end, 3/10 for a, 4/10 for unknown words, and 1/10 or, for show, 1 for the start
    for (String start : new String[] {"-1", "-99", "0"}) {
      double unknown = start.equals("-1") ? 0.4 : 0.5;
      Arpa.Imported imported =
          read(
              "\\data\\\nngram 1=4\nngram 2=0\n\\1-grams:\n"
                  + (Math.log10(unknown) + "\t<unk>\t0\n")
                  + (start + "\t<s>\t0\n")
                  + "-0.6989700043360187\t</s>\n-0.5228787452803376\ta\t0\n\\2-grams:\n\\end\\\n");
      assertThat(imported.model().next(1).probability(0)).isEqualTo(0.4, within(1e-12));
      assertThat(imported.unknown()).isEqualTo(unknown / (0.5 + unknown), within(1e-12));
    }
  }

  @Test
  void aWrongSumIsToldWithTheShareOfUnknownWords() {
    String half = "-0.3010299956639812";
    assertMalformed(AB.replace("-99\t<unk>", half + "\t<unk>"), 7, "have the sum 1.50000");
  }

  @Test
  void pairsThatCanNotOccurHereArePassedOver() throws IOException {
    String more = "-1	</s> a\n-1	<unk> a\n-99	<s> <s>\n-99	a <unk>\n";
    assertReadsAsAb(AB.replace("2=1", "2=5").replace("<s> a\n", "<s> a\n" + more));
  }

  @Test
  void theBackoffPlaysNoPartWhereAllIsListed() throws IOException {
    String row = "-0.3010299956639812	<s> </s>\n-0.6020599913279624	<s> b\n";
    assertReadsAsAb(
        AB.replace("2=1", "2=3").replace("<s> a\n", "<s> a\n" + row).replace("<s>\t0", "<s>\t300"));
  }

  @Test
  void theBackoffIsDividedWithItsRowWhereItPlaysNoPartToo() throws IOException {
    // After a: 0.25 for the end, 0.25 for a, and 0.5 for unknown words, which are taken away.
    BackoffModel model =
        read("""
            \\data\\
            ngram 1=4
            ngram 2=3
            \\1-grams:
            -99	<unk>
            -99	<s>	0
            -0.3010299956639812	</s>
            -0.3010299956639812	a	-0.6020599913279624
            \\2-grams:
            -0.6020599913279624	a </s>
            -0.6020599913279624	a a
            -0.3010299956639812	a <unk>
            \\end\\
            """)
            .model();
    assertThat(model.backoff(1)).isEqualTo(0.5, within(1e-12)); // which was 0.25
  }

  @Test
  void aRowMayMissOneByAThousandthAndIsDivided() throws IOException {
    BackoffModel model = read(AB.replace(LOG_OF_A_QUARTER + "	<s> a", "-0.6007	<s> a")).model();
    double a = Math.pow(10, -0.6007);
    assertThat(a).isBetween(0.2506, 0.2509);
    assertThat(model.next().probability(1)).isEqualTo(a / (a + 0.75), within(1e-12));
    assertThat(model.next().probability(0)).isEqualTo(0.5 / (a + 0.75), within(1e-12));
  }

  @Test
  void aRowThatDoesNotSumToOneIsAnErrorThatNamesTheContext() {
    // A half and 3/4 are 1 / 4 too much; the logarithm of 0.252061 is -0.5985.
    assertChangeMalformed(
        LOG_OF_A_QUARTER + "\t<s> a", LOG_OF_A_HALF + "\t<s> a", 7, "after '<s>'", "sum 1.25000");
    assertMalformed(
        AB.replace(LOG_OF_A_QUARTER + "	<s> a", "-0.5985	<s> a"), 7, "1.00206", "not 1 within");
    assertChangeMalformed("\tb\t0", "\t<U+0009>\t-1", 10, "after '<U+0009>'", "0.100000");
    assertChangeMalformed("\tb\t0", "\tb\t-99", 10, "after 'b'", "0.00000");
    assertChangeMalformed("\tb\t0", "\tb\t300", 10, "after 'b'", "1.00000e+300");
    assertChangeMalformed("\tb\t0", "\tb\t309", 10, "'309' is too large");
  }

  @Test
  void aContextThatKnowsOnlyUnknownWordsIsAnError() {
    assertChangeMalformed("-0.6020599913279624	<s> a", "0	<s> <unk>", 7, "'<s>'");
    assertMalformed(
        AB.replace("<s>\t0", "<s>\t-99").replace("-0.6020599913279624	<s> a", "0	<s> <unk>"),
        7,
        "after '<s>'");
  }

  @Test
  void noPossibleWordIsAnError() {
    assertMalformed(
        AB.replaceAll("-0[0-9.]+", "-99").replace("-99	<unk>", "0	<unk>"), 15, "is possible");
  }

  @Test
  void wordsOfSeveralCharactersAreErrorsThatNameThem() {
    assertChangeMalformed("a\t0", "the\t0", 9, "'the'", "only character models");
    assertChangeMalformed("<s> a", "<s> the", 13, "'the'", "only character models");
    for (String word :
        new String[] {
          "<U+>",
          "<U+0020",
          "<U+xyz>",
          "<U+D800>",
          "<U+110000>",
          "<U+0000020>",
          "<u+0020>",
          "U+0020"
        }) {
      assertChangeMalformed("a\t0", word + "\t0", 9, "'" + word + "'", "only character models");
    }
  }

  @Test
  void aWordComesOnce() {
    assertChangeMalformed("b\t0", "a\t0", 10, "'a' is the same word as that of line 9");
    assertChangeMalformed("b\t0", "<U+0061>\t0", 10, "'<U+0061>'", "line 9");
    assertChangeMalformed("b\t0", "<UNK>\t0", 10, "'<UNK>'", "line 6");
  }

  @Test
  void aPairComesOnce() {
    assertMalformed(
        AB.replace("2=1", "2=3").replace("<s> a\n", "<s> a\n-1\t<s> b\n\n-1\t<s> a\n"),
        16,
        "this 2-gram is the same as that of line 13");
  }

  @Test
  void everyWordOfAPairIsAmongTheSingleOnes() {
    assertChangeMalformed("<s> a", "<s> c", 13, "'c' is not among the 1-grams");
    assertChangeMalformed("<s> a", "c a", 13, "'c' is not among the 1-grams");
    assertMalformed(
        AB.replace("5\n", "4\n").replace("-99\t<unk>\t0\n", "").replace("<s> a", "<s> <unk>"),
        12,
        "'<unk>' is not among");
  }

  @Test
  void theStartAndTheEndAreThere() {
    assertMalformed(AB.replace("\t<s>", "\tc"), 12, "there is no <s> among the 1-grams");
    assertMalformed(AB.replace("\t</s>", "\tc"), 12, "there is no </s> among the 1-grams");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "NaN", "x", "1e", "--1", "0x1p3", "1,5", "inf", "1d", "-"})
  void aNumberThatIsNoneIsAnErrorThatNamesIt(String number) {
    String problem = "'" + number + "' is not a number";
    assertChangeMalformed("\tb\t0", "\tb\t" + number, 10, problem);
    assertChangeMalformed(LOG_OF_A_QUARTER + "\ta", number + "\ta", 9, problem);
    assertChangeMalformed(LOG_OF_A_QUARTER + "\t<s>", number + "\t<s>", 13, problem);
  }

  @Test
  void aNumberMustNotBeLongBeyondReason() {
    assertChangeMalformed("\tb\t0", "\tb\t0." + "0".repeat(1_000), 10, "is not a number");
  }

  @Test
  void aLogarithmAboveZeroIsNoProbability() {
    for (String log :
        new String[] {"0.1", "4.342e-4", "1e300", "99999"}) { // 10^0.0004342 = 1.0010003
      String problem = "'" + log + "' is above 0";
      assertChangeMalformed(
          LOG_OF_A_QUARTER + "	<s> a", log + "	<s> a", 13, problem, "logarithms to the base 10");
      assertChangeMalformed(LOG_OF_A_HALF + "	</s>", log + "	</s>", 8, problem, "0.000434");
    }
  }

  /**
   * 10 to the power of 4.34295e-8 is 1.0000001, as a sum of floats may be. KenLM's readers call it
   * a bug of IRSTLM and take 0 in its place, if they are told to.
   */
  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.0", "4.34295e-08", "4.340e-4"}) // 10^0.000434 = 1.0009998
  void aLogarithmThatRoundingHasTakenAboveZeroIsZero(String log) throws IOException {
    BackoffModel model =
        read("""
                \\data\\
                ngram 1=4
                ngram 2=3
                \\1-grams:
                -99 <s> -99
                -0.30103 </s>
                -0.60206 a -0.17609125
                -0.60206 b -99
                \\2-grams:
                LOG <s> a
                -0.30103 a b
                LOG b </s>
                \\end\\
                """
                .replace("LOG", log))
            .model();
    assertThat(model.next().probability(1)).isEqualTo(1); // not a little more
    assertThat(model.next(2).probability(0)).isEqualTo(1);
    assertThat(model.next(1).probability(2)).isEqualTo(0.5, within(1e-6));
  }

  @Test
  void anOrderWithoutNgramsIsNoOrder() throws IOException {
    assertReadsAsAb(
        AB.replace("2=1\n", "2=1\nngram 3=0\n").replace("\\end", "\\3-grams:\n\n\\end"));
    assertReadsAsAb(AB.replace("2=1\n", "2=1\nngram 3=0\nngram 4=0\n")); // no empty sections
    assertMalformed(
        AB.replace("2=1\n", "2=1\nngram 3=0\n").replace("\\end", "\\3-grams:\n-1 a a a\n\\end"),
        17,
        "0 3-grams; this is one more");
    assertChangeMalformed("2=1\n", "2=1\nngram 3=0\nngram 17=2\n", 5, "a model of 17-grams");
    assertChangeMalformed("2=1\n", "2=1\nngram 4=0\n", 4, "the number of 3-grams should be");
  }

  @Test
  void aFileWithoutBigramsIsAUnigramFile() throws IOException {
    String unigrams =
        "\\data\\\nngram 1=3\nngram 2=0\n\\1-grams:\n-0.4771213\t</s>\n-0.4771213\ta\n-0.4771213\tb\n";
    for (String rest : new String[] {"\\end\\", "\\2-grams:\n\\end\\"}) {
      BackoffModel model = read(unigrams + rest).model();
      assertThat(model.next(1).probability(2)).isEqualTo(1.0 / 3, within(1e-12));
    }
  }

  @Test
  void aUnigramFileNeedsNoStart() throws IOException {
    String thirds =
        "\\data\\\nngram 1=3\n\\1-grams:\n-0.4771213\t</s>\n-0.4771213\ta\n-0.4771213\tb\n\\end\\\n";
    BackoffModel model = read(thirds).model();
    assertThat(model.vocabulary()).isEqualTo(Vocabulary.of("ab"));
    for (int context = 0; context < 3; context++) {
      assertThat(model.next(context).probability(0)).isEqualTo(1.0 / 3, within(1e-12));
    }
    assertMalformed(thirds.replace("-0.4771213\tb", "-0.5\tb"), 7, "1-grams have the sum 0.982894");
    assertMalformed(thirds.replace("</s>", "<s>"), 7, "there is no </s> among the 1-grams");
  }

  @Test
  void theLongestNgramsMayHaveABackoffOfOne() throws IOException {
    for (String zero : new String[] {"0", "-0", "0.0000", "4e-10"}) {
      assertReadsAsAb(AB.replace("<s> a", "<s> a\t" + zero));
      BackoffModel model =
          read("\\data\\\nngram 1=1\n\\1-grams:\n0 </s> " + zero + "\n\\end\\\n").model();
      assertThat(model.next().probability(0)).isEqualTo(1);
    }
  }

  @Test
  void anotherBackoffOfTheLongestNgramsBelongsToAHigherOrder() {
    for (String backoff : new String[] {"-0.3010300", "0.1", "-99"}) {
      assertChangeMalformed(
          "<s> a",
          "<s> a\t" + backoff,
          13,
          "the backoff '" + backoff + "' belongs to a model of a higher order",
          "no 3-grams");
      assertMalformed(
          "\\data\\\nngram 1=1\nngram 2=0\n\\1-grams:\n0 </s> " + backoff + "\n\\end\\\n",
          5,
          "the backoff '" + backoff + "' belongs to a model of a higher order",
          "no 2-grams");
    }
    assertChangeMalformed("<s> a", "<s> a\tx", 13, "'x' is not a number");
  }

  @Test
  void aSpaceMayBeCalledSpace() throws IOException {
    for (String space : new String[] {"<space>", "<SPACE>"}) {
      BackoffModel model =
          read(AB.replace("a\t0", space + "\t0").replace("<s> a", "<s> " + space)).model();
      assertThat(model.vocabulary()).isEqualTo(Vocabulary.of(" b"));
      assertThat(model.next().probability(1)).isEqualTo(0.25, within(1e-15));
      String again = new String(ArpaCheck.written(model), StandardCharsets.UTF_8);
      assertThat(again).contains("\t<U+0020>\t").doesNotContain("pace>");
      assertThat(read(again).model().next()).isEqualTo(model.next());
    }
    assertChangeMalformed(
        "a\t0\n", "<space>\t0\n-1\t<U+0020>\t0\n", 10, "'<U+0020>' is the same word");
  }

  @Test
  void aLetterOfSeveralCharactersIsNamedAsSuch() {
    assertChangeMalformed(
        "a\t0", "e\u0301\t0", 9, "is 2: U+0065 U+0301;", "NFC, which has the one character U+00E9");
    assertChangeMalformed(
        "<s> a", "<s> \u1100\u1161", 13, "is 2: U+1100 U+1161;", "one character U+AC00");
    assertChangeMalformed(
        "a\t0", "q\u0301\t0", 9, "is 2: U+0071 U+0301;", "every word is one code point");
    assertChangeMalformed("a\t0", "a" + "\u0301".repeat(9) + "\t0", 9, "is 10: U+0061", "...;");
    assertChangeMalformed("a\t0", "ea\u0301\t0", 9, "is a word of several characters");
  }

  @Test
  void lineFormsAreChecked() {
    assertChangeMalformed("\ta\t0", "\ta\t0\t0", 9, "a 1-gram is");
    assertChangeMalformed("-0.6020599913279624\ta\t0", "a", 9, "a 1-gram is");
    assertChangeMalformed("<s> a", "<s>", 13, "a 2-gram is");
    assertChangeMalformed("<s> a", "<s> a 0 0", 13, "a 2-gram is");
  }

  @Test
  void countsAreThoseOfTheLines() {
    assertChangeMalformed("1=5", "1=6", 12, "6 1-grams; there are 5");
    assertChangeMalformed("1=5", "1=4", 10, "4 1-grams; this is one more");
    assertChangeMalformed("2=1", "2=2", 15, "2 2-grams; there are 1");
    assertChangeMalformed("2=1", "2=0", 13, "0 2-grams; this is one more");
    assertChangeMalformed("2=1", "2=999999999999999999", 15, "there are 1 above");
  }

  @Test
  void theHeaderIsChecked() {
    assertChangeMalformed("ngram 1=5\n", "", 2, "the number of 1-grams should be");
    assertChangeMalformed("ngram 1=5\nngram 2=1\n", "", 3, "the number of 1-grams should be");
    assertChangeMalformed("ngram 2=1\n", "ngram 1=5\n", 3, "the number of 2-grams should be");
    assertChangeMalformed("ngram 1=5", "ngram 1", 2, "such as 'ngram 1=29'");
    assertChangeMalformed("ngram 1=5", "ngram 1=-5", 2, "such as 'ngram 1=29'");
    assertChangeMalformed("ngram 1=5", "ngram 1=99999999999999999999", 2, "such as 'ngram 1=29'");
    assertChangeMalformed("ngram 1=5", "ngram 0=5", 2, "the number of 1-grams should be");
    assertChangeMalformed("2=1\n", "2=1\nngram 17=7\n", 4, "17-grams; only models of 16-grams");
  }

  @Test
  void sectionsComeInTheirOrder() {
    assertChangeMalformed("\\1-grams:", "\\2-grams:", 5, "'\\1-grams:' should be");
    assertChangeMalformed("\\2-grams:", "\\end\\", 12, "'\\2-grams:' should be");
    assertChangeMalformed("\\2-grams:", "\\2-grams: x", 12, "'\\2-grams:' should be");
    assertChangeMalformed("\\end\\", "\\3-grams:", 15, "'\\end\\' should be");
    assertMalformed(AB + "class-1 a b\n", 16, "something after the line '\\end\\'");
  }

  @Test
  void aFileWithoutDataIsSomethingElse() {
    assertMalformed("", 1, "there is no line '\\data\\'");
    assertMalformed("emma\nolivia\n", 2, "there is no line '\\data\\'");
  }

  @Test
  void aFileThatIsCutShortIsToldByItsLastLine() {
    for (int end = AB.indexOf("\\data\\") + 6; end < AB.length() - 1; end++) {
      String start = AB.substring(0, end);
      assertThatThrownBy(() -> read(start))
          .as(start)
          .isInstanceOf(MalformedModelException.class)
          .hasMessageMatching("(?s)m:" + start.lines().count() + ": .*");
    }
    assertMalformed(
        AB.substring(0, AB.indexOf("\n\\end\\")), 13, "the file ends here", "cut short");
  }

  @Test
  void aLineWithoutEndIsNotKept() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }
        };
    assertThatThrownBy(() -> Arpa.read(endless, "m"))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith("m:1: this line is longer than");
  }

  @Test
  void brokenUtf8IsAnErrorOfItsLine() {
    byte[] bytes = AB.getBytes(StandardCharsets.UTF_8);
    bytes[AB.indexOf("a\t0")] = (byte) 0xFF;
    assertThatThrownBy(() -> Arpa.read(new ByteArrayInputStream(bytes), "m"))
        .hasMessage("m:9: this line is not valid UTF-8");
  }

  @Test
  void moreBigramsThanAtFirstThereIsRoomForAreRead() throws IOException {
    StringBuilder unigrams = new StringBuilder("0\t<s>\t0\n-2\t</s>\n");
    StringBuilder bigrams = new StringBuilder();
    for (int i = 0; i < 99; i++) {
      String character = Character.toString(0x4E00 + i);
      unigrams.append("-2\t").append(character).append("\t0\n");
      bigrams.append("-2\t<s> ").append(character).append("\n");
      bigrams.append("-2\t\u4E00 ").append(character).append("\n");
    }
    BackoffModel model =
        read("\\data\\\nngram 1=101\nngram 2=198\n\\1-grams:\n"
                + unigrams
                + "\\2-grams:\n"
                + bigrams
                + "\\end\\\n")
            .model();
    assertThat(model.row(0)).hasSize(99);
    assertThat(model.row(1)).hasSize(99);
    assertThat(model.row(2)).isEmpty();
  }

  /** P(unk) is 0.25 and 0.1 after a; kept, it is the probability of every other character. */
  @Test
  void theUnknownWordIsKeptIfThatIsAskedFor() throws IOException {
    String file =
        """
        \\data\\
        ngram 1=4
        ngram 2=2

        \\1-grams:
        -0.6020599913279624 <unk> 0
        -99 <s> 0
        -0.3010299956639812 </s>
        -0.6020599913279624 a 0.07918124604762482

        \\2-grams:
        -1 a <unk>
        -0.5228787452803376 a a

        \\end\\
        """;
    Arpa.Imported kept =
        Arpa.read(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            "test",
            Arpa.Unknown.KEPT);
    Vocabulary vocabulary = kept.model().vocabulary();
    assertThat(kept.unknown()).isZero();
    assertThat(vocabulary).isEqualTo(Vocabulary.of("a").withUnknown());
    assertThat(kept.model().unigram(vocabulary.token('z'))).isEqualTo(0.25, within(1e-9));
    assertThat(kept.model().probability(vocabulary.token('z'), 1)).isEqualTo(0.1, within(1e-3));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Arpa.write(kept.model(), written);
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("ngram 1=4\n")
        .containsOnlyOnce("\t<unk>\t")
        .contains("\ta <unk>\n")
        .doesNotContain("\uFFFD");
    Arpa.Imported again =
        Arpa.read(new ByteArrayInputStream(written.toByteArray()), "written", Arpa.Unknown.KEPT);
    assertThat(again.model().next(1).probability(2))
        .isEqualTo(kept.model().next(1).probability(2), within(1e-12));
  }
}
