package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModelKind;
import dev.makemore.model.contract.Sealed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ParameterRowsProperties {

  @Provide
  Arbitrary<Map<String, double[]>> parameters() {
    Arbitrary<String> names =
        Arbitraries.strings().withChars("aZ0._-/").ofMinLength(1).ofMaxLength(4);
    Arbitrary<double[]> values =
        Arbitraries.longs()
            .map(Double::longBitsToDouble) // of any size
            .filter(Double::isFinite)
            .array(double[].class)
            .ofMinSize(1)
            .ofMaxSize(40);
    return Arbitraries.maps(names, values).ofMaxSize(6);
  }

  private static byte[] written(Map<String, double[]> parameters) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelWriter writer = ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of("ab"));
    writer.parameters();
    parameters.forEach(writer::parameter);
    writer.end();
    return file.toByteArray();
  }

  private static Map<String, double[]> read(byte... file) throws IOException {
    return ModelReader.begin(new ByteArrayInputStream(file), "m").parameters();
  }

  @Property
  void whatWasWrittenIsReadToTheLastBit(@ForAll("parameters") Map<String, double[]> parameters)
      throws IOException {
    Map<String, double[]> again = read(written(parameters));
    assertThat(again.keySet()).containsExactlyElementsOf(parameters.keySet());
    again.forEach((name, values) -> assertThat(values).isEqualTo(parameters.get(name)));
  }

  /** Texts of what rows are made of, and of what would break them. */
  @Provide
  Arbitrary<String> tables() {
    Arbitrary<String> field =
        Arbitraries.of("w", "v", "", "0", "1", "2", "01", "-1.5", "# w", "\0");
    Arbitrary<String> row =
        field.list().ofMinSize(2).ofMaxSize(4).map(fields -> String.join("\t", fields));
    Arbitrary<String> good =
        Arbitraries.of("w", "v")
            .flatMap(name -> Arbitraries.of("0", "1").map(i -> name + "\t" + i))
            .map(start -> start + "\t0.25");
    return Arbitraries.frequencyOf(Tuple.of(4, good), Tuple.of(1, row))
        .list()
        .ofMaxSize(4)
        .map(rows -> String.join("\n", rows) + (rows.isEmpty() ? "" : "\n"));
  }

  /** Rows are read as what is written as the same rows, or else refused with one of their lines. */
  @Property(tries = 3_000)
  void anyRowsAreRefusedOrReadBack(@ForAll("tables") String rows) throws IOException {
    String header =
        new String(written(Map.of()), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("# sha256"))
            .reduce("", (all, line) -> all + line + "\n");
    byte[] file = Sealed.text(header + rows).getBytes(StandardCharsets.UTF_8);
    Map<String, double[]> parameters;
    try {
      parameters = read(file);
    } catch (MalformedModelException e) {
      assertThat(e.line()).isBetween(6L, 5 + rows.lines().count());
      return;
    }
    assertThat(written(parameters)).isEqualTo(file);
  }

  @Property(tries = 10)
  void aFileThatWasCutShortIsRefused(@ForAll("parameters") Map<String, double[]> parameters) {
    byte[] whole = written(parameters);
    for (int length = 0; length < whole.length; length += 7) {
      byte[] start = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(start)).isInstanceOf(MalformedModelException.class);
    }
  }
}
