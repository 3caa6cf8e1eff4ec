package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModelKind;
import dev.makemore.model.contract.Sealed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that hold the numbers of a network. */
class ParameterRowsTest {

  private static final String HEADER =
      """
      # makemore model 1
      # kind: backoff
      # module: dev.makemore.sampling
      # characters: ab
      parameter\tindex\tvalue
      """; // 5 lines

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ModelWriter writer =
      ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of("ab"));

  private static Map<String, double[]> read(String rows) throws IOException {
    return ModelReader.begin(Sealed.file(HEADER + rows), "m").parameters();
  }

  private static void assertMalformed(String rows, long line, String problem) {
    assertThatThrownBy(() -> read(rows))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith("m:" + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void eachNumberIsALineWithItsNameAndIndex() {
    writer.parameters();
    writer.parameter("b", 0.1, -2);
    writer.parameter("A/1.w-x_y", 1E-300);
    writer.end();
    assertThat(file.toString(StandardCharsets.UTF_8))
        .isEqualTo(Sealed.text(HEADER + "b\t0\t0.1\nb\t1\t-2\nA/1.w-x_y\t0\t1E-300\n"));
  }

  @Test
  void namesAreReadInTheOrderOfTheFile() throws IOException {
    Map<String, double[]> parameters = read("b\t0\t0.1\nb\t1\t-0.0\na\t0\t3\n");
    assertThat(parameters.keySet()).containsExactly("b", "a");
    assertThat(parameters.get("b")).containsExactly(0.1, -0.0);
    assertThat(parameters.get("a")).containsExactly(3);
    assertThatThrownBy(() -> parameters.put("c", new double[1]))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(read("")).isEmpty();
  }

  @Test
  void indicesCountFromZero() {
    assertMalformed("w\t1\t0.5\n", 6, "the next index of parameter w is 0, not '1'");
    assertMalformed("w\t0\t0.5\nw\t0\t0.5\n", 7, "the next index of parameter w is 1, not '0'");
    assertMalformed("w\t0\t1\nw\t01\t1\n", 7, "the next index of parameter w is 1, not '01'");
    assertMalformed("w\t2147483647\t0.5\n", 6, "the next index of parameter w is 0");
    assertMalformed("v\t0\t1\nw\t1\t0.5\n", 7, "the next index of parameter w is 0, not '1'");
  }

  @Test
  void theRowsOfANameAreTogether() {
    assertMalformed("w\t0\t1\nv\t0\t1\nw\t1\t1\n", 8, "the rows of parameter w must be together");
  }

  @Test
  void aRowIsANameAnIndexAndAFiniteNumber() {
    assertMalformed("w\t0\n", 6, "a row is a parameter, an index and a value");
    assertMalformed("w\t0\t1\t2\n", 6, "a row is a parameter, an index and a value");
    assertMalformed("w\t0\tNaN\n", 6, "'NaN' is not a finite number");
    assertMalformed("w\t0\t1E999\n", 6, "'1E999' is not a finite number");
    assertMalformed("\t0\t1\n", 6, "the name of a parameter has 1 to 100 letters");
    assertMalformed("v\t0\t1\n\t1\t1\n", 7, "this one is ''");
    assertMalformed("# w\t0\t1\n", 6, "this one is '# w'");
  }

  @Test
  void theColumnsSayWhatTheRowsHold() {
    String rows = HEADER.replace("parameter\tindex", "context\tnext");
    assertThatThrownBy(() -> ModelReader.begin(Sealed.file(rows), "m").parameters())
        .hasMessage(
            "m:5: the columns must be named here: parameter, index and value, separated by tabs");
    assertThatThrownBy(
            () -> ModelReader.begin(Sealed.file(HEADER), "m").rows("value", (c, n, v) -> {}))
        .hasMessageStartingWith("m:5: the columns must be named here: context, next and value");
  }

  @Test
  void damageIsFoundByTheChecksum() {
    String text = Sealed.text(HEADER + "w\t0\t12\n").replace("12", "21");
    assertThatThrownBy(
            () ->
                ModelReader.begin(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "m")
                    .parameters())
        .hasMessageStartingWith("m:7: the checksum is not that of the lines above");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#w", "a b", "a\tb", "a\nb", "\"w\"", "\u00E4", "a:b"})
  void aNameThatATableCouldMistakeIsRefused(String name) {
    writer.parameters();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.parameter(name, 1))
        .withMessageStartingWith("the name of a parameter has 1 to 100 letters a to z or A to Z");
  }

  @Test
  void whatCouldNotBeReadBackIsRefusedAndNothingOfItIsWritten() {
    writer.parameters();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.parameter("w", 1, Double.NaN))
        .withMessage("a model file holds finite numbers, but number 1 of parameter w is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.parameter("w"))
        .withMessage("parameter w needs at least 1 number");
    writer.parameter("w".repeat(100), 1);
    assertThatIllegalArgumentException().isThrownBy(() -> writer.parameter("w".repeat(101), 1));
    writer.parameter("w", 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.parameter("w", 2))
        .withMessage("parameter w is given twice");
    writer.end();
    assertThat(file.toString(StandardCharsets.UTF_8))
        .isEqualTo(Sealed.text(HEADER + "w".repeat(100) + "\t0\t1\nw\t0\t1\n"));
  }

  @Test
  void aTableHasParametersOrRows() {
    assertThatIllegalStateException()
        .isThrownBy(() -> writer.parameter("w", 1))
        .withMessage("parameters() must be called before the first parameter");
    writer.parameters();
    assertThatIllegalStateException().isThrownBy(() -> writer.row(0, 1, 1));
    assertThatIllegalStateException().isThrownBy(writer::parameters);
    assertThatIllegalStateException().isThrownBy(() -> writer.columns("value"));
    assertThatIllegalStateException().isThrownBy(() -> writer.header("k", 1));
    ModelWriter other = ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of("ab"));
    other.columns("value");
    assertThatIllegalStateException().isThrownBy(() -> other.parameter("w", 1));
  }
}
