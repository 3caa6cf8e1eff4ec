package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.ModelInput;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.lines.LineStream;
import dev.makemore.model.text.TextForm;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that another program cuts short while it is read. */
class CutInputTest {

  private static final int REST = 600_000;

  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();
  private Path file = Path.of("");

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.writeString(folder.resolve("file"), "emma\n".repeat(200_000));
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

  /** A stream that cuts the file after the first bytes of it were read. */
  private final class Cutting extends FilterInputStream {
    Cutting(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
      int read = super.read(bytes, start, length);
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(REST);
      }
      return read;
    }
  }

  private void assertFails(Runnable reading) throws IOException {
    long size = Files.size(file);
    ExitCode exitCode = ExitCode.OK;
    try {
      reading.run();
    } catch (Failure e) {
      exitCode = new Problems(console()).report(e);
    }
    assertThat(exitCode).isEqualTo(ExitCode.IO_ERROR);
    assertThat(err.toString())
        .isEqualTo(
            String.format(
                Locale.ROOT,
                "makemore: %s: can't be read: it was cut short while it was read: it had %,d bytes"
                    + " when it was opened, and only 600,000 could be read\n",
                file,
                size));
  }

  private Input items() {
    return Input.of(file, TextForm.asWritten(), console()).watchedBy(Cutting::new);
  }

  @Test
  void itsItemsAreNotCounted() throws IOException {
    assertFails(() -> items().counts(1));
  }

  @Test
  void norOnTwoThreads() throws IOException {
    assertFails(() -> items().counts(2));
  }

  @Test
  void norKept() throws IOException {
    assertFails(() -> items().items());
  }

  @Test
  void norScoredAsIfTheyWereAll() throws IOException {
    assertFails(() -> items().read(new LineStream<String>(2, block -> "", answer -> {})::read));
  }

  @Test
  void norReadAsAModel() throws IOException {
    StringBuilder pairs = new StringBuilder(); // each a row of the model
    for (int i = 0; i < 300 * 300; i++) {
      pairs.appendCodePoint(0x4E00 + i / 300).appendCodePoint(0x4E00 + i % 300).append('\n');
    }
    Path text = Files.writeString(folder.resolve("text"), pairs);
    Run run = Run.of("train", "--force", "-i", text.toString(), "-o", file.toString());
    assertThat(run.exitCode()).isZero();
    assertFails(() -> ModelInput.of(file, console()).through(Cutting::new).model());
  }
}
