package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.makemore.model.Vocabulary;
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
            # sha256:""");
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
