package dev.makemore.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that gzip has compressed. */
class GzipInputTest {

  /** By gzip 1.12, with the name of the file in its header. */
  private static final String BY_GZIP =
      "1f8b08080a350b6b000363726c662e747874004bcccb4be4e54a4acde3e50200072667850b000000";

  @TempDir private Path folder;

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  private String file(String name, String text) throws IOException {
    return file(name, text.getBytes(UTF_8));
  }

  @Test
  void whatTheProgramGzipHasWrittenIsRead() throws IOException {
    String packed = file("crlf.txt.gz", HexFormat.of().parseHex(BY_GZIP));
    assertThat(Run.of("evaluate", "--json", "-i", packed))
        .isEqualTo(Run.of("evaluate", "--json", "-i", file("crlf.txt", "anna\r\nben\r\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate --json -i F",
        "evaluate --json --lowercase -i F",
        "evaluate --json --test F",
        "generate -n 3 --seed 1 -i F",
        "generate -n 3 --seed 1 --new -i F",
        "generate -n 3 --seed 1 --new --known F",
        "score -i F anna",
        "score --text-only -m M -i F",
        "compare --json M M --top 0 -i F",
        "evaluate --json -m M",
        "merge M M -o -",
        "export --format csv -m M",
        "import A -o -",
        "explore -o - -i F",
        "train -o - -i F"
      })
  void itIsReadAsWhatIsInside(String command) throws IOException {
    String list = file("F", "anna\nben\ncarl\n");
    String model = folder.resolve("M").toString();
    assertThat(Run.of("train", "-i", list, "-o", model).exitCode()).isZero();
    String arpa = folder.resolve("A").toString();
    assertThat(Run.of("export", "-m", model, "--format", "arpa", "-o", arpa).exitCode()).isZero();
    Run plain = run(command);
    assertThat(plain.exitCode()).as(plain.err()).isZero();
    for (String name : List.of("F", "M", "A")) {
      file(name, gzip(Files.readString(folder.resolve(name))));
    }
    assertThat(run(command)).isEqualTo(plain);
  }

  private Run run(String command) {
    return Run.of(
        Arrays.stream(command.split(" "))
            .map(word -> word.matches("[FMA]") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new));
  }

  @Test
  void severalMembersAreOneText() throws IOException {
    String packed = file("gz", join(gzip("an"), gzip(""), gzip("na\nben\n"), new byte[512]));
    assertThat(Run.of("evaluate", "--json", "-i", packed))
        .isEqualTo(Run.of("evaluate", "--json", "-i", file("text", "anna\nben\n")));
  }

  /** Whether more is there already or not: JDK-7036144. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 18, 19, 1_000_000})
  void soTheyAreFromAPipeThatIsFilledInPieces(int piece) throws IOException {
    byte[] packed = join(gzip("anna\n"), gzip("ben\n"), gzip("carl\n"));
    InputStream pipe =
        new ByteArrayInputStream(packed) {
          @Override
          public synchronized int read(byte[] target, int start, int length) {
            return super.read(target, start, Math.min(piece, length));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    PrintWriter text = StandardOutput.of(out, false);
    Console console = new Console(pipe, out, text, new PrintWriter(err, true), Terminal.of(""));
    int exitCode = Main.run(console, new String[] {"score", "--text-only", "-"});
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("anna\nben\ncarl\n");
  }

  @Test
  void soTheyAreFromARealPipeThatWaitsBetweenThem() throws Exception {
    Process process =
        Command.builder(List.of(), "score", "--text-only", "-")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      for (String item : List.of("anna\n", "ben\n")) {
        in.write(gzip(item));
        in.flush();
        assertThat(process.getInputStream().readNBytes(item.length()))
            .isEqualTo(item.getBytes(UTF_8)); // is printed before there is more
      }
    }
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(Command.exitCode(process)).isZero();
  }

  private static void assertRefused(Run run, String file, String reason) {
    assertThat(run.err()).isEqualTo("makemore: " + file + ": " + reason + "; copy it again\n");
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void oneWithoutItsEndIsRefusedAndNothingIsLearned() throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300_000; i++) {
      text.append((char) ('a' + random.nextInt(26))).append(i % 5 == 0 ? "\n" : "");
    }
    byte[] whole = gzip(text.toString());
    String unused = folder.resolve("unused").toString();
    for (int length : new int[] {2, 9, 1_000, whole.length / 2, whole.length - 1}) {
      String cut = file("cut.gz", Arrays.copyOf(whole, length));
      Run run = Run.of("train", "-i", cut, "-o", unused);
      assertRefused(run, cut, "is a gzip file without its end");
      assertRefused(
          Run.of("train", "-i", cut, "-o", unused, "--lowercase"),
          cut,
          "is a gzip file without its end");
    }
    assertThat(Path.of(unused)).doesNotExist();
  }

  @Test
  void aDamagedOneIsRefused() throws IOException {
    byte[] whole = gzip("anna,3\nben,5\n");
    byte[] checksum = whole.clone();
    checksum[whole.length - 8]++;
    byte[] length = whole.clone();
    length[whole.length - 4]++;
    byte[] method = whole.clone();
    method[2]++;
    byte[] flags = whole.clone();
    flags[3] = 32;
    byte[] data = whole.clone();
    data[10] = 7; // a block of a type that does not exist
    byte[] garbage = join(whole, "abc".getBytes(UTF_8));
    byte[] afterZeros = join(whole, new byte[3], whole);
    byte[] secondHeader = join(whole, whole);
    secondHeader[whole.length + 1]++;
    byte[][] all = {checksum, length, method, flags, data, garbage, afterZeros, secondHeader};
    for (byte[] each : all) {
      String file = file("damaged.gz", each);
      assertRefused(Run.of("evaluate", "-i", file), file, "is a damaged gzip file");
      assertRefused(Run.of("show", "-m", file), file, "is a damaged gzip file");
      Run table = Run.of("evaluate", "--weights", "2", "-i", file);
      assertRefused(table, file, "is a damaged gzip file");
    }
  }

  @Test
  void whatIsInsideMustBeAText() throws IOException {
    String empty = file("empty.gz", gzip("\n"));
    assertThat(Run.of("evaluate", "-i", empty).err())
        .isEqualTo("makemore: " + empty + ": has no items; write one item a line\n");
    String binary = file("binary.gz", gzip("a\nb\uFFFDc\n"));
    assertThat(Run.of("evaluate", "--json", "-i", binary).exitCode()).isZero();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(new byte[] {'a', '\n', 'b', (byte) 0xFF});
    }
    String malformed = file("malformed.gz", bytes.toByteArray());
    assertThat(Run.of("evaluate", "-i", malformed).err())
        .startsWith("makemore: " + malformed + ":2: byte 0xFF at offset 3 is not valid UTF-8");
    String table = file("table.gz", gzip("anna,3\nben,5\n"));
    assertThat(Run.of("evaluate", "-i", table).err()).contains("add --weights 2");
  }
}
