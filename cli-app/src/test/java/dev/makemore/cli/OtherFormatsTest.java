package dev.makemore.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
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
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is something else than it is taken for. */
class OtherFormatsTest {

  private static final String NAMES = "emma\nolivia\n";

  @TempDir private Path folder;

  private static void assertRefused(Run run, String name, String... parts) {
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("makemore: " + name + ": is ").contains(parts).hasLineCount(1);
  }

  private void assertRefused(byte[] content, String... parts) throws IOException {
    Path file = Files.write(folder.resolve("file"), content);
    Path unused = folder.resolve("unused");
    String name = file.toString();
    assertRefused(Run.of("train", "-i", name, "-o", unused.toString()), name, parts);
    assertRefused(Run.of("evaluate", "--test", name), name, parts);
    assertRefused(Run.of("evaluate", "--lowercase", "-i", name), name, parts);
    assertRefused(Run.of("generate", "--new", "-i", name), name, parts);
    assertRefused(Run.of("show", "-m", name), name, parts);
    assertRefused(Run.of("import", name, "-o", unused.toString()), name, parts);
    for (int piece : new int[] {1, 3, 1_000}) { // of a slow pipe
      assertRefused(piped(content, piece, "evaluate", "-i", "-"), "standard input", parts);
      assertRefused(piped(content, piece, "score", "-"), "standard input", parts);
      assertRefused(piped(content, piece, "evaluate", "-m", "-"), "standard input", parts);
    }
    assertThat(unused).doesNotExist();
  }

  /** A run with standard input that comes in pieces of some bytes. */
  private static Run piped(byte[] content, int piece, String... arguments) {
    InputStream in =
        new ByteArrayInputStream(content) {
          @Override
          public synchronized int read(byte[] target, int start, int length) {
            return super.read(target, start, Math.min(piece, length));
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    PrintWriter text = StandardOutput.of(out, false);
    Console console = new Console(in, out, text, new PrintWriter(err, true), Terminal.of(""));
    return new Run(Main.run(console, arguments), out.toString(UTF_8), err.toString());
  }

  private interface Packer {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] packed(Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packer.around(bytes)) {
      out.write(NAMES.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void whatIsInsideOfAGzipFileIsLookedAtAgain() throws IOException {
    String inside = "compressed by gzip, and what is inside is ";
    byte[] gzip = packed(GZIPOutputStream::new);
    assertRefused(gzipped(gzip), inside + "compressed by gzip", "'gunzip -c FILE | makemore");
    assertRefused(gzipped("%PDF-1.7\n".getBytes(UTF_8)), inside + "a PDF file");
    assertRefused(gzipped(NAMES.getBytes(UTF_16)), inside + "text in UTF-16");
  }

  @Test
  void anArchiveIsToBeUnpackedOrSavedAsText() throws IOException {
    byte[] zip =
        packed(
            out -> {
              ZipOutputStream archive = new ZipOutputStream(out);
              archive.putNextEntry(new ZipEntry("names.txt"));
              return archive;
            });
    assertRefused(zip, "zip archive, or a document of Word, Excel or LibreOffice", "plain text");
  }

  /** The names have no byte order mark in Java, except that of UTF-16. */
  @ParameterizedTest
  @CsvSource({
    "UTF-16, '', UTF-16",
    "UTF-16LE, \uFEFF, UTF-16",
    "UTF-16BE, \uFEFF, UTF-16",
    "UTF-32LE, \uFEFF, UTF-32",
    "UTF-32BE, \uFEFF, UTF-32"
  })
  void textInAnotherEncodingIsToBeConverted(String encoding, String mark, String name)
      throws IOException {
    byte[] text = (mark + NAMES).getBytes(Charset.forName(encoding));
    assertRefused(text, "text in " + name + ";", "'iconv -f " + name + " -t UTF-8 FILE | makemore");
  }

  /**
   * The first bytes as the documents of the formats have them: bzip2 1.0 manual, xz file format
   * 1.2.1 section 2.1.1.1, RFC 8878 section 3.1.1, 7zFormat.txt, ISO 32000-1 section 7.5.2,
   * [MS-CFB] section 2.2, RTF 1.9.1, sqlite.org/fileformat.html section 1.2, PNG section 5.2, JFIF
   * 1.02.
   */
  @ParameterizedTest
  @CsvSource({
    "425A68393141592653590000, compressed by bzip2",
    "FD377A585A000004E6D6B446, compressed by xz",
    "28B52FFD040D0000, compressed by zstd",
    "377ABCAF271C0004, compressed by 7-Zip",
    "255044462D312E370A25E2E3, PDF",
    "D0CF11E0A1B11AE100000000, 'document of Word, Excel'",
    "7B5C727466315C616E7369, rich text",
    "53514C69746520666F726D6174203300, SQLite",
    "89504E470D0A1A0A0000000D, picture",
    "FFD8FFE000104A464946, picture"
  })
  void otherFilesAreNamed(String hexadecimal, String part) throws IOException {
    assertRefused(HexFormat.of().parseHex(hexadecimal), part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK",
        "PKa\n",
        "BZh9\n",
        "B",
        "7zip\n",
        "%PDF\n",
        "{\\rt\n",
        "SQLite format 3\n",
        "(\n"
      })
  void aTextThatOnlyStartsAlikeIsRead(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text);
    Run run = Run.of("evaluate", "--json", "-i", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("{\"items\":1,\"tokens\":" + (text.strip().length() + 1) + ",");
    assertThat(run.err()).isEmpty();
    assertThat(piped(text.getBytes(UTF_8), 1, "evaluate", "--json", "-i", "-")).isEqualTo(run);
  }

  /** Asserts that a text gets a hint, and the same result as the same text without one. */
  private void assertHint(String text, String... parts) throws IOException {
    Path file = Files.writeString(folder.resolve("text"), text);
    Run run = Run.of("evaluate", "--json", "-i", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("{\"items\":");
    assertThat(run.err()).startsWith("makemore: " + file + ": ").contains(parts).hasLineCount(1);
  }

  private void assertNoHint(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("text"), text);
    Run run = Run.of("evaluate", "--json", "-i", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aSingleItemWithCarriageReturnsGetsAHint() throws IOException {
    assertHint("anna\rben\rcarl\r", "is a single item, with carriage returns", "tr '\\r' '\\n'");
    assertHint("anna\rben\rcarl\n", "is a single item, with carriage returns");
    assertNoHint("anna\r\nben\r\n");
    assertNoHint("anna\r\n");
    assertNoHint("anna\rben\ncarl\n"); // somebody's character
  }

  @Test
  void aTableWithNumbersGetsAHint() throws IOException {
    assertHint("name,count\nanna,3\n", "looks like a table with numbers", "add --weights 2");
    assertHint("anna,3\nben,5\n", "if column 2 says", "add --weights 2");
    assertHint("3,anna\n5,ben\n", "if column 1 says", "add --weights 1");
    assertHint("name;sex;count\nanna;f;3\nben;m;55\n", "add --weights 3");
    assertHint("anna\t3\r\nben\t5\r\n", "table"); // a carriage return may be the last character
    assertHint("anna,3,f\nben,5,m\n", "if a column says", "add --weights and its number");
    assertHint("1,anna,30\n2,ben,20\n", "in the first other column", "--weights and its number");
    assertNoHint("anna\n");
    assertNoHint("anna,3\n"); // one line is no table
    assertNoHint("anna,maria\nben,otto\n"); // no numbers
    assertNoHint("anna,3\nben\n"); // one line has no separator
    assertNoHint("Smith, John\nMiller, Ann\nx, y2\n"); // not beside a separator
    assertNoHint("a,b\nc,d\ne,1\n"); // one line of three
    assertNoHint("r2d2\nc3po\n");
  }

  @Test
  void textInUtf16WithoutAMarkGetsAHint() throws IOException {
    Path file = folder.resolve("text");
    for (String encoding : new String[] {"UTF-16LE", "UTF-16BE"}) {
      Files.write(file, NAMES.getBytes(Charset.forName(encoding)));
      Run run = Run.of("evaluate", "-i", file.toString());
      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).contains(": half of its characters are U+0000; ", "iconv -f UTF-16LE");
    }
    assertNoHint("a\0b\nccc\n");
    assertNoHint("\0\n");
  }

  @Test
  void aHintComesOnceForEachTextAndNeverForTheBuiltInNames() throws IOException {
    Path file = Files.writeString(folder.resolve("text"), "anna,3\nben,5\n");
    Run run = Run.of("evaluate", "-i", file.toString(), "--test", file.toString());
    assertThat(run.err()).hasLineCount(2);
    Stream.of("evaluate", "show", "generate")
        .forEach(command -> assertThat(Run.of(command).err()).isEmpty());
  }

  @Test
  void aModelIsNoList() {
    String model = folder.resolve("names.model").toString();
    assertThat(Run.of("train", "-q", "-o", model).exitCode()).isZero();
    for (String command : List.of("generate -i", "evaluate --test", "score -m " + model + " -i")) {
      Run run = Run.of((command + " " + model).split(" "));
      assertThat(run.exitCode()).isEqualTo(65);
      assertThat(run.err())
          .isEqualTo(
              "makemore: " + model + ": is a makemore model, and not a list; use it with -m\n");
    }
  }
}
