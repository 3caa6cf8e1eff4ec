package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is found out before a file is written. */
@DisabledOnOs(OS.WINDOWS)
class AtomicFileCheckTest {

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("a file"), "old");
  }

  /** Asserts that a check fails, that writing would fail too, and that all stays as it was. */
  private void assertObstacle(Path path, String... reason) {
    assertThatThrownBy(() -> AtomicFile.check(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(path.toString())
        .message()
        .contains(reason);
    assertThatThrownBy(() -> AtomicFile.write(path, out -> out.write('n')))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
  }

  /** Runs a program of the system; skips the test if that is not possible here. */
  private static void assumeRuns(String... command) throws Exception {
    String program = "/usr/bin/" + command[0];
    assumeTrue(Files.isExecutable(Path.of(program)), "there is no " + program);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes()).strip();
    assumeTrue(process.waitFor() == 0, String.join(" ", command) + " is not possible: " + answer);
  }

  @Test
  void whatCanBeWrittenPassesAndNothingIsLeft() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    for (Path path : new Path[] {file, link, folder.resolve("new")}) {
      assertThatNoException().isThrownBy(() -> AtomicFile.check(path));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(file, link);
    }
    assertThat(file).hasContent("old");
  }

  @Test
  void aNameThatIsTooLong() {
    Path path = folder.resolve("x".repeat(300));
    assertThatThrownBy(() -> AtomicFile.check(path)).hasMessageStartingWith(path.toString());
  }

  @Test
  void aFolderThatIsNotThere() {
    assertThatThrownBy(() -> AtomicFile.check(folder.resolve("none/model")))
        .isInstanceOf(NoSuchFileException.class);
    assertObstacle(folder, "it is a directory");
  }

  @Test
  void aSocket() throws IOException {
    Path path = folder.resolve("socket");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));
      assertObstacle(path, "it is a socket");
    }
  }

  @Test
  void aDevicePasses() {
    assertThatNoException().isThrownBy(() -> AtomicFile.check(Path.of("/dev/null")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFiles() {
    assertThatThrownBy(() -> AtomicFile.check(Path.of("/proc/model")))
        .isInstanceOf(IOException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatNobodyCanChange() throws Exception {
    for (String protection : new String[] {"i", "a"}) { // immutable, and append only
      assumeRuns("chattr", "+" + protection, file.toString());
      try {
        assertObstacle(file, "the system protects it from any change: ");
      } finally {
        assumeRuns("chattr", "-" + protection, file.toString());
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatNeverLetsGoOfAFile() throws Exception {
    assumeRuns("chattr", "+a", folder.toString());
    try {
      assertThatThrownBy(() -> AtomicFile.check(file))
          .hasMessageContaining("files can be made in the folder " + folder + ", but not be");
    } finally {
      assumeRuns("chattr", "-a", folder.toString());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aMountPoint() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "old");
    assumeRuns("mount", "--bind", other.toString(), file.toString());
    try {
      assertObstacle(file, "it is a mount point");
      Path link = Files.createSymbolicLink(folder.resolve("link"), file);
      assertThatThrownBy(() -> AtomicFile.check(link)).hasMessageContaining("is a mount point");
    } finally {
      assumeRuns("umount", file.toString());
    }
    assertThatNoException().isThrownBy(() -> AtomicFile.check(file));
  }

  /** Nobody needs a second user for this, since the rule is told who the user is. */
  @Test
  void aFileOfSomeoneElseInAStickyFolder() throws IOException {
    int owner = (Integer) Files.getAttribute(file, "unix:uid");
    int other = owner + 1;
    Obstacles.checkOwner(file, folder, other); // the folder is not sticky
    Files.setAttribute(folder, "unix:mode", 01777);
    Obstacles.checkOwner(file, folder, owner);
    Obstacles.checkOwner(file, folder, 0);
    assertThatThrownBy(() -> Obstacles.checkOwner(file, folder, other))
        .hasMessageStartingWith(file + ": it belongs to " + Files.getOwner(file).getName())
        .hasMessageContaining(folder.toString());
  }

  @Test
  void theOwnerOfAStickyFolderMayReplaceAnyFileInIt() throws IOException {
    Files.setAttribute(folder, "unix:mode", 01777);
    try {
      Files.setAttribute(file, "unix:uid", 4_242);
    } catch (IOException e) {
      assumeTrue(false, "only root can give files away");
    }
    int owner = (Integer) Files.getAttribute(folder, "unix:uid");
    Obstacles.checkOwner(file, folder, owner);
    Obstacles.checkOwner(file, folder, 4_242);
    assertThatThrownBy(() -> Obstacles.checkOwner(file, folder, 4_243))
        .hasMessageContaining("belongs to ");
  }
}
