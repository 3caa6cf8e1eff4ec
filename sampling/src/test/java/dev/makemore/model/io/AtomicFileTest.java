package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  private static AtomicFile.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aNewFileIsMade() throws IOException {
    Path file = folder.resolve("model");
    AtomicFile.write(file, text("new"));
    assertThat(file).hasContent("new");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void anOldFileIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "old and longer");
    AtomicFile.write(file, text("new"));
    assertThat(file).hasContent("new");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void theOldFileIsThereWhileTheNewIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "old");
    AtomicFile.write(
        file,
        out -> {
          out.write(new byte[100_000]);
          out.flush();
          assertThat(file).hasContent("old");
        });
    assertThat(Files.size(file)).isEqualTo(100_000);
  }

  @Test
  void theOldFileStaysIfWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("no space");
                    }))
        .hasMessage("no space");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("model"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("model"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), link);
    AtomicFile.write(second, text("new"));
    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void aLinkToAFileThatIsNotThereMakesThatFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("model"));
    AtomicFile.write(link, text("new"));
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("model")).hasContent("new");
  }

  @Test
  void linksThatGoRoundInCirclesAreAnError() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
    assertThatThrownBy(() -> AtomicFile.write(link, text("new")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("link");
  }

  @Test
  void permissionsStayAsTheyWere() throws IOException {
    FileStore store = Files.getFileStore(folder);
    assumeTrue(store.supportsFileAttributeView("posix"));
    Path file = Files.writeString(folder.resolve("model"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    AtomicFile.write(
        file,
        out -> {
          for (Path any : files()) { // the new one too, from its first byte on
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(any)))
                .isEqualTo("rw-rw-r--");
          }
        });
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void aNewFileIsAsReadableAsAnyOther() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
    Path usual = Files.writeString(folder.resolve("usual"), "");
    Path file = folder.resolve("model");
    AtomicFile.write(file, text("new"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void aFolderIsNotReplaced() {
    assertThatThrownBy(() -> AtomicFile.write(folder, text("new")))
        .isInstanceOf(FileSystemException.class)
        .hasMessageEndingWith("is a directory");
  }

  @Test
  void aFolderThatIsNotThereIsNotMade() {
    assertThatThrownBy(() -> AtomicFile.write(folder.resolve("none/model"), text("new")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  /** A pipe of our own, since a mistake that put a file in the place of a device would stay. */
  @Test
  void whatIsNoRegularFileIsWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")));
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process reader = new ProcessBuilder("cat", pipe.toString()).start();
    try {
      AtomicFile.write(pipe, text("new"));
      assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(reader.getInputStream()).hasContent("new");
      assertThat(Files.isRegularFile(pipe)).isFalse();
    } finally {
      reader.destroy();
    }
  }
}
