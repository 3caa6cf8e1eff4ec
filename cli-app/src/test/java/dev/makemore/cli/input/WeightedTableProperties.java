package dev.makemore.cli.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class WeightedTableProperties {

  record Entry(String item, long count) {}

  @Provide
  Arbitrary<Entry> entries() {
    Arbitrary<String> items =
        Arbitraries.strings()
            .withChars("abc,;\t\"' \uFEFF\u00E9\u4E00")
            .ofMinLength(1)
            .ofMaxLength(6);
    return Combinators.combine(items, Arbitraries.longs().between(1, 1L << 40)).as(Entry::new);
  }

  private static TextSource source(byte[] bytes, int piece) {
    return TextSource.of(
        "table",
        () ->
            new ByteArrayInputStream(bytes) {
              @Override
              public synchronized int read(byte[] target, int start, int length) {
                return super.read(target, start, Math.min(piece, length));
              }
            });
  }

  private static List<Entry> read(String table, int piece, String column) throws IOException {
    List<Entry> read = new ArrayList<>();
    WeightedTable.read(
        source(table.getBytes(UTF_8), piece),
        column,
        (item, count) -> read.add(new Entry(item, count)));
    return read;
  }

  /** RFC 4180, section 2, rules 5 to 7. */
  private static String quoted(String field) {
    return "\"" + field.replace("\"", "\"\"") + "\"";
  }

  @Property
  void whatIsWrittenInQuotationMarksIsReadWithAnySeparator(
      @ForAll @NotEmpty List<@From("entries") Entry> entries,
      @ForAll("separators") char separator,
      @ForAll boolean header,
      @ForAll boolean windows,
      @ForAll @IntRange(min = 1, max = 50) int piece)
      throws IOException {
    String end = windows ? "\r\n" : "\n";
    StringBuilder table = new StringBuilder(windows ? "\uFEFF" : "");
    if (header) {
      table.append("count").append(separator).append("name").append(end);
    }
    entries.forEach(
        entry ->
            table.append(entry.count()).append(separator).append(quoted(entry.item())).append(end));
    assertThat(read(table.toString(), piece, "1")).isEqualTo(entries);
    if (header) {
      assertThat(read(table.toString(), piece, "count")).isEqualTo(entries);
    }
  }

  @Provide
  Arbitrary<Character> separators() {
    return Arbitraries.of(',', ';', '\t');
  }

  /** The reader gives what the JDK's decoder gives, without a mark at the start. */
  @Property
  void textIsDecodedInPieces(@ForAll String text, @ForAll @IntRange(min = 1, max = 9) int piece)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    String whole = new String(bytes, UTF_8);
    assertThat(decode(bytes, piece))
        .isEqualTo(whole.startsWith("\uFEFF") ? whole.substring(1) : whole);
  }

  private static String decode(byte[] bytes, int piece) throws IOException {
    StringBuilder text = new StringBuilder();
    try (InputStream in = source(bytes, piece).open();
        Utf8Reader reader = new Utf8Reader(in, "table")) {
      char[] chars = new char[piece];
      for (int read = reader.read(chars); read >= 0; read = reader.read(chars)) {
        text.append(chars, 0, read);
      }
    }
    return text.toString();
  }

  /** A malformed byte has the place that it has in a list. */
  @Property
  void aMalformedByteIsFoundWhereAListHasIt(
      @ForAll("lines") String before,
      @ForAll("lines") String after,
      @ForAll @IntRange(min = 1, max = 9) int piece) {
    byte[] start = before.getBytes(UTF_8);
    byte[] end = after.getBytes(UTF_8);
    byte[] bytes = new byte[start.length + 1 + end.length];
    System.arraycopy(start, 0, bytes, 0, start.length);
    bytes[start.length] = (byte) 0xFF;
    System.arraycopy(end, 0, bytes, start.length + 1, end.length);
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    ThrowingCallable reading = () -> decode(bytes, piece);
    MalformedCorpusException problem =
        Assertions.catchThrowableOfType(MalformedCorpusException.class, reading);
    assertThat(problem.line()).isEqualTo(line);
    assertThat(problem.offset()).isEqualTo(start.length);
    assertThat(problem).hasMessageStartingWith("table:" + line + ": byte 0xFF at offset ");
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withChars("a\n\r,\u00E9\uFEFF").ofMaxLength(40);
  }
}
