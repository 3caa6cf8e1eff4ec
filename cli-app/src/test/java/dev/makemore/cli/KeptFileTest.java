package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.Terminal;
import dev.makemore.model.Corpus;
import dev.makemore.model.contract.faults.FaultyFileSystem;
import dev.makemore.model.contract.faults.FaultyFileSystem.Fault;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model is kept somewhere if it can't be saved where it should be. */
class KeptFileTest {

  private static final CountModel MODEL = CountModel.fit(Corpus.of("an", "an", "ab"));
  private static final Pattern KEPT = Pattern.compile("; the model was kept in (\\S+)");

  @TempDir private Path folder;
  @TempDir private Path temporaryFolder;

  private final StringWriter err = new StringWriter();
  private String before = "";
  private byte[] model = {};

  @BeforeEach
  void prepare() throws IOException {
    before = System.setProperty("java.io.tmpdir", temporaryFolder.toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(MODEL, bytes);
    model = bytes.toByteArray();
  }

  @AfterEach
  void restore() {
    System.setProperty("java.io.tmpdir", before);
  }

  private OutputFile output(Path path) {
    return new OutputFile(path, OutputFile.Kind.MODEL, false, console());
  }

  private Console console() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    return new Console(
        InputStream.nullInputStream(),
        nowhere,
        StandardOutput.of(nowhere, false),
        new PrintWriter(err, true),
        Terminal.of(""));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Path kept(String message) {
    Matcher kept = KEPT.matcher(message);
    assertThat(kept.find()).as(message).isTrue();
    return Path.of(kept.group(1));
  }

  @Test
  void itIsKeptBesideAFileThatHasAppearedInTheMeantime() throws IOException {
    Path diary = folder.resolve("diary");
    OutputFile output = output(diary);
    output.check();
    Files.writeString(diary, "dear diary");
    assertThatThrownBy(() -> output.save(MODEL))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(diary + ": exists already, and is not a makemore model")
        .satisfies(
            failure -> {
              Path kept = kept(failure.getMessage());
              assertThat(files(folder)).containsExactly(diary, kept);
              assertThat(kept).hasBinaryContent(model);
            });
    assertThat(diary).hasContent("dear diary");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseCanReadIt() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions");
    Path diary = Files.writeString(folder.resolve("diary"), "dear diary");
    assertThatThrownBy(() -> output(diary).save(MODEL))
        .satisfies(
            failure ->
                assertThat(Files.getPosixFilePermissions(kept(failure.getMessage())))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
  }

  @Test
  void itIsKeptElsewhereIfTheFolderHasGone() throws IOException {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> output(gone.resolve("model")).save(MODEL))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no folder " + gone)
        .satisfies(
            failure ->
                assertThat(files(temporaryFolder)).containsExactly(kept(failure.getMessage())));
  }

  @Test
  void itIsSaidIfItCanNotBeKeptAnywhere() {
    Path gone = folder.resolve("gone");
    System.setProperty("java.io.tmpdir", gone.toString());
    assertThatThrownBy(() -> output(gone.resolve("model")).save(MODEL))
        .isInstanceOf(Failure.class)
        .hasMessageEndingWith("; nor can the model be kept in " + gone + " or in " + gone);
  }

  @Test
  void aTextThatCanBeMadeAgainIsNotKept() throws IOException {
    Path diary = Files.writeString(folder.resolve("diary"), "dear diary");
    assertThatThrownBy(() -> output(diary).write(out -> out.write('x')))
        .isInstanceOf(Failure.class);
    assertThat(files(folder)).containsExactly(diary);
    assertThat(files(temporaryFolder)).isEmpty();
  }

  /** Whichever call to the file system fails: the model is somewhere, and the exit code tells. */
  @ParameterizedTest
  @EnumSource
  @DisabledOnOs(OS.WINDOWS)
  void theModelIsNeverLost(Fault fault) throws IOException {
    Path file = folder.resolve("model");
    byte[] old = "# makemore model 1\n# kind: old".getBytes("UTF-8");
    int call = 0;
    FaultyFileSystem system;
    do {
      call++;
      err.getBuffer().setLength(0);
      Files.write(file, old);
      system = new FaultyFileSystem(fault, call, () -> {});
      ExitCode exitCode = save(system.path(file));
      byte[] content = Files.readAllBytes(file);
      String message = err.toString();
      assertThat(content).as(message).isIn(old, model);
      if (exitCode == ExitCode.OK) {
        assertThat(message).isEqualTo("makemore: saved " + file + "\n");
        assertThat(content).isEqualTo(model);
      } else if (message.contains("was saved, but may be lost if the power fails")) {
        assertThat(exitCode).isEqualTo(ExitCode.IO_ERROR);
        assertThat(content).isEqualTo(model);
      } else {
        assertThat(exitCode).isIn(ExitCode.CANT_CREATE, ExitCode.IO_ERROR);
        assertThat(kept(message)).hasBinaryContent(model);
      }
      assertThat(message).hasLineCount(1);
    } while (!system.failed().isEmpty());
    assertThat(call).isGreaterThan(40);
    assertThat(err.toString()).isEqualTo("makemore: saved " + file + "\n");
  }

  private ExitCode save(Path path) {
    try {
      output(path).save(MODEL);
      return ExitCode.OK;
    } catch (Failure e) {
      return new Problems(console()).report(e);
    }
  }
}
