package dev.makemore.model.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSourceTest {

  private static final byte[] EMMA = "Emma\n".getBytes(UTF_8);

  /** A stream that remembers whether it was closed. */
  private static final class Closing extends ByteArrayInputStream {
    private boolean closed;

    Closing(byte... bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void aFileIsNamedByItsPathAndCanBeReadAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("names.txt");
    TextSource source = TextSource.file(file); // is not there yet
    Files.writeString(file, "Emma\n");
    assertThat(source.name()).isEqualTo(file.toString());
    assertThat(Corpus.read(source).list()).containsExactly("Emma");
    assertThat(Corpus.read(source).list()).containsExactly("Emma");
    try (InputStream in = source.open()) {
      assertThat(in.readAllBytes()).isEqualTo(EMMA);
    }
  }

  @Test
  void aMissingFileIsAnErrorWhenItIsOpened(@TempDir Path folder) {
    TextSource source = TextSource.file(folder.resolve("none.txt"));
    assertThatThrownBy(source::open).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aStreamIsReadToItsEndAndLeftOpen() throws IOException {
    Closing in = new Closing(EMMA);
    TextSource source = TextSource.stream(in, "standard input");
    assertThat(source.name()).isEqualTo("standard input");
    assertThat(Corpus.read(source).list()).containsExactly("Emma");
    assertThat(in.closed).isFalse();
    assertThat(in.available()).isZero();
    assertThat(Corpus.read(source).list()).isEmpty();
  }

  @Test
  void whatAnOpenerOpensIsClosed() throws IOException {
    Closing in = new Closing(EMMA);
    assertThat(Corpus.read(TextSource.of("names", () -> in)).list()).containsExactly("Emma");
    assertThat(in.closed).isTrue();
  }

  @Test
  void whatAnOpenerOpensIsClosedAfterAnErrorToo() {
    Closing malformed = new Closing((byte) 0xFF);
    TextSource source = TextSource.of("names", () -> malformed);
    assertThatThrownBy(() -> Corpus.read(source)).isInstanceOf(MalformedCorpusException.class);
    assertThat(malformed.closed).isTrue();
  }

  @Test
  void theFormIsReplacedAndTheOldSourceKeepsItsOwn() throws IOException {
    TextSource written = TextSource.of("names", () -> new Closing(EMMA));
    TextForm lowercase = TextForm.asWritten().lowercase();
    TextSource lower = written.in(lowercase);
    assertThat(written.form()).isEqualTo(TextForm.asWritten());
    assertThat(lower.form()).isEqualTo(lowercase);
    assertThat(lower.name()).isEqualTo("names");
    assertThat(Corpus.read(written).list()).containsExactly("Emma");
    assertThat(Corpus.read(lower).list()).containsExactly("emma");
    assertThat(Corpus.read(lower.in(TextForm.asWritten())).list()).containsExactly("Emma");
    assertThat(lower).hasToString("names (lowercase)");
  }
}
