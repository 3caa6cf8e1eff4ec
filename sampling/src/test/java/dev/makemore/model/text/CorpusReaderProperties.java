package dev.makemore.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.contract.ChoppedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class CorpusReaderProperties {

  private static final int BLOCK = 65_536;

  @Provide
  Arbitrary<List<String>> items() {
    return Arbitraries.strings()
        .withChars("ab \t\r\u00E9\u20AC\uFEFF")
        .ofMaxLength(5)
        .map(item -> item.replace("\uFEFF", "\uD83D\uDE00"))
        .filter(item -> !item.endsWith("\r"))
        .list()
        .ofMaxSize(20);
  }

  /** Sizes of pieces: as much as one likes, less than a character, more than one. */
  private static Arbitrary<byte[]> sizes() {
    return Arbitraries.strings()
        .withCharRange('\0', '\6')
        .ofMaxLength(5)
        .map(sizes -> sizes.getBytes(StandardCharsets.US_ASCII));
  }

  /** Up to 12 pieces of text, of which few are malformed. */
  @Provide
  Arbitrary<byte[]> texts() {
    Arbitrary<byte[]> characters =
        Arbitraries.of(
                "a", "\n", "\r", "\r\n", "\u00E9", "\u20AC", "\uD83D\uDE00", "\uFEFF", "\0", " ")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> malformed =
        Arbitraries.of("\u00E2\u0082", "\u0080", "\u00FF", "\u00C0\u0080", "\u00ED\u00A0\u0080")
            .map(bytes -> bytes.getBytes(StandardCharsets.ISO_8859_1));
    return Arbitraries.frequencyOf(Tuple.of(15, characters), Tuple.of(1, malformed))
        .list()
        .ofMaxSize(12)
        .map(
            pieces -> {
              ByteArrayOutputStream text = new ByteArrayOutputStream();
              pieces.forEach(text::writeBytes);
              return text.toByteArray();
            });
  }

  /** Where the pieces end changes nothing: see the other properties. */
  @Property
  void whatWasWrittenIsRead(@ForAll("items") List<String> items, @ForAll boolean carriageReturns)
      throws IOException {
    String text =
        String.join("", items.stream().map(i -> i + (carriageReturns ? "\r\n" : "\n")).toList());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    TextSource source = TextSource.of("random", () -> new ByteArrayInputStream(bytes));
    Corpus corpus = Corpus.read(source);
    assertThat(corpus.list()).isEqualTo(items.stream().filter(i -> !i.isEmpty()).toList());
    assertThat(corpus.emptyLines()).isEqualTo(items.stream().filter(String::isEmpty).count());
    List<String> lines = new ArrayList<>();
    CorpusReader.readLines(source, lines::add);
    assertThat(lines).isEqualTo(items);
  }

  @Provide
  Arbitrary<ChoppedFile> files() {
    return Combinators.combine(texts(), sizes()).as(ChoppedFile::of);
  }

  @Property
  void anyBytesInAnyPiecesAreReadAsIfDecodedAtOnce(@ForAll("files") ChoppedFile file)
      throws IOException {
    ReaderCheck.readsWhatIsThere(file);
  }

  @Property(tries = 200)
  void anyBytesAcrossTwoBlocksAreReadAsIfDecodedAtOnce(
      @ForAll("texts") byte[] text, @ForAll @IntRange(min = 0, max = 40) int inFirstBlock)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("x".repeat(BLOCK - inFirstBlock).getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(text);
    ReaderCheck.readsWhatIsThere(ChoppedFile.of(file.toByteArray()));
  }
}
