package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.makemore.model.io.ModelFile;
import java.io.File;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What -o and --force do, shown with train. */
class OutputFileTest {

  /** An input that is not there: what is refused before it is missed was checked in time. */
  private static final String NO_INPUT = "no-such-file";

  @TempDir private Path folder;

  private static Run train(Path output, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("train", "-o", output.toString()), Stream.of(more))
            .toArray(String[]::new);
    return Run.of(arguments);
  }

  /** Asserts that {@code output} is refused before anything is read. */
  private static void assertRefused(Path output, String... reason) {
    Run run = train(output, "-i", NO_INPUT);
    assertThat(run.exitCode()).isEqualTo(73);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("makemore: " + output + ": ").contains(reason).hasLineCount(1);
  }

  /** Asserts that {@code output} passes the check, as the next thing to be missed is the input. */
  private static void assertPasses(Path output, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("-i", NO_INPUT), Stream.of(more)).toArray(String[]::new);
    assertThat(train(output, arguments).exitCode()).isEqualTo(66);
  }

  @Test
  void aNameThatEndsInASlashIsThatOfAFolder() {
    String name = folder.resolve("new") + "/";
    for (Run run :
        List.of(
            Run.of("train", "-i", NO_INPUT, "-o", name),
            Run.of("export", "--format", "csv", "-o", name))) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .contains("'" + name + "' is the name of a folder; add the name of a file");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aNameThatTheSystemCanNotHaveIsAUsageError() {
    Run run = Run.of("train", "-o", "a\0b");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("can't be the name of a file here");
  }

  @Test
  void whatIsNotAModelIsReplacedByForceOnly() throws Exception {
    Path file = Files.writeString(folder.resolve("diary"), "dear diary\n");
    assertRefused(file, "is not a makemore model", "--force");
    assertThat(file).hasContent("dear diary\n");
    assertPasses(file, "--force");
    assertThat(train(file, "--force").exitCode()).isZero();
    assertThat(ModelFile.isModel(file)).isTrue();
  }

  @Test
  void anInputIsNotReplacedByItsModel() throws Exception {
    Path names = Files.writeString(folder.resolve("names"), "ab\n");
    assertThat(train(names, "-i", names.toString()).exitCode()).isEqualTo(73);
    assertThat(names).hasContent("ab\n");
  }

  @Test
  void anOldModelIsReplacedAndSoIsADamagedOne() throws Exception {
    Path file = folder.resolve("model");
    assertThat(train(file).exitCode()).isZero();
    byte[] model = Files.readAllBytes(file);
    Files.writeString(file, "# makemore model 1\n# kind: co");
    assertThat(train(file).exitCode()).isZero();
    assertThat(file).hasBinaryContent(model);
  }

  @Test
  void anEmptyFileHoldsNothingToLose() throws Exception {
    Path file = Files.createFile(folder.resolve("empty")); // as mktemp makes them
    assertThat(train(file).exitCode()).isZero();
    assertThat(ModelFile.isModel(file)).isTrue();
  }

  @Test
  void aFolderIsRefused() {
    assertRefused(folder, "is a directory");
  }

  @Test
  void anEmptyNameIsNoName() {
    for (Run run :
        List.of(
            Run.of("train", "-i", NO_INPUT, "-o", ""),
            Run.of("export", "-i", NO_INPUT, "--format", "csv", "-o", ""))) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("makemore: --output: the name of the file is missing\n");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNameThatIsTooLongIsRefused() {
    assertRefused(folder.resolve("x".repeat(300)), "can't be created: ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSocketIsRefused() throws Exception {
    Path path = folder.resolve("socket");
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));
      assertRefused(path, "it is a socket");
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws Exception {
    assertRefused(folder.resolve("no/model"), "there is no folder " + folder.resolve("no"));
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertRefused(file.resolve("model"), file + " is not a folder");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkThatLeadsNowhereIsRefusedForTheFolderItLeadsTo() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("no", "model"));
    assertRefused(link, "there is no folder " + folder.resolve("no"));
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertRefused(loop, "too many symbolic links");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatMayNotBeWrittenIsNamed() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(locked), "root may write everywhere");
    assertRefused(locked.resolve("model"), "no permission", locked.toString());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatMayNotBeWrittenOrReadIsReplacedByForceOnly() throws Exception {
    Path file = folder.resolve("model");
    assertThat(train(file).exitCode()).isZero();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(file), "root may write everything");
    assertRefused(file, "write-protected", "--force");
    assertPasses(file, "--force");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assertRefused(file, "no permission to see whether it is a makemore model", "--force");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAnInputOutputError() {
    Run run = train(Path.of("/dev/full"));
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).contains("makemore: /dev/full: can't be written: ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskBehindStandardOutputIsAnInputOutputError() throws Exception {
    Run run =
        Command.run(
            Command.builder(List.of(), "train", "-o", "-").redirectOutput(new File("/dev/full")));
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).contains("makemore: can't write to standard output: ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatTakesNoFilesIsRefused() {
    assertRefused(Path.of("/proc/model"), "can't be created: ");
  }

  @Test
  void standardOutputGetsTheBytesOfTheFile() throws Exception {
    Path file = folder.resolve("model");
    Run saved = train(file);
    Run written = Run.of("train", "-o", "-");
    assertThat(written.out().getBytes(StandardCharsets.UTF_8)).isEqualTo(Files.readAllBytes(file));
    assertThat(saved.out()).isEmpty();
    assertThat(saved.err()).endsWith("makemore: saved " + file + "\n");
    assertThat(written.err()).doesNotContain("saved");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theNameOfStandardOutputWorksInAPipe() throws Exception {
    Run run = Command.run("train", "-o", "-");
    Process process = Command.builder(List.of(), "train", "-o", "/dev/stdout").start();
    byte[] piped = process.getInputStream().readAllBytes();
    assertThat(Command.exitCode(process)).isZero();
    assertThat(new String(piped, StandardCharsets.UTF_8)).isEqualTo(run.out());
  }

  @Test
  void aFileToSaveToMustBeNamed() {
    Run run = Run.of("train");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--output");
  }
}
