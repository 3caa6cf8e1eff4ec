package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.net.BigramNet;
import dev.makemore.cli.io.Terminal;
import dev.makemore.explorer.ExplorerPage;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.io.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExploreCommandTest {

  private static final String PAGE = ExplorerPage.load().orElseThrow().html();

  @TempDir private Path folder;

  private Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path trained(String name, String... options) {
    Path model = folder.resolve(name);
    List<String> line = new ArrayList<>(List.of("train", "-i", "-", "-o", model.toString()));
    line.addAll(List.of(options));
    assertThat(Run.withInput("an\nab\n", line.toArray(String[]::new)).exitCode()).isZero();
    return model;
  }

  private static void assertHolds(String html, String kind, String name, String text)
      throws Exception {
    assertThat(GivenText.of(html)).isEqualTo(Map.of("kind", kind, "name", name, "text", text));
    assertThat(html)
        .isEqualTo(PAGE.replace(">null</script>", ">" + GivenText.json(html) + "</script>"));
  }

  /** Asserts that a run ended with a message, and wrote nothing. */
  private void assertRefused(Run run, int exitCode, String... message) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("makemore: ").contains(message);
    assertThat(folder.resolve("x.html")).doesNotExist();
  }

  private Run explore(String... options) {
    return exploreWith("", options);
  }

  private Run exploreWith(String stdin, String... options) {
    List<String> line = new ArrayList<>(List.of("explore", "-o", html().toString()));
    line.addAll(List.of(options));
    return Run.withInput(stdin, line.toArray(String[]::new));
  }

  private Path html() {
    return folder.resolve("x.html");
  }

  @Test
  void withoutOptionsThePageOfTheBuiltInNamesIsWrittenToTheWorkingFolder() throws Exception {
    Run run = Command.run(Command.builder(List.of(), "explore").directory(folder.toFile()));
    Path written = folder.resolve("makemore.html").toRealPath();
    assertThat(written).hasContent(PAGE);
    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                "",
                "makemore: saved makemore.html\nmakemore: open it in a browser: "
                    + written.toUri()
                    + "\n"));
  }

  @Test
  void aListIsInThePageUnderTheNameOfItsFile() throws Exception {
    Path list = file("two words.txt", "an\r\n\n\"ab\" </script>");
    Run run = explore("-i", list.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).startsWith("makemore: saved " + html() + "\n");
    assertHolds(Files.readString(html()), "list", "two words.txt", "an\n\"ab\" </script>\n");
  }

  @Test
  void aListCanComeThroughAPipe() throws Exception {
    assertThat(exploreWith("an\n", "-i", "-").exitCode()).isZero();
    assertHolds(Files.readString(html()), "list", "list.txt", "an\n");
  }

  @Test
  void aListIsInTheFormThatIsAskedFor() throws Exception {
    assertThat(exploreWith("ZOE\u0308\n", "-i", "-", "--lowercase", "--normalize=NFC").exitCode())
        .isZero();
    assertHolds(Files.readString(html()), "list", "list.txt", "zo\u00eb\n");
  }

  @Test
  void aSavedModelOfAnyKindIsInThePageAsItIsInItsFile() throws Exception {
    Path arpa = file("a.arpa", Run.withInput("an\n", "export", "-i", "-", "--format=arpa").out());
    Path imported = folder.resolve("imported");
    assertThat(Run.of("import", arpa.toString(), "-o", imported.toString()).exitCode()).isZero();
    for (Path model :
        List.of(
            trained("count", "--smoothing=1"),
            trained("net", "--model=net", "--steps=3"),
            imported)) {
      assertThat(explore("-m", model.toString()).exitCode()).isZero();
      String name = model.getFileName().toString();
      assertHolds(Files.readString(html()), "model", name, Files.readString(model));
    }
  }

  @Test
  void aModelCanComeThroughAPipe() throws Exception {
    String model = Files.readString(trained("count"));
    assertThat(exploreWith(model, "-m", "-").exitCode()).isZero();
    assertHolds(Files.readString(html()), "model", "saved.model", model);
  }

  @Test
  void aListAndAModelExcludeEachOther() {
    assertRefused(
        explore("-i", "no-such", "-m", "no-such"),
        2,
        "-i and -m exclude each other; give only one");
  }

  @Test
  void aModelHasNoFormOfText() {
    assertRefused(explore("-m", "x", "--lowercase"), 2, "--lowercase: is for a list");
    assertRefused(explore("-m", "x", "--normalize=NFC"), 2, "--normalize: is for a list");
  }

  @Test
  void whatCanNotBeReadIsRefusedAsInTheOtherCommands() throws Exception {
    assertRefused(explore("-i", "no-such"), 66, "no-such: there is no such file");
    assertRefused(explore("-m", "no-such"), 66, "no-such: there is no such file");
    assertRefused(exploreWith("\n\n", "-i", "-"), 65, "standard input: has no items");
    assertRefused(exploreWith("an\n", "-m", "-"), 65, "standard input");
    Path bad = folder.resolve("bad");
    Files.write(bad, new byte[] {'a', '\n', (byte) 0xFF, '\n'});
    assertRefused(explore("-i", bad.toString()), 65, bad + ":2: byte 0xFF at offset 2");
    Files.write(bad, new byte[] {0x1F, (byte) 0x8B, 0});
    assertRefused(explore("-i", bad.toString()), 65, bad + ": is a gzip file without its end");
    assertRefused(explore("-m", bad.toString()), 65, bad + ": is a gzip file without its end");
  }

  @Test
  void aListOfFourMillionBytesIsTakenAndNoLongerOne() throws Exception {
    String most = "a".repeat(3_999_998) + "b\n";
    assertThat(exploreWith(most, "-i", "-").exitCode()).isZero();
    assertHolds(Files.readString(html()), "list", "list.txt", most);
    Files.delete(html());
    assertRefused(
        exploreWith(most + "\n", "-i", "-"),
        1,
        "standard input: is larger than 4 MB, which is the most that the page takes; learn a model"
            + " from it with 'makemore train', and put that into the page with -m");
  }

  /** DEVANAGARI LETTER QA, of 3 bytes, which NFC writes as two characters. */
  @Test
  void aListThatItsFormMakesTooLongIsRefused() {
    String list = "\u0958".repeat(1_000_000);
    assertRefused(exploreWith(list, "-i", "-", "--normalize", "NFC"), 1, "is larger than 4 MB");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aListWithoutAnEndIsReadNoFurtherThanItHasTo() {
    assertRefused(explore("-i", "/dev/zero"), 1, "/dev/zero: is larger than 4 MB");
  }

  @Test
  void aModelThatIsTooLargeIsRefused() throws Exception {
    Path model = folder.resolve("large");
    int[] characters = IntStream.range('a', 'a' + 499).toArray();
    double[] weights = IntStream.range(0, 500 * 500).mapToDouble(Math::sqrt).toArray();
    ModelFile.save(BigramNet.of(Vocabulary.ofCodePoints(characters), weights), model);
    assertThat(Files.size(model)).isGreaterThan(4_000_000);
    assertRefused(
        explore("-m", model.toString()),
        1,
        model + ": is larger than 4 MB",
        "see it with 'makemore show'");
  }

  @Test
  void aModelThatLooksAtMoreThanOneCharacterIsRefused() throws Exception {
    String lines = Files.readString(trained("count")).replaceFirst("# sha256: .*\n", "");
    Path model = file("long", Sealed.text(lines.replace("kind: count", "kind: long")));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(LongContextKind.loader(folder));
    try {
      assertRefused(
          explore("-m", model.toString()),
          1,
          model + ": looks at 2 characters; the page shows models that look at one");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void anOldPageIsReplacedAndSoIsAnEmptyFile() throws Exception {
    Files.createFile(html());
    assertThat(exploreWith("an\n", "-i", "-").exitCode()).isZero();
    assertHolds(Files.readString(html()), "list", "list.txt", "an\n");
    assertThat(explore().exitCode()).isZero();
    assertThat(html()).hasContent(PAGE);
  }

  @Test
  void anyOtherFileIsReplacedByForceOnly() throws Exception {
    for (String other : List.of("dear diary\n", "<!doctype html>\n<title>makemore</title>\n")) {
      Files.writeString(html(), other);
      Run run = explore("-i", "no-such"); // which it would miss only after that
      assertThat(run)
          .isEqualTo(
              new Run(
                  73,
                  "",
                  "makemore: "
                      + html()
                      + ": exists already, and is not a page of makemore; --force replaces it\n"));
      assertThat(html()).hasContent(other);
      assertThat(explore("--force").exitCode()).isZero();
      assertThat(html()).hasContent(PAGE);
    }
  }

  @Test
  void aFailedRunLeavesTheOldPage() throws Exception {
    assertThat(explore().exitCode()).isZero();
    assertThat(exploreWith("", "-i", "-").exitCode()).isEqualTo(65);
    assertThat(html()).hasContent(PAGE);
  }

  @Test
  void standardOutputHoldsThePageAndStandardErrorNothing() {
    assertThat(Run.of("explore", "-o", "-")).isEqualTo(new Run(0, PAGE, ""));
    Run run = Run.on(Terminal.of("stdout"), "a\u001b[1m\u202eb\n", "explore", "-i", "-", "-o", "-");
    assertThat(run.out()).contains("a\\u001B[1m\\u202Eb\\n").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aPlaceThatCanNotBeWrittenIsRefusedBeforeAnythingIsRead() {
    Run run = Run.of("explore", "-i", "no-such", "-o", folder.resolve("no/x.html").toString());
    assertThat(run.exitCode()).isEqualTo(73);
    assertThat(run.err()).contains("there is no folder " + folder.resolve("no")).hasLineCount(1);
    assertThat(Run.of("explore", "-o", "").err()).contains("the name of the file is missing");
    assertThat(Run.of("explore", "-o", folder.toString()).err()).contains("is a directory");
  }

  @Test
  void noOtherCommandLoadsThePage() throws Exception {
    List<String> tellClasses = List.of("-Xlog:class+load");
    String page = ExplorerPage.class.getName();
    Run explore = Command.run(Command.builder(tellClasses, "explore", "-o", html().toString()));
    assertThat(explore.out()).contains(page);
    Run generate = Command.run(Command.builder(tellClasses, "generate"));
    assertThat(generate.out()).contains("GenerateCommand").doesNotContain(page);
    Run help = Command.run(Command.builder(tellClasses, "--help"));
    assertThat(help.out()).contains("ExploreCommand").doesNotContain(page);
  }
}
