package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process, given whatever a file or a pipe may hold. */
class AnyInputTest {

  private static final int LONG = 100_000_000;

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("items"), text);
  }

  private static void assertFails(Run run, int exitCode, String... parts) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("makemore: ").contains(parts).hasLineCount(1);
  }

  private static Run generate(Path input) throws Exception {
    return Command.run("generate", "-n", "1", "--temperature", "0", "-i", input.toString());
  }

  private static void assertScore(
      Path input, int items, int tokens, int vocabulary, double nll, String... more)
      throws Exception {
    String[] command = {"evaluate", "--json", "-i", input.toString()};
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    Run run = Command.run(Command.builder(List.of("-Xmx64m"), all));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "{\"items\":%d,\"tokens\":%d,\"vocabulary\":%d,\"nll\":"
                .formatted(items, tokens, vocabulary));
    String printed = run.out().replaceAll(".*\"nll\":([^,]*),.*\n", "$1");
    assertThat(Double.parseDouble(printed)).isEqualTo(nll, within(1e-12));
  }

  @Test
  void aFileOfNothingOrOfEmptyLinesHasNoItems() throws Exception {
    for (String text : List.of("", "\n\n", "\r\n\r\n", "\uFEFF", "\uFEFF\r\n")) {
      assertFails(generate(file(text)), 65, "items: has no items");
    }
  }

  @Test
  void whatIsNoFileIsNamed() throws Exception {
    assertFails(generate(folder), 66, folder + ": is a directory");
    assertFails(generate(folder.resolve("gone")), 66, "gone: there is no such file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileWithoutPermissionIsNamed() throws Exception {
    Path secret = file("emma\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "root may read everything");
    assertFails(generate(secret), 66, secret + ": no permission");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCanBeOpenedAndNotReadIsAnInputOutputError() throws Exception {
    Path memory = Path.of("/proc/self/mem"); // where nothing is at its start
    assertFails(generate(memory), 74, "/proc/self/mem: can't be read: ");
    assertFails(
        Command.run(Command.builder(List.of(), "evaluate", "--test", memory.toString())),
        74,
        "/proc/self/mem: can't be read: ");
  }

  @Test
  void binaryDataIsRefusedWithItsPlace() throws Exception {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    Path data = Files.write(folder.resolve("noise"), noise);
    assertFails(generate(data), 65, data + ":1: byte 0x", "is not valid UTF-8");
    Path java = Path.of(System.getProperty("java.home"), "lib", "modules");
    assertFails(generate(java), 65, "modules:1: byte 0x", "is not valid UTF-8");
  }

  @Test
  void oneLineIsEnough() throws Exception {
    assertThat(generate(file("ab")).out()).isEqualTo("ab\n");
    // .a aa ab b. : what follows a costs ln 2, twice.
    assertScore(file("aab\n"), 1, 4, 3, 2 * Math.log(2) / 4);
  }

  @Test
  void aFullStopIsACharacterAndNotTheBoundary() throws Exception {
    Path dots = file("..\n.\n");
    assertScore(dots, 2, 5, 2, (Math.log(3) + 2 * Math.log(1.5)) / 5);
    assertThat(Command.run("generate", "-n", "9", "-i", dots.toString()).lines())
        .hasSize(9)
        .allMatch(item -> item.matches("\\.+"));
    String dot = Files.writeString(folder.resolve("dot"), ".\n").toString();
    Run run = Command.run("evaluate", "-i", file("ab\n").toString(), "--test", dot);
    assertThat(run.out()).contains("  . -> \\u{2E}  1\n", "  \\u{2E} -> .  1\n");
  }

  @Test
  void aNulIsACharacter() throws Exception {
    assertThat(generate(file("a\0b\n")).out()).isEqualTo("a\0b\n");
    assertScore(file("\0\n"), 1, 2, 2, 0);
  }

  @Test
  void aByteOrderMarkIsSkippedAtTheStartAndACharacterElsewhere() throws Exception {
    assertScore(file("\uFEFFa\n\uFEFFa\n"), 2, 5, 3, 2 * Math.log(2) / 5);
  }

  @Test
  void aMarkThatStartsAnItemStaysInIt() throws Exception {
    assertThat(generate(file("\u0301a\n")).out()).isEqualTo("\u0301a\n");
    assertScore(file("e\n\u0301\n"), 2, 4, 3, 2 * Math.log(2) / 4);
    assertScore(file("e\n\u0301\n"), 2, 4, 3, 2 * Math.log(2) / 4, "--normalize", "NFC");
    assertScore(file("e\u0301\n"), 1, 2, 2, 0, "--normalize", "NFC");
  }

  /** In 64 MB of memory, with and without a form. */
  @Test
  void aLineOfAHundredMegabytesIsOneItem() throws Exception {
    byte[] line = new byte[LONG];
    Arrays.fill(line, (byte) 'x');
    line[LONG - 1] = 'Y';
    Path input = Files.write(folder.resolve("line"), line);
    // After x: x in all but one of n - 1 cases.
    double n = LONG - 1;
    double nll = ((n - 1) * -Math.log1p(-1 / n) + Math.log(n)) / (LONG + 1);
    assertScore(input, 1, LONG + 1, 3, nll);
    assertScore(input, 1, LONG + 1, 3, nll, "--lowercase", "--normalize", "NFKC");
    Run kept =
        Command.run(
            Command.builder(List.of("-Xmx64m"), "generate", "--new", "-i", input.toString()));
    assertFails(kept, 1, "out of memory; give Java more memory");
  }

  @Test
  void tenThousandCharactersAreNoProblemToCount() throws Exception {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.appendCodePoint(0x4E00 + i).append(i % 3 == 2 ? "\n" : "");
    }
    for (int i = 0; i < 100_000; i++) {
      text.appendCodePoint(0x4E00 + random.nextInt(10_000)).append(i % 4 == 3 ? "\n" : "");
    }
    String input = file(text.toString()).toString();
    List<String> memory = List.of("-Xmx512m");
    Run run =
        Command.run(
            Command.builder(memory, "generate", "-n", "10000", "--smoothing", "0.01", "-i", input));
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(10_000);
    assertThat(Command.run(Command.builder(memory, "evaluate", "--json", "-i", input)).out())
        .contains("\"vocabulary\":10001,");
    assertFails(
        Command.run(Command.builder(memory, "generate", "--model", "net", "-i", input)),
        1,
        "items: has 10000 different characters",
        "a net, which holds at most 1023",
        "use --model count");
  }

  /** A pipe with a name, and what comes out of it. */
  private Run generateFromPipe(Path pipe, Writing writing) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe)) { // once it is read
                writing.writeTo(out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Run run = generate(pipe);
    writer.get(60, TimeUnit.SECONDS);
    return run;
  }

  private interface Writing {
    void writeTo(OutputStream out) throws IOException;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aNamedPipeIsReadToItsEnd() throws Exception {
    Path pipe = folder.resolve("pipe");
    Run run = generateFromPipe(pipe, out -> out.write("ab\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(run.out()).isEqualTo("ab\n");
    Files.delete(pipe);
    assertFails(generateFromPipe(pipe, out -> {}), 65, "pipe: has no items");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsDeletedWhileItIsReadIsReadToItsEnd() throws Exception {
    Path pipe = folder.resolve("pipe");
    Run run =
        generateFromPipe(
            pipe,
            out -> {
              out.write('a');
              out.flush();
              Files.delete(pipe);
              out.write('b');
            });
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("ab\n");
  }
}
