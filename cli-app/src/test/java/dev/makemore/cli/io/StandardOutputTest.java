package dev.makemore.cli.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  @Test
  void textIsUtf8AndBuffered() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter out = StandardOutput.of(bytes, false);
    out.print("\u00e9\n");
    assertThat(bytes.size()).isZero();
    out.flush();
    assertThat(bytes.toByteArray()).isEqualTo("\u00e9\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void onATerminalEachLineIsShownAtOnce() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintWriter out = StandardOutput.of(bytes, true);
    out.print("one\ntw");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("one\n");
    int shown = bytes.size();
    out.write("\nno line ends here\n", 1, 17);
    assertThat(bytes.size()).isEqualTo(shown);
    out.print('\n');
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("one\ntwno line ends here\n");
  }

  @Test
  void theFirstFailureIsThrownThroughThePrintWriterAndTheRestIsSilent() {
    IOException full = new IOException("full");
    PrintWriter out =
        StandardOutput.of(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw full;
              }
            },
            false);
    out.print("name");
    assertThatThrownBy(out::flush)
        .isInstanceOfSatisfying(
            WriteFailedException.class, e -> assertThat(e.reason()).isSameAs(full));
    out.print("more");
    out.flush();
  }

  @Test
  void aBrokenPipeIsToldFromOtherFailures() {
    assertThat(BrokenPipe.isCauseOf(new IOException("The pipe is being closed"))).isTrue();
    assertThat(BrokenPipe.isCauseOf(new IOException("No space left on device"))).isFalse();
    assertThat(BrokenPipe.isCauseOf(new IOException())).isFalse();
  }
}
