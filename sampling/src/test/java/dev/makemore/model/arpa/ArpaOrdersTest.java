package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.arpa.BackoffModel.ListedGram;
import dev.makemore.model.contract.ArpaScorer;
import dev.makemore.model.io.MalformedModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** ARPA files with n-grams of three words and more. */
class ArpaOrdersTest {

  private static final String QUARTER = "-0.6020599913279624";
  private static final String HALF = "-0.3010299956639812";

  /**
   * Unigrams of 1/2, 1/4, 1/4. After the start a comes with 1/2, and 2/3 of each other; after a, b
   * with 0.4, and 0.8 of each other. After {@code <s> a}, b comes with 0.7, and 0.3 is left for
   * what has 0.6 after a: the backoff is 1/2. After a b, the end comes with 1/4, and 3/4 is left
   * for what has 1/2 after b: the backoff is 3/2.
   */
  private static final String TRIGRAMS =
      """
      \\data\\
      ngram 1=5
      ngram 2=2
      ngram 3=2

      \\1-grams:
      -99	<unk>	0
      -99	<s>	-0.17609125905568127
      -0.3010299956639812	</s>
      -0.6020599913279624	a	-0.09691001300805639
      -0.6020599913279624	b	0

      \\2-grams:
      -0.3010299956639812	<s> a	-0.3010299956639812
      -0.3979400086720376	a b	0.17609125905568124

      \\3-grams:
      -0.1549019599857432	<s> a b
      -0.6020599913279624	a b </s>

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
    assertThat(TRIGRAMS).contains(line);
    assertMalformed(TRIGRAMS.replace(line, changed), at, problem);
  }

  /** The probabilities after a history, of the end, a and b. */
  private static void assertRow(BackoffModel model, int[] history, double... expected) {
    for (int token = 0; token < expected.length; token++) {
      assertThat(model.probability(token, history))
          .as("%d after %s", token, Arrays.toString(history))
          .isEqualTo(expected[token], within(1e-14));
    }
  }

  private static int[] history(int... tokens) {
    return tokens;
  }

  private static void assertReadsAsTrigrams(String arpa) throws IOException {
    assertThat(arpa).isNotEqualTo(TRIGRAMS);
    ArpaCheck.assertSame(read(arpa).model(), read(TRIGRAMS).model());
  }

  /** More n-grams of three words, and their number. */
  private static String withTrigrams(int more, String lines) {
    return TRIGRAMS
        .replace("3=2", "3=" + (2 + more))
        .replace("\n\n\\end", "\n" + lines + "\n\\end");
  }

  @Test
  void aFileOfTrigramsIsAModelOfOrderThree() throws IOException {
    BackoffModel model = read(TRIGRAMS).model();
    assertThat(model.order()).isEqualTo(3);
    assertThat(model.ngrams(2)).isEqualTo(2);
    assertThat(model.ngrams(3)).isEqualTo(2);
    assertThat(model.backoff(1, 2)).isEqualTo(1.5, within(1e-14));
    assertThat(model.row(0, 1).stream().map(ListedGram::next)).containsExactly(2);
    assertRow(model, history(), 1.0 / 3, 1.0 / 2, 1.0 / 6);
    assertRow(model, history(1), 0.2, 0.1, 0.7); // after the start and a
    assertRow(model, history(2), 0.5, 0.25, 0.25); // after the start and b nothing is known
    assertRow(model, history(1, 2), 0.25, 0.375, 0.375);
    assertRow(model, history(2, 1), 0.4, 0.2, 0.4); // after b a: as after a
    assertRow(model, history(2, 2), 0.5, 0.25, 0.25);
    assertRow(model, history(1, 1, 1, 2), 0.25, 0.375, 0.375); // no more than two tokens count
    assertRow(model, history(2, 0, 1), 0.2, 0.1, 0.7); // nor what was before the start
  }

  @Test
  void anotherReaderFindsTheSame() throws IOException {
    BackoffModel model = read(TRIGRAMS).model();
    ArpaScorer scorer = ArpaScorer.of(TRIGRAMS);
    for (String item : new String[] {"", "a", "b", "ab", "abba", "aabab", "bbaab"}) {
      double log = 0;
      int[] tokens = model.vocabulary().encode(item);
      for (int i = 0; i <= tokens.length; i++) {
        int next = i == tokens.length ? 0 : tokens[i];
        log += Math.log10(model.probability(next, Arrays.copyOf(tokens, i)));
      }
      List<String> words = item.codePoints().mapToObj(Character::toString).toList();
      assertThat((double) scorer.total(words)).isEqualTo(log, within(1e-5));
    }
  }

  @Test
  void aFileIsWrittenWithAllItsOrders() throws IOException {
    String written = new String(ArpaCheck.written(read(TRIGRAMS).model()), StandardCharsets.UTF_8);
    assertThat(written)
        .startsWith("\n\\data\\\nngram 1=5\nngram 2=2\nngram 3=2\n\n\\1-grams:\n-99\t<unk>\t0\n")
        .contains("\n\\2-grams:\n-0.3010299956639812\t<s> a\t-0.30102999566398")
        .contains("\ta b\t0.176091259055681")
        .contains("\n\n\\3-grams:\n-0.15490195998574", "\t<s> a b\n", "\ta b </s>\n\n\\end\\\n");
    ArpaCheck.assertSame(read(written).model(), read(TRIGRAMS).model());
  }

  @Test
  void linesOfASectionMayComeInAnyOrder() throws IOException {
    List<String> lines = List.of("-0.1549019599857432	<s> a b\n", QUARTER + "	a b </s>\n");
    assertReadsAsTrigrams(
        TRIGRAMS.replace(lines.get(0) + lines.get(1), lines.get(1) + lines.get(0)));
  }

  @Test
  void aMissingBackoffIsOneInEveryOrder() throws IOException {
    // After a b all is listed as after b: 1/2 for the end, and the same for a and b.
    String file =
        TRIGRAMS.replace("\t0.17609125905568124", "").replace(QUARTER + "	a b <", HALF + "	a b <");
    assertRow(read(file).model(), history(1, 2), 0.5, 0.25, 0.25);
  }

  @Test
  void aBackoffThatChangesNothingMakesNoContext() throws IOException {
    String file =
        TRIGRAMS
            .replace("2=2", "2=3")
            .replace("\\2-grams:", "\\2-grams:\n-.6020599913279624 b b 0");
    BackoffModel model = read(file).model();
    assertThat(model.ngrams(2)).isEqualTo(3);
    int[] contexts = {0};
    model.forEachContext(context -> contexts[0] += context.length == 2 ? 1 : 0);
    assertThat(contexts[0]).isEqualTo(2); // <s> a and a b
  }

  /** As SRILM prunes: a b a is not listed, so it has the backoff 1. */
  @Test
  void theContextOfAnNgramNeedNotBeListed() throws IOException {
    // After a b a: b has 0.4 as after a, so nothing changes.
    String file =
        TRIGRAMS
            .replace("3=2\n", "3=2\nngram 4=1\n")
            .replace("\n\n\\end", "\n\n\\4-grams:\n-0.3979400086720376 a b a b\n\\end");
    BackoffModel model = read(file).model();
    assertThat(model.order()).isEqualTo(4);
    assertThat(model.row(1, 2, 1)).hasSize(1);
    assertRow(model, history(1, 2, 1), 0.4, 0.2, 0.4);
    assertMalformed(
        file.replace("-0.3979400086720376 a b a b", HALF + " a b a b"),
        23,
        "the probabilities after 'a b a' have the sum 1.10000, not 1 within 0.001");
  }

  /** Neither b a nor a a is listed; the n-gram b a a is. */
  @Test
  void theEndOfAnNgramNeedNotBeListed() throws IOException {
    // After b a: a has 0.2 as after a.
    BackoffModel model = read(withTrigrams(1, "-0.6989700043360187	b a a\n")).model();
    assertRow(model, history(2, 1), 0.4, 0.2, 0.4);
    String again = new String(ArpaCheck.written(model), StandardCharsets.UTF_8);
    assertThat(again).contains("ngram 2=3\n", QUARTER + "\tb a\t0\n", "\tb a a\n");
    ArpaCheck.assertSame(read(again).model(), model);
  }

  @Test
  void theSharesOfUnknownWordsAreSpreadAtEveryLevel() throws IOException {
    // After b, 1/2 is for unknown words: 1/4 for the end, 1/8 for a and b. After a b, the end has
    // 1/4, and 3/4 is left of 3/4 after b: 1/8 for a and b, and 1/2 for unknown words.
    String file =
        TRIGRAMS
            .replace("b	0\n", "b	" + HALF + "\n")
            .replace("2=2", "2=3")
            .replace("\n\n\\3-", "\n" + HALF + "	b <unk>\n\n\\3-")
            .replace("\t0.17609125905568124", "\t0");
    Arpa.Imported imported = read(file);
    assertRow(imported.model(), history(2, 2), 0.5, 0.25, 0.25);
    assertRow(imported.model(), history(1, 2), 0.5, 0.25, 0.25);
    assertThat(imported.unknown()).isEqualTo(0.5, within(1e-14));
    // In a b alone, 0.9 is for unknown words, and 0.025 for each of a and b.
    Arpa.Imported listed =
        read(
            withTrigrams(1, "-0.045757490560675115	a b <unk>\n")
                .replace(QUARTER + "	a b <", "-1.3010299956639813	a b <")
                .replace("\t0.17609125905568124", "\t-1"));
    assertRow(listed.model(), history(1, 2), 0.5, 0.25, 0.25);
    assertThat(listed.unknown()).isEqualTo(0.9, within(1e-14));
  }

  @Test
  void theShareOfTheStartIsSpreadAtEveryLevel() throws IOException {
    // After a b: 1/4 for the end, and half of what a and b have after b, 1/8 each; 1/2 for <s>.
    BackoffModel model =
        read(withTrigrams(1, HALF + "	a b <s>\n").replace("\t0.17609125905568124", "\t" + HALF))
            .model();
    assertRow(model, history(1, 2), 0.5, 0.25, 0.25);
  }

  /** Nothing asks for them: an item starts with one start, and ends where it ends. */
  @Test
  void ngramsThatCanNotOccurAreCheckedAndLeftOut() throws IOException {
    String more =
        "-1	<s> <s> a\n-1	a <s> b\n-1	a </s> b\n-1	</s> a b\n-1	<unk> a b\n-1	a <unk> b\n";
    assertReadsAsTrigrams(withTrigrams(6, more));
    assertReadsAsTrigrams(
        TRIGRAMS
            .replace("2=2", "2=4")
            .replace("\\2-grams:", "\\2-grams:\n-99 a <s> 7\n-1 </s> a -3"));
    assertMalformed(withTrigrams(2, "-1	<s> <s> a\n-1	<s> <s> a\n"), 21, "same as that of line 20");
    assertMalformed(withTrigrams(1, "-1	a </s> c\n"), 20, "'c' is not among the 1-grams");
    assertMalformed(withTrigrams(1, "1	a </s> a\n"), 20, "'1' is above 0");
  }

  @Test
  void anNgramComesOnce() {
    assertMalformed(
        withTrigrams(1, "-1	<s> a b\n"), 20, "this 3-gram is the same as that of line 18");
    assertMalformed(
        withTrigrams(1, "-1	<S> <U+0061> b\n"), 20, "this 3-gram is the same as that of line 18");
  }

  @Test
  void aRowThatDoesNotSumToOneIsAnErrorThatNamesTheLineOfItsContext() {
    assertChangeMalformed(
        QUARTER + "	a b </s>",
        HALF + "	a b </s>",
        15,
        "the probabilities after 'a b' have the sum 1.25000, not 1 within 0.001");
    assertChangeMalformed("a b	0.17609125905568124", "a b	0", 15, "after 'a b'", "0.750000");
    assertChangeMalformed("a b	0.17609125905568124", "a b	309", 15, "'309' is too large");
  }

  @Test
  void aRowMayMissOneByAThousandthAndIsDivided() throws IOException {
    BackoffModel model = read(TRIGRAMS.replace(QUARTER + "	a b <", "-0.6007	a b <")).model();
    double end = Math.pow(10, -0.6007);
    assertRow(model, history(1, 2), end / (end + 0.75), 0.375 / (end + 0.75), 0.375 / (end + 0.75));
  }

  @Test
  void linesAndSectionsAreChecked() {
    assertChangeMalformed("a b </s>", "a b", 19, "a 3-gram is a logarithm and 3 words");
    assertChangeMalformed("a b </s>", "a b </s> 0 0", 19, "a 3-gram is a logarithm and 3 words");
    assertChangeMalformed(
        "<s> a	-0.3", "<s> a b	-0.3", 14, "a 2-gram is a logarithm and 2 words, and perhaps");
    assertChangeMalformed("3=2", "3=3", 21, "3 3-grams; there are 2 above");
    assertChangeMalformed("3=2", "3=1", 19, "1 3-grams; this is one more");
    assertChangeMalformed("\\3-grams:", "\\4-grams:", 17, "'\\3-grams:' should be here");
    assertChangeMalformed("a b </s>", "a b the", 19, "'the' is a word of several characters");
    assertChangeMalformed("a b </s>", "a b </s> -1", 19, "of a higher order", "no 4-grams");
    assertChangeMalformed("ngram 2=2\n", "", 3, "the number of 2-grams should be");
  }

  @Test
  void theLongestNgramsMayHaveABackoffOfOne() throws IOException {
    assertReadsAsTrigrams(TRIGRAMS.replace("a b </s>", "a b </s>\t0"));
  }

  @Test
  void anOrderInTheMiddleMayBeEmpty() throws IOException {
    // After a a: half for a, and 2/3 of the unigrams of the others.
    String file =
        """
        \\data\\
        ngram 1=4
        ngram 2=0
        ngram 3=1
        \\1-grams:
        -99 <s>
        -0.3010299956639812 </s>
        -0.6020599913279624 a
        -0.6020599913279624 b
        \\2-grams:
        \\3-grams:
        -0.6020599913279624 a a a
        \\end\\
        """;
    BackoffModel model = read(file).model();
    assertThat(model.order()).isEqualTo(3);
    assertRow(model, history(1, 1), 0.5, 0.25, 0.25);
    ArpaCheck.assertSame(ArpaCheck.read(ArpaCheck.written(model)), model);
  }

  @Test
  void theLargestOrderIsRead() throws IOException {
    StringBuilder file = new StringBuilder("\\data\\\nngram 1=3\n");
    IntStream.rangeClosed(2, 16).forEach(n -> file.append("ngram " + n + "=1\n"));
    file.append("\\1-grams:\n-99 <s>\n" + HALF + " </s>\n" + HALF + " a\n");
    for (int n = 2; n <= 16; n++) {
      file.append("\\" + n + "-grams:\n" + HALF + " " + "a ".repeat(n) + "\n");
    }
    BackoffModel model = read(file + "\\end\\\n").model();
    assertThat(model.order()).isEqualTo(16);
    assertThat(model.row(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})).hasSize(1);
    ArpaCheck.assertSame(ArpaCheck.read(ArpaCheck.written(model)), model);
  }
}
