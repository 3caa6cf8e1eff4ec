package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.model.io.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  private static final String ARPA =
      """
      \\data\\
      ngram 1=4
      ngram 2=1
      \\1-grams:
      -0.3010300 <unk>
      -99 <s> 0
      -0.6020600 </s>
      -0.6020600 a 0
      \\2-grams:
      -0.3010300 a </s>
      \\end\\
      """
          .replace("a 0", "a -0.1760913"); // half is listed, and 2/3 of 3/4 is left

  @TempDir private Path folder;

  private Path file(String content) throws Exception {
    return Files.writeString(folder.resolve("a.arpa"), content);
  }

  @Test
  void aFileBecomesAModel() throws Exception {
    Path saved = folder.resolve("a.model");
    Path arpa = file(ARPA);
    Run run = Run.of("import", "--format", "arpa", arpa.toString(), "-o", saved.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            String.join(
                "\n",
                "makemore: read " + arpa + ": a model of 1 character",
                "makemore: unknown words, <unk>, had a probability of up to 0.50 after a character;"
                    + " it was spread over the known words",
                "makemore: saved " + saved,
                ""));
    BackoffModel model = (BackoffModel) ModelFile.load(saved);
    assertThat(model.next().probability(0)).isEqualTo(0.5, within(1e-6));
    // After a: 1/2, 1/4 x 2/3 and, for unknown words, 1/2 x 2/3: that is 3, 1 and 2 sixths.
    assertThat(model.next(1).probability(0)).isEqualTo(0.75, within(1e-6));
  }

  @Test
  void whatWasExportedIsTheSameModelAgain() throws Exception {
    Path saved = folder.resolve("names.model");
    String arpa = Run.of("export", "--format", "arpa").out();
    Run run = Run.withInput(arpa, "import", "-", "-o", saved.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .startsWith("makemore: read standard input: a model of 26 characters\n")
        .doesNotContain("unknown");
    LanguageModel imported = ModelFile.load(saved);
    Path learned = folder.resolve("learned.model");
    assertThat(Run.of("train", "-o", learned.toString()).exitCode()).isZero();
    LanguageModel expected = ModelFile.load(learned);
    for (int context = 0; context < 27; context++) {
      for (int next = 0; next < 27; next++) {
        double probability = expected.next(context).probability(next);
        assertThat(imported.next(context).probability(next))
            .isEqualTo(probability, within(1e-12 * probability));
      }
    }
    assertThat(Run.of("evaluate", "-m", saved.toString()).out())
        .contains("average NLL       2.450359");
  }

  /** After the start and a, b comes with 0.8 and not with 0.5; nothing else than b after b a. */
  private static final String TRIGRAMS =
      """
      \\data\\
      ngram 1=4
      ngram 2=3
      ngram 3=2
      \\1-grams:
      -99 <s>
      -0.6020600 </s>
      -0.3010300 a -0.1760913
      -0.6020600 b
      \\2-grams:
      -0.3010300 <s> a -0.3979400
      -0.3010300 a b
      -0.3010300 b a -99
      \\3-grams:
      -0.0969100 <s> a b
      0 b a b
      \\end\\
      """;

  @Test
  void aFileOfTrigramsBecomesAModelThatScoresAndIsExportedAgain() throws Exception {
    Path saved = folder.resolve("a.model");
    Path again = folder.resolve("again.model");
    assertThat(Run.withInput(TRIGRAMS, "import", "-", "-o", saved.toString()).exitCode()).isZero();
    assertThat(((BackoffModel) ModelFile.load(saved)).order()).isEqualTo(3);
    // ab costs 0.5, 0.8 and 1/4 after a b and after b: -ln 0.1
    Run score = Run.withInput("ab\n", "score", "-m", saved.toString());
    assertThat(score.out()).isEqualTo("0.767528\t2.302585\tab\n");
    Run exported = Run.of("export", "-m", saved.toString(), "--format", "arpa");
    assertThat(exported.out()).contains("\nngram 1=5\nngram 2=3\nngram 3=2\n", "\tb a b\n");
    assertThat(exported.err()) // the end and a, after b a
        .startsWith("makemore: 2 n-grams are impossible, after 1 context; ARPA can't write");
    Run run = Run.withInput(exported.out(), "import", "-", "-o", again.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(Run.withInput("ab\n", "score", "-m", again.toString()).out()).isEqualTo(score.out());
  }

  @Test
  void theModelCanGoThroughAPipe() throws Exception {
    Run run = Run.withInput(ARPA, "import", "-", "-o", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("# makemore model 1\n# kind: backoff\n");
    assertThat(run.err()).doesNotContain("saved");
    assertThat(Run.withInput(run.out(), "generate", "-m", "-", "-n", "2").lines()).hasSize(2);
  }

  @Test
  void aMalformedFileIsBadDataThatNamesItsLine() throws Exception {
    Path arpa = file(ARPA.replace("a -0.17", "the -0.17"));
    Path saved = folder.resolve("a.model");
    Run run = Run.of("import", arpa.toString(), "-o", saved.toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err())
        .startsWith("makemore: " + arpa + ":8: 'the' is a word of several characters")
        .hasLineCount(1);
    assertThat(saved).doesNotExist();
  }

  @Test
  void aFileThatIsNotThereIsNoInput() {
    Run run = Run.of("import", "no-such", "-o", folder.resolve("m").toString());
    assertThat(run.exitCode()).isEqualTo(66);
    assertThat(run.err()).isEqualTo("makemore: no-such: there is no such file\n");
  }

  @Test
  void whatIsNoModelIsNotReplaced() throws Exception {
    Path arpa = file(ARPA);
    Run run = Run.of("import", arpa.toString(), "-o", arpa.toString());
    assertThat(run.exitCode()).isEqualTo(73);
    assertThat(run.err()).contains("is not a makemore model; --force replaces it");
    assertThat(arpa).hasContent(ARPA);
  }

  @Test
  void bothFilesAreNamed() {
    assertThat(Run.of("import", "-o", "m").exitCode()).isEqualTo(2);
    assertThat(Run.of("import", "-o", "m").err()).contains("FILE");
    assertThat(Run.of("import", "a.arpa").exitCode()).isEqualTo(2);
    assertThat(Run.of("import", "a.arpa").err()).contains("--output");
    assertThat(Run.of("import", "a.arpa", "-o", "m", "--format", "csv").err())
        .contains("'csv' is not arpa");
  }
}
