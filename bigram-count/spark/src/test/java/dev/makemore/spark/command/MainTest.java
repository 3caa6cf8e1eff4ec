package dev.makemore.spark.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Scorer;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.ModelFile;
import dev.makemore.ngram.NgramModel;
import dev.makemore.spark.Sessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private static final List<String> NAMES = List.of("emma", "Olivia", "ava", "noah");

  @TempDir private Path folder;

  private String said = "";

  @BeforeAll
  static void start() {
    Sessions.local();
  }

  @AfterAll
  static void stop() {
    Sessions.local().stop();
  }

  private int run(String... arguments) {
    StringWriter messages = new StringWriter();
    int code = Main.run(new PrintWriter(messages, true), arguments);
    said = messages.toString();
    return code;
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String text(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
    return file(name);
  }

  private String names() throws IOException {
    return text("names/one.txt", String.join("\n", NAMES) + "\n");
  }

  private LanguageModel saved() throws IOException {
    return ModelFile.load(folder.resolve("m"));
  }

  @Test
  void pairsOfAFolderAreCounted() throws IOException {
    names();
    text("names/more/two.txt", "mia\r\n\nzoe");
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("names/three.gz")))) {
      gzip.write("ada\n".getBytes(StandardCharsets.UTF_8));
    }
    text("names/_SUCCESS", "no name");
    assertThat(run("count", "-i", file("names"), "-o", file("m"))).isZero();
    List<String> all = Stream.concat(NAMES.stream(), Stream.of("mia", "zoe", "ada")).toList();
    assertThat(((CountModel) saved()).counts()).isEqualTo(CountModel.fit(Corpus.of(all)).counts());
    assertThat(said)
        .contains("makemore-spark: counted 7 items: ")
        .endsWith("makemore-spark: saved " + file("m") + System.lineSeparator());
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("names", "m"); // and no .crc
  }

  @Test
  void longerRunsAreCountedInLowerCase() throws IOException {
    assertThat(
            run(
                "count",
                "-i",
                names(),
                "-o",
                file("m"),
                "--order",
                "4",
                "--lowercase",
                "--tasks=1"))
        .isZero();
    Corpus lower = Corpus.of(NAMES.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    assertThat(((NgramModel) saved()).counts()).isEqualTo(NgramCounts.of(4, lower));
  }

  @Test
  void aTableIsCountedAndScored() throws IOException {
    Sessions.local()
        .createDataset(NAMES, Encoders.STRING())
        .toDF("name")
        .write()
        .parquet(file("table"));
    assertThat(
            run("count", "-i", file("table"), "--format=parquet", "--column=name", "-o", file("m")))
        .isZero();
    CountModel model = (CountModel) saved();
    assertThat(model.counts()).isEqualTo(CountModel.fit(Corpus.of(NAMES)).counts());
    assertThat(
            run(
                "count",
                "-i",
                file("table"),
                "--format=parquet",
                "--column=name",
                "--lowercase",
                "-o",
                file("lower")))
        .isZero();
    assertThat(ModelFile.load(folder.resolve("lower")).vocabulary())
        .isEqualTo(Vocabulary.of("emmaoliviavanoh"));
    assertThat(
            run(
                "score",
                "-m",
                file("m"),
                "-i",
                file("table"),
                "--format=parquet",
                "--column=name",
                "-o",
                file("scored")))
        .isZero();
    Scorer scorer = Scorer.of(CountModel.fit(model.counts(), 1));
    List<Row> rows = Sessions.local().read().parquet(file("scored")).collectAsList();
    assertThat(rows).hasSameSizeAs(NAMES);
    for (Row row : rows) {
      assertThat(row.getDouble(row.fieldIndex("nll")))
          .isEqualTo(scorer.score(row.getString(0)).averageNll());
      assertThat(row.getDouble(row.fieldIndex("total")))
          .isEqualTo(scorer.score(row.getString(0)).totalNll());
    }
  }

  @Test
  void everyLineIsScoredInOrder() throws IOException {
    run("count", "-i", names(), "-o", file("m"));
    String texts = text("texts.txt", "emma\n\nxyz\n");
    assertThat(run("score", "-m", file("m"), "-i", texts, "-o", file("scored"), "--smoothing", "0"))
        .isZero();
    List<String> lines = new ArrayList<>();
    try (Stream<Path> parts = Files.list(folder.resolve("scored"))) {
      for (Path part : parts.filter(p -> p.toString().endsWith(".txt")).sorted().toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    Scorer.Score emma = Scorer.of(saved()).score("emma");
    assertThat(lines)
        .containsExactly(
            String.format(Locale.ROOT, "%.6f\t%.6f\temma", emma.averageNll(), emma.totalNll()),
            "Infinity\tInfinity\t",
            "Infinity\tInfinity\txyz");
  }

  /** A model that is smoothed by 0.5. */
  private String valid() throws IOException {
    ModelFile.save(CountModel.fit(Corpus.of(NAMES), 0.5), folder.resolve("valid.model"));
    return file("valid.model");
  }

  private void fails(int code, String message, String... arguments) {
    assertThat(run(arguments)).isEqualTo(code);
    assertThat(said).startsWith("makemore-spark: ").contains(message).doesNotContain("\tat ");
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    String m = file("m");
    fails(2, "which command? count or score");
    fails(2, "Missing required option", "count", "-i", "x");
    fails(2, "--order must be from 1 to 16, was 17", "count", "-i", "x", "-o", m, "--order", "17");
    fails(2, "--smoothing must be", "count", "-i", "x", "-o", m, "--smoothing", "-1");
    fails(2, "'two' is not an int", "count", "-i", "x", "-o", m, "--tasks", "two");
    fails(2, "needs --column", "count", "-i", names(), "-o", m, "--format", "parquet");
    fails(
        2,
        "--tasks is for text",
        "count",
        "-i=x",
        "-o",
        m,
        "--format=csv",
        "--column=a",
        "--tasks=1");
    fails(2, "'a:b' is no path", "count", "-i", "a:b", "-o", m);
    fails(66, "are left out", "count", "-i", text("_hidden", "emma"), "-o", m);
    fails(73, "is a folder", "count", "-i", names(), "-o", file("new") + "/");
    fails(66, "nowhere: there is no such file", "count", "-i", file("nowhere"), "-o", m);
    fails(73, "there is no folder", "count", "-i", names(), "-o", file("no/m"));
    fails(73, "is not a model", "count", "-i", names(), "-o", text("other", "text"));
    fails(73, "is a folder", "count", "-i", names(), "-o", folder.toString());
    fails(65, "there are no items", "count", "-i", text("empty.txt", "\n\n"), "-o", m);
    fails(66, "no such file", "score", "-m", file("none"), "-i", names(), "-o", file("out"));
    fails(66, "is a folder, and not", "score", "-m", folder.toString(), "-i=x", "-o", file("out"));
    fails(73, "is a file", "score", "-m", valid(), "-i", names(), "-o", file("other/out"));
    fails(65, "other", "score", "-m", file("other"), "-i", names(), "-o", file("out"));
    assertThat(folder.resolve("m")).doesNotExist();
    assertThat(folder.resolve("other")).hasContent("text");
  }

  @Test
  void aMalformedFileIsNamedWithTheOffset() throws IOException {
    Files.createDirectories(folder.resolve("bad"));
    Files.writeString(folder.resolve("bad/a.txt"), "emma\n");
    Files.write(folder.resolve("bad/b.txt"), new byte[] {'a', 'v', 'a', '\n', 'x', (byte) 0xE9});
    String message = "b.txt: the bytes at offset 5 are not valid UTF-8";
    fails(65, message, "count", "-i", file("bad"), "-o", file("m"));
    run("count", "-i", names(), "-o", file("m"));
    fails(65, message, "score", "-m", file("m"), "-i", file("bad"), "-o", file("out"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void tooManyDistinctPairsAreRefused() throws IOException {
    fails(
        65,
        "there are more than 5 distinct n-grams",
        "count",
        "-i",
        names(),
        "-o",
        file("m"),
        "--limit",
        "5");
    assertThat(folder.resolve("m")).doesNotExist();
  }

  @Test
  void aProtectedModelIsKept() throws IOException {
    String model = valid();
    assertThat(folder.resolve("valid.model").toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(folder.resolve("valid.model"))).isFalse(); // root may write it
    fails(73, "is write-protected; --force", "count", "-i", names(), "-o", model);
  }

  @Test
  void aCompressedFileWithoutItsEndIsNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("emma\nolivia\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 6));
    Files.writeString(folder.resolve("plain.gz"), "emma\n");
    Files.write(folder.resolve("zipped.txt"), bytes.toByteArray());
    String m = file("m");
    fails(65, "cut.gz: the compressed file is damaged", "count", "-i", file("cut.gz"), "-o", m);
    fails(65, "plain.gz: the compressed file is", "count", "-i", file("plain.gz"), "-o", m);
    fails(65, "let its name end with .gz", "count", "-i", file("zipped.txt"), "-o", m);
  }

  @Test
  void theFirstProblemIsTheSameInOneTask() throws IOException {
    Files.createDirectories(folder.resolve("bad"));
    Files.write(folder.resolve("bad/z.txt"), new byte[] {'a', 'b', 'c', (byte) 0xFF});
    Files.write(folder.resolve("bad/b.txt"), new byte[] {'a', 'b', (byte) 0xFF});
    String[] together = {"-i", file("bad/z.txt"), "-i", file("bad/b.txt"), "-o", file("m")};
    for (String more : List.of("--tasks=1", "--limit=1", "--order=3")) {
      assertThat(
              run(
                  Stream.concat(Stream.of("count", more), Stream.of(together))
                      .toArray(String[]::new)))
          .isEqualTo(65);
      assertThat(said).contains("b.txt: the bytes at offset 2 ");
    }
  }

  @Test
  void theSmoothingOfTheModelIsUsed() throws IOException {
    assertThat(run("score", "-m", valid(), "-i", text("one", "emma\n"), "-o", file("out")))
        .isZero();
    assertThat(said).contains("scored 1 item").contains("saved ");
    Scorer.Score emma = Scorer.of(CountModel.fit(Corpus.of(NAMES), 0.5)).score("emma");
    assertThat(Sessions.local().read().textFile(file("out")).first())
        .isEqualTo(
            String.format(Locale.ROOT, "%.6f\t%.6f\temma", emma.averageNll(), emma.totalNll()));
  }

  @Test
  void noColumnOfATableIsReplaced() throws IOException {
    String table = text("t.csv", "name,NLL\nemma,1\n");
    fails(
        65,
        "the rows have a column 'NLL' already",
        "score",
        "-m",
        valid(),
        "-i",
        table,
        "--format=csv",
        "--column=name",
        "-o",
        file("out"));
    String broken = text("t.json", "{\"name\":\"emma\"}\n{bro\n");
    assertThat(run("count", "-i", broken, "--format=json", "--column=name", "-o", file("m")))
        .isNotZero();
    String dotted = text("d.json", "{\"a.b\":\"emma\"}\n");
    assertThat(run("count", "-i", dotted, "--format=json", "--column=a.b", "-o", file("d")))
        .as(said)
        .isZero();
    assertThat(run("count", "-i", table, "--format=nosuch", "--column=name", "-o", file("m")))
        .isEqualTo(65);
    assertThat(folder.resolve("m")).doesNotExist();
  }

  @Test
  void anOutputThatExistsIsKept() throws IOException {
    run("count", "-i", names(), "-o", file("m"));
    text("out/mine", "mine");
    fails(73, "exists already", "score", "-m", file("m"), "-i", names(), "-o", file("out"));
    assertThat(folder.resolve("out/mine")).hasContent("mine");
  }

  @Test
  void aColumnThatIsMissingIsNamed() throws IOException {
    Sessions.local().range(3).toDF("id").write().parquet(file("ids"));
    fails(
        65,
        "there is no column 'name'; the columns are id",
        "count",
        "-i",
        file("ids"),
        "--format=parquet",
        "--column=name",
        "-o",
        file("m"));
    fails(
        65,
        "the column 'id' holds bigint, and not string",
        "count",
        "-i",
        file("ids"),
        "--format=parquet",
        "--column=id",
        "-o",
        file("m"));
  }
}
