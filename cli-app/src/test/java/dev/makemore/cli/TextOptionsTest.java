package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.io.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextOptionsTest {

  @TempDir private Path folder;

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Run greedy(String input, String... more) {
    String[] first = {"generate", "-i", "-", "-n", "1", "--temperature", "0"};
    String[] all = new String[first.length + more.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Run.withInput(input, all);
  }

  @Test
  void textIsAsItIsWrittenUnlessToldOtherwise() {
    assertThat(greedy("E\u0301\uFB01\n").out()).isEqualTo("E\u0301\uFB01\n");
  }

  @Test
  void whatIsLearnedIsInTheFormThatIsAskedFor() {
    String text = "E\u0301\uFB01\n";
    assertThat(greedy(text, "--lowercase").out()).isEqualTo("e\u0301\uFB01\n");
    assertThat(greedy(text, "--normalize", "NFC").out()).isEqualTo("\u00C9\uFB01\n");
    assertThat(greedy(text, "--normalize", "NFKC").out()).isEqualTo("\u00C9fi\n");
    assertThat(greedy(text, "--lowercase", "--normalize", "NFKC").out()).isEqualTo("\u00E9fi\n");
  }

  @Test
  void aFormThatDoesNotComposeIsNoChoice() {
    for (String form : new String[] {"NFD", "nfc", ""}) {
      Run run = Run.of("generate", "--normalize", form);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("--normalize", "NFC or NFKC");
    }
  }

  @Test
  void learnedTextAndScoredTextAreTreatedAlike() throws Exception {
    String test = file("test", "E\u0301\n");
    Run raw = Run.withInput("\u00E9\n", "evaluate", "--json", "-i", "-", "--test", test);
    assertThat(raw.out()).contains("\"impossible\":3");
    Run alike =
        Run.withInput(
            "\u00C9\n",
            "evaluate",
            "--json",
            "-i",
            "-",
            "--test",
            test,
            "--lowercase",
            "--normalize",
            "NFC");
    assertThat(alike.out()).contains("\"tokens\":2,").contains("\"nll\":0,").endsWith(":0}\n");
  }

  @Test
  void aSavedModelScoresTextInTheForm() throws Exception {
    Path model = folder.resolve("model");
    ModelFile.save(CountModel.fit(Corpus.of("ab")), model);
    String[] command = {"evaluate", "--json", "-m", model.toString(), "-i", "-", "--lowercase"};
    assertThat(Run.withInput("AB\n", command).out()).contains("\"nll\":0,");
  }

  @Test
  void aTextIsScoredInTheFormAndPrintedAsItCame() {
    String scores = Run.of("score", "emma").out().replace("emma", "");
    assertThat(Run.of("score", "EMMA", "--lowercase").out().replace("EMMA", "")).isEqualTo(scores);
    assertThat(Run.withInput("EMMA\n", "score", "--lowercase", "--text-only").out())
        .isEqualTo("EMMA\n");
    assertThat(Run.of("score", "EMMA", "--lowercase", "--explain").out())
        .isEqualTo(Run.of("score", "emma", "--explain").out().replaceFirst("emma", "EMMA"));
  }

  @Test
  void aModelIsTrainedInTheForm() {
    String model = folder.resolve("model").toString();
    assertThat(Run.withInput("E\u0301\n", "train", "-i", "-", "-o", model, "--normalize", "NFC"))
        .matches(run -> run.exitCode() == 0);
    assertThat(Run.of("generate", "-m", model, "-n", "1").out()).isEqualTo("\u00C9\n");
  }

  @Test
  void whatIsNewIsFoundOutInTheForm() throws Exception {
    Run run = greedy("AB\n", "--new", "--lowercase");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    String known = file("known", "A\u0301\n");
    String[] more = {"--new", "--known", known, "--lowercase"};
    assertThat(greedy("\u00E1\n", more).exitCode()).isZero(); // that is composed
    Run composed =
        greedy("\u00E1\n", "--new", "--known", known, "--lowercase", "--normalize", "NFC");
    assertThat(composed.exitCode()).isEqualTo(1);
  }

  @Test
  void aPrefixIsBroughtIntoTheForm() {
    assertThat(greedy("abc\n", "--prefix", "AB", "--lowercase").out()).isEqualTo("abc\n");
    assertThat(greedy("\u00E9a\n", "--prefix", "e\u0301", "--normalize", "NFC").out())
        .isEqualTo("\u00E9a\n");
    assertThat(greedy("abc\n", "--prefix", "AB").exitCode()).isEqualTo(2);
    // Composed, it is short enough.
    assertThat(
            greedy("\u00E9\n", "--prefix", "e\u0301", "--normalize", "NFC", "--max-length", "1")
                .out())
        .isEqualTo("\u00E9\n");
  }

  @Test
  void textThatStartsWithAnAtSignIsText() throws Exception {
    String file = file("arguments", "x\n");
    Run run = greedy("@" + file + "y\n", "--prefix", "@" + file);
    assertThat(run.out()).isEqualTo("@" + file + "y\n");
  }
}
