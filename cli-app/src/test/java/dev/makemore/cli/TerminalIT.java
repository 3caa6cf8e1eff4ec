package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is shipped, on a terminal, which the system's command script makes. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TerminalIT {

  private static final Path LAUNCHER = Path.of("target", "makemore", "bin", "makemore");
  private static final String PROMPT = "any key goes on, q ends";
  private static final String ERASE = "\r\u001b[K";

  @TempDir private Path folder;

  /** A command on a terminal: what it has printed, and the keys. */
  private static final class Session implements AutoCloseable {

    private final Process script;
    private final InputStream out;
    private final StringBuilder said = new StringBuilder();

    Session(Process script) {
      this.script = script;
      this.out = script.getInputStream();
    }

    /** Reads on until {@code text} has been printed {@code times} times. */
    void await(String text, int times) {
      while (said.toString().split(Pattern.quote(text), -1).length <= times) {
        assertThat(readMore()).as("more than: %s", said).isTrue();
      }
    }

    private boolean readMore() {
      try {
        int b = out.read();
        said.append((char) b);
        return b >= 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void press(String key) throws IOException {
      script.getOutputStream().write(key.getBytes(StandardCharsets.UTF_8));
      script.getOutputStream().flush();
    }

    /** Everything that was printed, once the command has ended. */
    String toTheEnd() throws Exception {
      String rest = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return (said + rest).replace("\r\n", "\n");
    }

    @Override
    public void close() {
      script.destroyForcibly();
    }
  }

  /** Runs a line of shell on a terminal of {@code columns} columns; $m is the launcher. */
  private Session terminal(int columns, String line) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script here");
    List<String> command = new ArrayList<>(List.of("/usr/bin/script", "-qec"));
    command.add("stty cols " + columns + "; " + line);
    command.add("/dev/null");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.contains("COLOR") || key.equals("COLUMNS"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("TERM", "xterm");
    environment.put("SHELL", "/bin/sh");
    environment.put("m", LAUNCHER.toAbsolutePath().toString());
    return new Session(builder.redirectErrorStream(true).start());
  }

  @Test
  void theDemoWaitsForAKeyAfterEachChapter() throws Exception {
    try (Session demo = terminal(80, "\"$m\" demo")) {
      for (int chapter = 1; chapter <= 10; chapter++) {
        demo.await(PROMPT, chapter);
        demo.press(chapter % 2 == 0 ? " " : "\u001b[C"); // an arrow is one key, too
        demo.await("\n" + chapter + ". ", 0);
      }
      String all = demo.toTheEnd();
      assertThat(all).contains("10. ").contains("largest error of a row").contains("step   0");
      assertThat(all.split(PROMPT, -1)).hasSize(11);
    }
  }

  @Test
  void qEndsTheDemoAndTheTerminalIsAsBefore() throws Exception {
    try (Session demo = terminal(80, "stty -g; \"$m\" demo; echo \"code $?\"; stty -g")) {
      demo.await(PROMPT, 1);
      demo.press("x");
      demo.await(PROMPT, 2);
      demo.press("q");
      String all = demo.toTheEnd();
      List<String> lines = List.of(all.split("\n"));
      assertThat(all).contains("1. ").doesNotContain("2. ").contains("code 0");
      assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.get(0)); // the terminal's settings
    }
  }

  @Test
  void ctrlCWhileTheDemoWaitsLeavesTheTerminalAsBefore() throws Exception {
    assumeFalse(isInterruptIgnored(), "SIGINT is ignored in this environment");
    String line = "trap : INT; stty -g; \"$m\" demo; echo \"code $?\"; stty -g";
    try (Session demo = terminal(80, line)) {
      demo.await(PROMPT, 1);
      demo.press("\u0003");
      List<String> lines = List.of(demo.toTheEnd().split("\n"));
      assertThat(lines).anyMatch(shown -> shown.endsWith(ERASE + "code 130"));
      assertThat(lines.get(lines.size() - 1)).isEqualTo(lines.get(0));
    }
  }

  @Test
  void theDemoDoesNotWaitIfToldSoOrWithoutAKeyboard() throws Exception {
    for (String line : List.of("\"$m\" demo --no-pause", "\"$m\" demo </dev/null")) {
      try (Session demo = terminal(80, line)) {
        assertThat(demo.toTheEnd()).contains("10. ").doesNotContain(PROMPT);
      }
    }
  }

  @Test
  void theDemoIsAsWideAsTheTerminal() throws Exception {
    for (int columns : new int[] {40, 80}) {
      try (Session demo = terminal(columns, "\"$m\" demo --no-pause --no-color")) {
        assertThat(Stream.of(demo.toTheEnd().split("\n")).map(TerminalIT::shown))
            .filteredOn(line -> !line.startsWith("    makemore "))
            .allMatch(line -> line.length() <= columns)
            .anyMatch(line -> line.length() > columns - 10);
      }
    }
  }

  /** Whether this process, and so its children, ignores SIGINT, as in the background of a shell. */
  private static boolean isInterruptIgnored() throws IOException {
    String mask =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    return (new BigInteger(mask.substring(7).strip(), 16).intValue() & 2) != 0; // bit 1 is signal 2
  }

  /** What is left of a line after it was drawn again. */
  private static String shown(String line) {
    int last = line.lastIndexOf(ERASE);
    return last < 0 ? line : line.substring(last + ERASE.length());
  }

  @Test
  void onlyATerminalWith256ColorsGetsThem() throws Exception {
    try (Session few = terminal(80, "\"$m\" show --row q");
        Session many = terminal(80, "TERM=xterm-256color \"$m\" show --row q");
        Session none = terminal(80, "TERM=dumb \"$m\" show --row q")) {
      assertThat(few.toTheEnd()).contains("\u001b[45m").doesNotContain("48;5;");
      assertThat(many.toTheEnd()).contains("\u001b[48;5;");
      assertThat(none.toTheEnd()).doesNotContain("\u001b");
    }
  }
}
