package dev.makemore.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.makemore.model.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {

  private static TextSource source(byte[] bytes) {
    return TextSource.stream(new ByteArrayInputStream(bytes), "names.txt");
  }

  private static Corpus read(byte[] bytes) throws IOException {
    return Corpus.read(source(bytes));
  }

  private static Corpus read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void aLineIsAnItem() throws IOException {
    assertThat(read("emma\nava\nemma\n").list()).containsExactly("emma", "ava", "emma");
  }

  @Test
  void theLastLineMayEndWithTheFile() throws IOException {
    assertThat(read("emma\nava").list()).containsExactly("emma", "ava");
  }

  @Test
  void aLineMayEndWithCarriageReturnAndNewline() throws IOException {
    assertThat(read("emma\r\nava\r\n").list()).containsExactly("emma", "ava");
  }

  @Test
  void aCarriageReturnElsewhereBelongsToTheItem() throws IOException {
    assertThat(read("a\rb\n\r\r\nc\r").list()).containsExactly("a\rb", "\r", "c\r");
  }

  @Test
  void aByteOrderMarkAtTheStartIsSkippedAndNoOther() throws IOException {
    assertThat(read("\uFEFFemma\n\uFEFFava\n").list()).containsExactly("emma", "\uFEFFava");
    assertThat(read("\uFEFF").list()).isEmpty();
  }

  @Test
  void emptyLinesAreSkippedAndCounted() throws IOException {
    Corpus corpus = read("\nemma\n\n\r\nava\n");
    assertThat(corpus.list()).containsExactly("emma", "ava");
    assertThat(corpus.emptyLines()).isEqualTo(3);
  }

  @Test
  void linesAreGivenEmptyOrNot() throws IOException {
    assertThat(lines("\nemma\n\n\r\nava\n")).containsExactly("", "emma", "", "", "ava");
    assertThat(lines("emma\n\nava")).containsExactly("emma", "", "ava");
    assertThat(lines("\uFEFF\n\uD83D\uDE00\r\n")).containsExactly("", "\uD83D\uDE00");
    assertThat(lines("")).isEmpty();
  }

  @Test
  void theLinesBeforeAMalformedOneAreGiven() {
    List<String> lines = new ArrayList<>();
    TextSource text = source(bytes('a', '\n', '\n', 'b', '\n', 'c', 0xFF, '\n'));
    assertThatThrownBy(() -> CorpusReader.readLines(text, lines::add))
        .hasMessageContaining("names.txt:4: byte 0xFF at offset 6");
    assertThat(lines).containsExactly("a", "", "b");
  }

  @Test
  void linesAreCountedAsItemsAndEmptyOnes() throws IOException {
    TextSource text = source(bytes('a', '\n', '\n', 'b', '\n', '\n'));
    assertThat(CorpusReader.readLines(text, line -> {})).isEqualTo(new CorpusReader.Tally(2, 2));
  }

  private static List<String> lines(String text) throws IOException {
    List<String> lines = new ArrayList<>();
    CorpusReader.readLines(source(text.getBytes(StandardCharsets.UTF_8)), lines::add);
    return lines;
  }

  @Test
  void nothingIsTrimmed() throws IOException {
    assertThat(read(" emma \t\n \n").list()).containsExactly(" emma \t", " ");
  }

  @Test
  void anEmptyFileHasNoItems() throws IOException {
    assertThat(read("").list()).isEmpty();
    assertThat(read("").emptyLines()).isZero();
  }

  @Test
  void aMalformedByteIsNamedWithItsLineAndOffset() {
    assertThatThrownBy(() -> read(bytes('e', 'm', '\n', 'z', 'o', 0xEB, '\n')))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining("names.txt:2: byte 0xEB at offset 5")
        .asInstanceOf(type(MalformedCorpusException.class))
        .matches(e -> e.line() == 2 && e.offset() == 5);
  }

  @Test
  void whatIsNotUnicodeIsMalformed() {
    int[][] malformed = {
      {0xC0, 0x80}, // overlong NUL
      {0xED, 0xA0, 0x80}, // a surrogate
      {0xF4, 0x90, 0x80, 0x80}, // above U+10FFFF
      {0xE2, 0x82}, // the file ends inside a code point
      {0x80}, // a continuation without a start
    };
    for (int[] wrong : malformed) {
      assertThatThrownBy(() -> read(bytes(wrong))).isInstanceOf(MalformedCorpusException.class);
    }
  }

  /**
   * A block is 65,536 bytes: the code point, or the line end, starts in one and ends in the next.
   */
  @Test
  void whatLiesAcrossTwoBlocksIsReadAsOne() throws IOException {
    for (String across : new String[] {"\uD83D\uDE00", "\u20AC", "\r\n", "\r", "\n"}) {
      for (int before = 65_530; before <= 65_537; before++) {
        String text = "x".repeat(before) + across + "y";
        Corpus whole = Corpus.of(text.split("\r?\n"));
        assertThat(read(text).list()).isEqualTo(whole.list());
      }
    }
  }

  @Test
  void aMalformedByteInALaterBlockHasItsOffsetInTheFile() {
    byte[] bytes = ("x".repeat(99) + "\n").repeat(2_000).getBytes(StandardCharsets.US_ASCII);
    bytes[150_050] = (byte) 0xFF;
    assertThatThrownBy(() -> read(bytes)).hasMessageContaining(":1501: byte 0xFF at offset 150050");
  }

  @Test
  void aFileIsReadByItsPath(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("two.txt"), "emma\n\nava\n");
    StringBuilder seen = new StringBuilder();
    CorpusReader.Tally tally =
        CorpusReader.read(
            TextSource.file(file),
            new CorpusReader.Sink() {
              @Override
              public void codePoint(int codePoint) {
                seen.appendCodePoint(codePoint);
              }

              @Override
              public void endItem() {
                seen.append('|');
              }
            });
    assertThat(seen).hasToString("emma|ava|");
    assertThat(tally).isEqualTo(new CorpusReader.Tally(2, 1));
    assertThat(Corpus.read(file).list()).containsExactly("emma", "ava");
  }

  @Test
  void aFileThatIsNotThereIsAnError(@TempDir Path folder) {
    assertThatThrownBy(() -> Corpus.read(folder.resolve("none.txt")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void linesAreBroughtIntoAFormAndTheEmptyOnesAreKept() throws IOException {
    List<String> lines = new ArrayList<>();
    TextSource text = source("AN\n\nB\n".getBytes(StandardCharsets.UTF_8));
    TextForm form = TextForm.asWritten().normalized(Normalizer.Form.NFC).lowercase();
    CorpusReader.readLines(text.in(form), lines::add);
    assertThat(lines).containsExactly("an", "", "b");
  }
}
