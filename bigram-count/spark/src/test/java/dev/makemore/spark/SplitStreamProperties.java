package dev.makemore.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.NgramCounter;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A file in parts, compared with the whole file as one machine reads it. */
class SplitStreamProperties {

  /** Line ends of all kinds, and characters of one to four bytes; a byte order mark among them. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "\n", "\n", "\r", "\r\n", "\u00E9", "\uFEFF", "\uD83D\uDE00")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static SplitText part(byte[] file, int start, int end) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(file);
    in.skipNBytes(Math.max(0, start - 1));
    return new SplitText("names.txt", new SplitStream(in, start, end));
  }

  private static List<SplitText> parts(byte[] file, int size) throws IOException {
    List<SplitText> parts = new ArrayList<>();
    for (int start = 0; start < file.length; start += size) {
      parts.add(part(file, start, Math.min(file.length, start + size)));
    }
    return parts;
  }

  private static TextSource whole(byte[] file) {
    return TextSource.of("names.txt", () -> new ByteArrayInputStream(file));
  }

  @Property
  void theLinesOfAllPartsAreTheLinesOfTheFile(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 20) int size)
      throws IOException {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (SplitText part : parts(file, size)) {
      part.items().forEachRemaining(lines::add);
    }
    List<String> expected = new ArrayList<>();
    CorpusReader.readLines(whole(file), expected::add);
    assertThat(lines).isEqualTo(expected);
  }

  @Property
  void theCountsOfAllPartsAreTheCountsOfTheFile(
      @ForAll("texts") String text,
      @ForAll @IntRange(min = 1, max = 20) int size,
      @ForAll @IntRange(min = 1, max = 4) int order,
      @ForAll boolean lowercase)
      throws IOException {
    byte[] file = text.getBytes(StandardCharsets.UTF_8);
    Tally all = Tally.create(order, 1_000, lowercase);
    for (SplitText part : parts(file, size)) {
      all.merge(Tally.create(order, 1_000, lowercase).add(part));
    }
    assertThat(all.counts()).isEqualTo(NgramCounter.create(order).addAll(whole(file)).counts());
  }

  @Property
  void theFirstMalformedByteIsNamedWhateverThePartsAre(
      @ForAll("texts") String text,
      @ForAll("texts") String rest,
      @ForAll @IntRange(min = 1, max = 20) int size,
      @ForAll @IntRange(min = 1, max = 4) int order)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    bytes.writeBytes(rest.getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    byte[] file = bytes.toByteArray();
    long offset = offset(file);
    Tally all = Tally.create(order, 1_000, false);
    for (SplitText part : parts(file, size)) {
      all = Tally.create(order, 1_000, false).add(part).merge(all); // the last part first
    }
    assertThatThrownBy(all::counts)
        .isInstanceOf(UnusableTextException.class)
        .hasMessageStartingWith("names.txt: the bytes at offset " + offset + " are not");
    assertThatThrownBy(
            () -> {
              for (SplitText part : parts(file, size)) {
                part.items().forEachRemaining(line -> {});
              }
            })
        .isInstanceOf(UnusableTextException.class)
        .hasMessageContaining("offset " + offset + " ");
  }

  private static long offset(byte[] file) throws IOException {
    try {
      CorpusReader.readLines(whole(file), line -> {});
    } catch (MalformedCorpusException e) {
      return e.offset();
    }
    throw new AssertionError("this file is malformed");
  }
}
