package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.makemore.model.contract.faults.FaultyFileSystem;
import dev.makemore.model.contract.faults.FaultyFileSystem.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds whichever call to the file system fails. */
@DisabledOnOs(OS.WINDOWS)
class AtomicFileFaultsTest {

  private static final String OLD = "old";
  private static final String NEW = "new ".repeat(10_000); // several blocks of a buffered stream
  private static final AtomicFile.Content CONTENT =
      out -> out.write(NEW.getBytes(StandardCharsets.US_ASCII));

  /** Without these there is no new file, or nobody knows that it will stay. */
  private static final Set<String> NECESSARY = Set.of("write", "force", "move");

  private static final Set<String> FORCED = Set.of("force", "move");

  private static final Set<String> RIGHTS_OF_OTHERS =
      Set.of("GROUP_READ", "GROUP_WRITE", "OTHERS_READ", "OTHERS_WRITE");

  @TempDir private Path folder;

  private Path file;
  private Path link;
  private Path abandoned;

  @BeforeEach
  void nameFiles() {
    file = folder.resolve("model");
    link = folder.resolve("link");
    abandoned = folder.resolve(".makemore-0123456789abcdef.tmp");
  }

  /** A private file, a link to it, and the temporary file of a program that was killed. */
  private void makeFiles() throws IOException {
    for (Path any : files()) {
      Files.delete(any);
    }
    for (Path any : List.of(file, abandoned)) {
      Files.writeString(any, OLD);
      Files.setPosixFilePermissions(any, PosixFilePermissions.fromString("rw-------"));
    }
    Files.createSymbolicLink(link, file);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private void assertNobodyElseCanReadAnything() {
    try {
      for (Path any : files()) {
        assertThat(Files.getPosixFilePermissions(any))
            .as(any.toString())
            .noneMatch(right -> RIGHTS_OF_OTHERS.contains(right.name()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Action {
    void run(Path path) throws IOException;
  }

  private enum Outcome {
    DONE,
    NOT_DURABLE,
    FAILED
  }

  private static Outcome outcome(Action action, Path path) {
    try {
      action.run(path);
      return Outcome.DONE;
    } catch (NotDurableException e) {
      return Outcome.NOT_DURABLE;
    } catch (IOException e) {
      return Outcome.FAILED;
    }
  }

  @ParameterizedTest
  @EnumSource
  void thereIsTheOldFileOrTheNewAndTheOutcomeTells(Fault fault) throws IOException {
    List<String> calls = new ArrayList<>();
    int call = 0;
    FaultyFileSystem system;
    do {
      call++;
      makeFiles();
      system = new FaultyFileSystem(fault, call, this::assertNobodyElseCanReadAnything);
      Outcome outcome = outcome(path -> AtomicFile.write(path, CONTENT), system.path(link));
      String failed = system.failed();
      calls.add(failed);
      String content = Files.readString(file);
      assertThat(content).as("after fault %d in %s", call, failed).isIn(OLD, NEW);
      assertThat(link).isSymbolicLink();
      if (outcome != Outcome.FAILED) {
        assertThat(content).isEqualTo(NEW);
      } else if (content.equals(NEW)) { // it was done, but this could not be known
        assertThat(failed).isIn("move", "close");
      }
      if (NECESSARY.contains(failed)) {
        assertThat(outcome).isNotEqualTo(Outcome.DONE);
      }
      assertNothingElseIsLeft(fault, failed);
      assertTheNextRunCleansUp();
    } while (!system.failed().isEmpty());
    assertThat(Files.readString(file)).isEqualTo(NEW);
    // The content is forced to the disk before it gets its name, and its name after that.
    assertThat(calls).filteredOn(FORCED::contains).containsExactly("force", "move", "force");
  }

  /** Only a call that makes or removes a file can leave one, by not doing what it says. */
  private void assertNothingElseIsLeft(Fault fault, String failed) throws IOException {
    boolean maker = failed.equals("open") || failed.equals("delete");
    if (fault == Fault.REFUSED && !maker) {
      assertThat(List.of(file, link, abandoned)).containsAll(files());
    }
  }

  private void assertTheNextRunCleansUp() throws IOException {
    AtomicFile.write(file, CONTENT);
    assertThat(files()).containsExactlyInAnyOrder(file, link);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsNewIsThereWholeOrNotAtAll(Fault fault) throws IOException {
    int call = 0;
    FaultyFileSystem system;
    do {
      call++;
      Files.deleteIfExists(file);
      system = new FaultyFileSystem(fault, call, () -> {});
      Outcome outcome = outcome(path -> AtomicFile.write(path, CONTENT), system.path(file));
      if (Files.exists(file)) {
        assertThat(file).hasContent(NEW);
      } else {
        assertThat(outcome).isEqualTo(Outcome.FAILED);
      }
    } while (!system.failed().isEmpty());
    assertThat(file).hasContent(NEW);
  }

  @ParameterizedTest
  @EnumSource
  void aCheckChangesNothing(Fault fault) throws IOException {
    int call = 0;
    FaultyFileSystem system;
    do {
      call++;
      makeFiles();
      system = new FaultyFileSystem(fault, call, this::assertNobodyElseCanReadAnything);
      outcome(AtomicFile::check, system.path(link));
      assertThat(file).hasContent(OLD);
      assertThat(link).isSymbolicLink();
      assertNothingElseIsLeft(fault, system.failed());
    } while (!system.failed().isEmpty());
    assertThatNoException().isThrownBy(() -> AtomicFile.check(link));
  }
}
