package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.model.contract.Sealed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReaderTest {

  private static final String MAGIC = "# makemore model 1";
  private static final String CHARACTERS = "# characters: ab";
  private static final String COLUMNS = "context\tnext\tvalue";

  /** What is left of it is more than any of the limits. */
  private static final InputStream ENDLESS =
      new InputStream() {
        @Override
        public int read() {
          return 'a';
        }
      };

  private static void assertMalformed(InputStream file, long line, String problem) {
    assertThatThrownBy(() -> rowsOf(file))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith("m:" + line + ": ")
        .hasMessageContaining(problem)
        .extracting(e -> ((MalformedModelException) e).line())
        .isEqualTo(line);
  }

  private static InputStream sealed(String... lines) {
    return Sealed.file(String.join("\n", lines) + "\n");
  }

  /** The rows of a file with a third column {@code value}, one after the other. */
  private static String rowsOf(InputStream file) throws IOException {
    StringBuilder rows = new StringBuilder();
    ModelReader.begin(file, "m")
        .rowsWithAny("value", (c, n, v) -> rows.append(c + " " + n + " " + v.text() + "\n"));
    return rows.toString();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void rowsComeWithTheirTokens() throws IOException {
    InputStream file =
        sealed(MAGIC, CHARACTERS, COLUMNS, "\ta\t1", "\tb\t2", ".\t\tx", ".\ta\t", "b\t.\t-3");
    assertThat(rowsOf(file)).isEqualTo("-1 1 1\n-1 2 2\n0 -1 x\n0 1 \n2 0 -3\n");
  }

  @Test
  void headersAreReadBeforeTheRows() throws IOException {
    ModelReader reader =
        ModelReader.begin(sealed(MAGIC, "# k: v: w", CHARACTERS, "# e: ", COLUMNS), "m");
    assertThat(reader.header("k")).isEqualTo(new Field("m", 2, "v: w"));
    assertThat(reader.header("e").text()).isEmpty();
    assertThat(reader.vocabulary().size()).isEqualTo(3);
  }

  @Test
  void theCharacterZeroIsALetterLikeAnyOther() throws IOException {
    ModelReader reader = ModelReader.begin(sealed(MAGIC, "# k: \0v", CHARACTERS, COLUMNS), "m");
    assertThat(reader.header("k").text()).isEqualTo("\0v");
  }

  @Test
  void charactersCanBeEscaped() throws IOException {
    InputStream file =
        sealed(
            MAGIC,
            "# characters: \\u{0}\\u{9}\\u{2E}a\u00E9\\u{1F600}",
            COLUMNS,
            "\\u{0}\t.\t0",
            "\\u{9}\t\\u{2E}\t1",
            "a\t\\u{E9}\t2",
            "\uD83D\uDE00\t.\t3");
    assertThat(rowsOf(file)).isEqualTo("1 0 0\n2 3 1\n4 5 2\n6 0 3\n");
  }

  @Test
  void somethingElseIsToldAtOnce() {
    assertMalformed(bytes("emma\nolivia\n"), 1, "this is not a makemore model");
    assertMalformed(bytes(""), 1, "this is not a makemore model");
    assertMalformed(ENDLESS, 1, "this is not a makemore model");
  }

  @Test
  void anArpaFileIsToldHowToBecomeAModel() {
    for (String above :
        new String[] {"", "\n", "\u00EF\u00BB\u00BF", "# by hand\r\n\r\n", "\n \t"}) {
      assertMalformed(
          bytes(above + "\\data\\\r\nngram 1=4\n"),
          1,
          "this is an ARPA file, not a makemore model;"
              + " import it first, as in 'makemore import words.arpa -o words.model'");
    }
    assertMalformed(bytes("see \\data\\\n"), 1, "this is not a makemore model");
    assertMalformed(bytes("\n".repeat(9_000)), 1, "this is not a makemore model");
  }

  @Test
  void aLaterVersionIsNotGuessedAt() {
    assertMalformed(sealed("# makemore model 1\r"), 1, "the file was converted");
    assertMalformed(sealed("# makemore model 2", "what ever"), 1, "version '2'");
  }

  @Test
  void headersAreChecked() {
    assertMalformed(sealed(MAGIC, "# nothing", COLUMNS), 2, "a key, a colon");
    assertMalformed(sealed(MAGIC, "# k: 1", "# k: 1", COLUMNS), 3, "'k' is given twice");
    assertMalformed(sealed(MAGIC, COLUMNS), 2, "no header '# characters: ...'");
    assertMalformed(sealed(MAGIC, CHARACTERS, "a\tb\tc"), 3, "context, next and value");
    assertMalformed(sealed(MAGIC, CHARACTERS), 3, "context, next and value");
  }

  @Test
  void theVocabularyIsChecked() {
    assertMalformed(sealed(MAGIC, "# characters: ba", COLUMNS), 2, "ascending");
    assertMalformed(sealed(MAGIC, "# characters: aa", COLUMNS), 2, "number 2");
    assertMalformed(sealed(MAGIC, "# characters: \\u{D800}", COLUMNS), 2, "U+D800");
    assertMalformed(sealed(MAGIC, "# characters: \\u{110000}", COLUMNS), 2, "U+110000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\u", "\\u{", "\\u{}", "\\u{g}", "\\u{a}", "\\u{1234567}", "\\n"})
  void anEscapeHasOneToSixUpperCaseHexadecimalDigits(String escape) {
    assertMalformed(sealed(MAGIC, "# characters: " + escape, COLUMNS), 2, "backslash");
  }

  @Test
  void rowsAreChecked() {
    assertMalformed(rows("a\tb"), 4, "a context, a next and a value");
    assertMalformed(rows("a\tb\t1\t2"), 4, "a context, a next and a value");
    assertMalformed(rows("a\tb\t1", ""), 5, "a context, a next and a value");
    assertMalformed(rows("a\tc\t1"), 4, "'c' is neither a character");
    assertMalformed(rows("ab\ta\t1"), 4, "'ab' is neither a character");
    assertMalformed(rows("a\t\\u{}\t1"), 4, "is neither a character");
    assertMalformed(rows("a\tb\t1", "a\tb\t1"), 5, "each pair comes once");
    assertMalformed(rows("a\tb\t1", "a\ta\t1"), 5, "by context and then by next");
    assertMalformed(rows("b\t.\t1", "a\tb\t1"), 5, "by context and then by next");
    assertMalformed(rows("a\t.\t1", "a\t\t1"), 5, "by context and then by next");
  }

  private static InputStream rows(String... rows) {
    String[] lines = new String[rows.length + 3];
    lines[0] = MAGIC;
    lines[1] = CHARACTERS;
    lines[2] = COLUMNS;
    System.arraycopy(rows, 0, lines, 3, rows.length);
    return sealed(lines);
  }

  @Test
  void whatHoldsOfAnyTokenIsForKindsThatKnowIt() {
    assertThatThrownBy(() -> ModelReader.begin(rows("\ta\t1"), "m").rows("value", (c, n, v) -> {}))
        .hasMessageStartingWith("m:4: '' is neither");
  }

  @Test
  void theChecksumIsThatOfAllLinesBefore() {
    String text = Sealed.text(String.join("\n", MAGIC, CHARACTERS, COLUMNS, "a\tb\t12", ""));
    assertMalformed(bytes(text.replace("12", "21")), 5, "the checksum is not that");
    assertMalformed(bytes(text.replace("12\n", "12\na\ta\t1\n")), 5, "by context");
    assertMalformed(bytes(text + "\n"), 6, "after the checksum");
    assertMalformed(bytes(text + "\0"), 6, "after the checksum");
    assertMalformed(bytes(text.substring(0, text.length() - 1)), 5, "cut short");
    assertMalformed(bytes(text.substring(0, text.indexOf("# sha"))), 5, "cut short");
  }

  @Test
  void whatFollowsTheChecksumIsNotRead() {
    assertMalformed(new SequenceInputStream(rows("a\tb\t1"), ENDLESS), 6, "after the checksum");
  }

  /** Each line of them has 65,536 bytes, as long as it may be. */
  @Test
  void linesAndHeadersCanBeAsManyAndAsLongAsTheFormatSays() throws IOException {
    StringBuilder file = new StringBuilder(MAGIC + "\n" + CHARACTERS + "\n");
    for (int i = 10; i < 109; i++) { // 100 with the characters
      String start = "# k" + i + ": ";
      file.append(start + "v".repeat(65_535 - start.length()) + "\n");
    }
    String whole = file + COLUMNS + "\n";
    assertThat(rowsOf(Sealed.file(whole))).isEmpty();
    assertMalformed(Sealed.file(file + "# k: v\n" + COLUMNS + "\n"), 102, "at most 100 headers");
    assertMalformed(Sealed.file(whole.replace("k10: v", "k10: vv")), 3, "longer than 65536 bytes");
  }

  @Test
  void allOfUnicodeIsAVocabularyThatCanBeReadAllEscaped() throws IOException {
    StringBuilder characters = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        characters.append(String.format("\\u{%X}", c));
      }
    }
    InputStream file = sealed(MAGIC, "# characters: " + characters, COLUMNS);
    // 1,114,112 code points without 2,048 surrogates, and the boundary
    assertThat(ModelReader.begin(file, "m").vocabulary().size()).isEqualTo(1_112_065);
  }

  @Test
  void aLineWithoutAnEndIsRefused() {
    assertMalformed(endless(MAGIC), 1, "longer than 65536 bytes");
    assertMalformed(endless(MAGIC + "\n# kind: "), 2, "longer than 65536 bytes");
    assertMalformed(endless(MAGIC + "\n# characters: "), 2, "longer than 16777216 bytes");
    assertMalformed(endless(MAGIC + "\n# charac"), 2, "longer than 65536 bytes");
    String start = String.join("\n", MAGIC, CHARACTERS, COLUMNS, "");
    assertMalformed(endless(start), 4, "longer than 65536 bytes");
  }

  private static InputStream endless(String start) {
    return new SequenceInputStream(bytes(start), ENDLESS);
  }

  @Test
  void whatIsNotUtf8IsToldWithItsLine() {
    assertMalformed(bytes(MAGIC + "\n# k: v\n# l: \u00E9\n"), 3, "not valid UTF-8");
  }

  @Test
  void longTextsAreCutInMessages() {
    String text = "x".repeat(60_000);
    assertThatThrownBy(() -> rowsOf(rows("a\t" + text + "\t1")))
        .hasMessageStartingWith("m:4: 'xxxxxx")
        .message()
        .hasSizeLessThan(200);
    String whole = "y".repeat(40);
    assertThatThrownBy(() -> rowsOf(rows("a\t" + whole + "\t1")))
        .hasMessageStartingWith("m:4: '" + whole + "' is neither");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "+1", "01", "1.0", "1e3", " 1", "1 ", "\u0661", "x"})
  void whatIsNoCountIsRefused(String text) {
    assertThatThrownBy(() -> new Field("m", 7, text).asCount())
        .isInstanceOf(MalformedModelException.class)
        .hasMessage("m:7: '" + text + "' is not a count; counts are whole numbers from 1 on");
  }

  @Test
  void countsGoUpToTheLargestLong() throws IOException {
    assertThat(new Field("m", 7, "9223372036854775807").asCount()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> new Field("m", 7, "9223372036854775808").asCount())
        .hasMessage("m:7: the count 9223372036854775808 is too large; 2^63 - 1 is the largest");
    assertThatThrownBy(() -> new Field("m", 7, "9".repeat(1_000_000)).asCount())
        .isInstanceOf(MalformedModelException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e5",
        "1d",
        "0x1p3",
        ".5",
        "1.",
        "00",
        "1E999"
      })
  void whatIsNoFiniteNumberIsRefused(String text) {
    assertThatThrownBy(() -> new Field("m", 7, text).asNumber())
        .isInstanceOf(MalformedModelException.class)
        .hasMessage(
            "m:7: '" + text + "' is not a finite number as Java writes it, such as -1.5 or 2E-7");
  }

  @Test
  void numbersAreReadToTheLastBit() throws IOException {
    assertThat(new Field("m", 7, "-2.5E-7").asNumber()).isEqualTo(-2.5e-7);
    assertThat(new Field("m", 7, "2E+23").asNumber()).isEqualTo(2e23);
    assertThat(new Field("m", 7, "-0.0").asNumber()).isEqualTo(-0.0);
  }

  /** Reads rows, or forgets to. */
  private record Kind(boolean readsRows) implements ModelKind {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public String module() {
      return "test";
    }

    @Override
    public Class<BackoffModel> type() {
      return BackoffModel.class;
    }

    @Override
    public void write(LanguageModel model, ModelWriter out) {
      out.columns("value");
    }

    @Override
    public BackoffModel read(ModelReader in) throws IOException {
      if (readsRows) {
        in.rows("value", (c, n, v) -> {});
      }
      return BackoffModel.builder(Vocabulary.of(), 2, 1).build();
    }
  }

  @Test
  void aKindThatReadsNoRowsIsAnErrorOfTheKind() throws IOException {
    ModelReader reader = ModelReader.begin(rows(), "m");
    assertThatThrownBy(() -> reader.model(new Kind(false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the rows of m were not read");
    assertThat(reader.model(new Kind(true)).vocabulary()).isEqualTo(Vocabulary.of());
  }
}
