package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void permissionsStayAsTheyWere() throws IOException {
    assumePosix();
    Path file = Files.writeString(folder.resolve("model"), "old");
    for (String permissions : List.of("rw-rw-r--", "rw-------", "r--r-----", "rwxr-x--x")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      AtomicFile.write(file, text("new"));
      assertThat(permissions(file)).isEqualTo(permissions);
    }
  }

  @Test
  void nobodyElseCanOpenTheNewFileUntilItReplacesTheOld() throws IOException {
    assumePosix();
    Path file = Files.writeString(folder.resolve("model"), "old");
    AtomicFile.write(
        file,
        out -> {
          List<Path> others = files().stream().filter(any -> !any.equals(file)).toList();
          assertThat(others).hasSize(1);
          assertThat(permissions(others.get(0))).isEqualTo("rw-------");
        });
  }

  private void assumePosix() throws IOException {
    assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"),
        "files have no permissions here");
  }

  @Test
  void theGroupStays() throws IOException {
    assumePosix();
    Path file = Files.writeString(folder.resolve("model"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assumeTrue(giveToAnotherGroup(file), "there is no other group that the user could choose");
    Object group = Files.getAttribute(file, "unix:gid");
    AtomicFile.write(file, text("new"));
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(group);
    assertThat(permissions(file)).isEqualTo("rw-r-----");
  }

  private static boolean giveToAnotherGroup(Path file) {
    try {
      Files.setAttribute(file, "unix:gid", 65_534);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rw-rw-r--, rw-r--r--",
    "rw-r-----, rw-------",
    "rwxrwxr-x, rwxr-xr-x",
    "rwx--x---, rwx------",
    "r--------, r--------",
    "---------, ---------"
  })
  void anotherGroupMayDoWhatEverybodyMayDo(String original, String copy) {
    assertThat(Permissions.withoutGroup(PosixFilePermissions.fromString(original)))
        .isEqualTo(PosixFilePermissions.fromString(copy));
  }

  /** What a program leaves behind that is killed: its file, which nobody has locked any more. */
  @Test
  void whatAKilledProgramLeftIsRemoved() throws IOException {
    Path file = folder.resolve("model");
    Files.writeString(folder.resolve(".makemore-0123456789abcdef.tmp"), "half of a mo");
    Files.writeString(folder.resolve(".makemore-fedcba9876543210.tmp"), "");
    AtomicFile.write(file, text("new"));
    assertThat(files()).containsExactly(file);
  }

  @Test
  void nothingElseIsRemoved() throws IOException {
    Path diary = Files.writeString(folder.resolve("diary"), "dear diary");
    List<Path> others =
        List.of(
            diary,
            Files.writeString(folder.resolve(".makemore-0123.tmp"), ""),
            Files.writeString(folder.resolve(".makemore-0123456789ABCDEF.tmp"), ""),
            Files.writeString(folder.resolve(".makemore-0123456789abcdef.tmp.gz"), ""),
            Files.writeString(folder.resolve("makemore-0123456789abcdef.tmp"), ""),
            Files.createDirectory(folder.resolve(".makemore-0000000000000000.tmp")),
            Files.createSymbolicLink(folder.resolve(".makemore-1111111111111111.tmp"), diary));
    AtomicFile.write(folder.resolve("model"), text("new"));
    assertThat(files()).containsAll(others).hasSize(others.size() + 1);
    assertThat(diary).hasContent("dear diary");
  }

  @Test
  void whatTheSameProgramIsWritingIsNotRemoved() throws IOException {
    Path file = folder.resolve("model");
    Path other = folder.resolve("other");
    AtomicFile.write(
        file,
        out -> {
          out.write('n');
          AtomicFile.write(other, text("other"));
          out.write('w');
        });
    assertThat(file).hasContent("nw");
    assertThat(files()).containsExactly(file, other);
  }

  @Test
  void aFolderThatCanNotBeForcedAtAllIsNoError() throws IOException {
    Path device = Path.of("/dev/null"); // the system says of it what it says of such a folder
    assumeTrue(Files.exists(device), "there is no " + device);
    FolderForce.force(device, folder.resolve("model"));
  }

  @Test
  void aFolderThatIsNotForcedIsAnErrorThatSaysWhatIsKnown() {
    Path file = folder.resolve("model");
    assertThatThrownBy(() -> FolderForce.force(folder.resolve("gone"), file))
        .isInstanceOf(NotDurableException.class)
        .hasMessageStartingWith(file + ": was saved, but may be lost if the power fails: ");
  }

  @Test
  void aNewFileIsAsReadableAsAnyOther() throws IOException {
    assumePosix();
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
