package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModelKind;
import dev.makemore.model.contract.Sealed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be read back is not written. */
class ModelWriterTest {

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ModelWriter writer =
      ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of("ab"));

  private String written() {
    writer.end();
    return file.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileHasHeadersAndColumnsAndRows() {
    writer.header("k", 2);
    writer.columns("value");
    writer.row(ModelWriter.ANY, 2, 0.5);
    writer.row(0, 1, 7);
    assertThat(written())
        .startsWith(
            """
            # makemore model 1
            # kind: backoff
            # module: dev.makemore.sampling
            # characters: ab
            # k: 2
            context\tnext\tvalue
            \tb\t0.5
            .\ta\t7
            # sha256:\
            """);
  }

  @Test
  void numbersAreWrittenInFull() {
    writer.header("whole", Long.MAX_VALUE);
    writer.header("third", 1.0 / 3);
    writer.columns("value");
    writer.row(0, 1, Long.MAX_VALUE);
    assertThat(written())
        .contains("\n# whole: 9223372036854775807\n# third: 0.3333333333333333\n")
        .contains("\n.\ta\t9223372036854775807\n");
  }

  @Test
  void whatTheFormatNeedsForItselfOrNobodySeesIsEscaped() {
    Vocabulary vocabulary = Vocabulary.of("\0\t\n \"#.\\a\u200B\u20AC");
    ModelWriter escaping = ModelWriter.begin(file, new BackoffModelKind(), vocabulary);
    escaping.columns("value");
    escaping.row(8, 9, 1);
    escaping.end();
    assertThat(file.toString(StandardCharsets.UTF_8))
        .contains(
            "# characters: \\u{0}\\u{9}\\u{A}\\u{20}\\u{22}\\u{23}\\u{2E}\\u{5C}a\\u{200B}\u20AC\n")
        .contains("\n\\u{5C}\ta\t1\n");
  }

  /** Longer than what is written at once. */
  @Test
  void aLongFileHasEachOfItsLinesOnce() {
    StringBuilder lines =
        new StringBuilder(
            """
            # makemore model 1
            # kind: backoff
            # module: dev.makemore.sampling
            # characters: ab
            """);
    for (int i = 0; i < 97; i++) { // and the three above
      String value = Integer.toString(i).repeat(1_000);
      writer.header("k" + i, value);
      lines.append("# k" + i + ": " + value + "\n");
    }
    writer.columns("value");
    lines.append("context\tnext\tvalue\n");
    assertThat(written()).isEqualTo(Sealed.text(lines.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "a: b", "a\nb", "sha256", "\uD800"})
  void aKeyThatWouldReadAsAnotherIsRefused(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> writer.header(key, "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "\n", "\uDC00"})
  void aValueThatWouldReadAsAnotherIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> writer.header("k", value));
    assertThatIllegalArgumentException().isThrownBy(() -> writer.columns(value));
  }

  @Test
  void aHeaderIsGivenOnce() {
    writer.header("k", 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.header("k", 1))
        .withMessage("header k is given twice");
    assertThatIllegalArgumentException().isThrownBy(() -> writer.header("characters", "ab"));
  }

  /** The line # k: v has 65,536 bytes with its line feed, if the value has 65,530. */
  @Test
  void whatIsTooLongToBeReadIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.header("k", "v".repeat(65_531)))
        .withMessage("header 'k' has more than 65536 bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.header("l", "\u00E9".repeat(32_766)));
    writer.header("m", "v".repeat(65_530));
    for (int i = 4; i < 100; i++) {
      writer.header("k" + i, i);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.header("k100", 100))
        .withMessage("a model has at most 100 headers");
    assertThatIllegalArgumentException().isThrownBy(() -> writer.columns("v".repeat(65_523)));
    writer.columns("v".repeat(65_522));
  }

  @Test
  void headersColumnsAndRowsHaveTheirOrder() {
    assertThatIllegalStateException().isThrownBy(() -> writer.row(0, 1, 1));
    assertThatIllegalStateException().isThrownBy(writer::end);
    writer.columns("value");
    assertThatIllegalStateException().isThrownBy(() -> writer.columns("value"));
    assertThatIllegalStateException().isThrownBy(() -> writer.header("k", 1));
  }

  @Test
  void rowsAscend() {
    writer.columns("value");
    writer.row(1, 1, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.row(1, 1, 6))
        .withMessageEndingWith("a\ta\t6");
    assertThatIllegalArgumentException().isThrownBy(() -> writer.row(0, 2, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> writer.row(1, ModelWriter.ANY, 6));
    writer.row(1, 2, 6);
    assertThat(written()).contains("a\ta\t5\na\tb\t6\n# sha256");
  }

  @Test
  void aRowIsOfTokensAndAFiniteNumber() {
    writer.columns("value");
    assertThatIllegalArgumentException().isThrownBy(() -> writer.row(0, 3, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> writer.row(0, 1, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.row(0, 1, Double.NEGATIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of())
                    .header("k", Double.POSITIVE_INFINITY));
  }
}
