package dev.makemore.model.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makemore.model.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void aFileThatIsCutWhileItIsReadIsAnError(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("names.txt"), new byte[3_000]);
    for (int left : new int[] {2_000, 1_000, 500, 0}) {
      Files.write(file, new byte[3_000]);
      try (InputStream in = TextSource.file(file).open()) {
        assertThat(in.readNBytes(1_000)).hasSize(1_000);
        cut(file, left);
        assertThatThrownBy(in::readAllBytes)
            .isInstanceOf(IOException.class)
            .hasMessage(
                "%s: it was cut short while it was read: it had 3,000 bytes when it was opened,"
                    + " and only %,d could be read",
                file, Math.max(1_000, left));
        assertThatThrownBy(in::read).isInstanceOf(IOException.class);
      }
    }
  }

  private static void cut(Path file, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  @Test
  void aFileThatWasReadWholeMayBeCutThen(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("names.txt"), new byte[3_000]);
    try (InputStream in = TextSource.file(file).open()) {
      assertThat(in.readNBytes(3_000)).hasSize(3_000);
      cut(file, 500);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void aFileMayGrowOrBeReplacedWhileItIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("names.txt"), new byte[3_000]);
    try (InputStream in = TextSource.file(file).open()) {
      assertThat(in.readNBytes(1_000)).hasSize(1_000);
      Files.write(file, new byte[500], StandardOpenOption.APPEND);
      assertThat(in.readAllBytes()).hasSize(2_500);
    }
    try (InputStream in = TextSource.file(file).open()) {
      assertThat(in.readNBytes(1_000)).hasSize(1_000);
      Files.move(
          Files.writeString(folder.resolve("short"), "a"),
          file,
          StandardCopyOption.REPLACE_EXISTING); // by another file
      assertThat(in.readAllBytes()).hasSize(2_500);
    }
  }

  /** The sizes of these are 0, and more than they have. */
  @ParameterizedTest
  @ValueSource(strings = {"/proc/self/status", "/sys/kernel/mm/transparent_hugepage/enabled"})
  @EnabledOnOs(OS.LINUX)
  void aFileOfTheKernelIsReadToItsEnd(Path file) throws IOException {
    assumeTrue(Files.isReadable(file), "there is no " + file);
    try (InputStream in = TextSource.file(file).open()) {
      assertThat(in.readAllBytes()).isNotEmpty();
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
