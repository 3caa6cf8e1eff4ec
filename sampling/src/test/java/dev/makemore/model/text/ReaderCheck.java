package dev.makemore.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.contract.ChoppedFile;
import dev.makemore.model.contract.PlainCorpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Compares {@link CorpusReader} with {@link PlainCorpus}. */
final class ReaderCheck {

  private ReaderCheck() {}

  /** Writes down the items, and refuses what no item may hold. */
  private static final class Notes implements CorpusReader.Sink {
    final List<String> items = new ArrayList<>();
    final StringBuilder item = new StringBuilder();

    @Override
    public void codePoint(int codePoint) { // called too often for assertThat
      if (Character.getType(codePoint) == Character.SURROGATE || codePoint == '\n') {
        throw new AssertionError(String.format("U+%04X belongs to no item", codePoint));
      }
      item.appendCodePoint(codePoint); // which refuses what is no code point
    }

    @Override
    public void endItem() {
      assertThat(item).isNotEmpty();
      items.add(item.toString());
      item.setLength(0);
    }
  }

  /** The items, the tally and the place of a malformed byte are those of the whole file. */
  static void readsWhatIsThere(ChoppedFile file) throws IOException {
    PlainCorpus plain = PlainCorpus.of(file.bytes());
    Notes notes = new Notes();
    try {
      CorpusReader.Tally tally = CorpusReader.read(TextSource.of("file", file::open), notes);
      assertThat(plain.wellFormed()).isTrue();
      assertThat(tally.items()).isEqualTo(plain.items().size());
      assertThat(tally.emptyLines()).isEqualTo(plain.emptyLines());
    } catch (MalformedCorpusException e) {
      assertThat(plain.wellFormed()).isFalse();
      assertThat(e.line()).isEqualTo(plain.line());
      assertThat(e.offset()).isEqualTo(plain.offset());
    }
    assertThat(notes.items).isEqualTo(plain.items());
    // A \r is passed on when it is known that no \n follows, and here a malformed byte came first.
    assertThat(notes.item.toString()).isEqualTo(withoutReturn(plain.unfinished()));
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
