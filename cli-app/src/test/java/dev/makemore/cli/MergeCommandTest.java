package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.contract.Visits;
import dev.makemore.model.io.ModelFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

  @TempDir private Path folder;

  private String first;
  private String second;
  private String merged;

  @BeforeEach
  void trainTwo() {
    first = folder.resolve("first.model").toString();
    second = folder.resolve("second.model").toString();
    merged = folder.resolve("merged.model").toString();
    train("emma\nava\n", first);
    train("\u00e9va\nemma\n", second);
  }

  private static void train(String corpus, String model, String... more) {
    String[] arguments = {"train", "-i", "-", "-o", model};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(Run.withInput(corpus, all).exitCode()).isZero();
  }

  private CountModel merged() throws Exception {
    return (CountModel) ModelFile.load(Path.of(merged));
  }

  private static void assertFails(Run run, int exitCode, String... parts) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("makemore: ").contains(parts);
  }

  @Test
  void theMergedFileIsTheOneOfBothTextsTogether() throws Exception {
    String whole = folder.resolve("whole.model").toString();
    train("emma\nava\n\u00e9va\nemma\n", whole);
    Run run = Run.of("merge", first, second, "-o", merged);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()) // each text has 5 + 4 pairs
        .isEqualTo(
            "makemore: merged 2 models of 4 items: 18 pairs of 6 tokens\nmakemore: saved "
                + merged
                + "\n");
    assertThat(Path.of(merged)).hasSameBinaryContentAs(Path.of(whole));
  }

  @Test
  void anyNumberCanBeMergedAndOneMayBeStandardInput() throws Exception {
    String model = new String(Files.readAllBytes(Path.of(first)), StandardCharsets.UTF_8);
    assertThat(Run.withInput(model, "merge", second, "-", second, "-o", merged).exitCode())
        .isZero();
    assertThat(merged().counts().items()).isEqualTo(6);
    assertThat(merged().counts().total()).isEqualTo(9 + 2 * 9);
  }

  @Test
  void theResultMayReplaceAPart() throws Exception {
    assertThat(Run.of("merge", first, second, "-o", first).exitCode()).isZero();
    merged = first;
    assertThat(merged().counts().items()).isEqualTo(4);
  }

  @Test
  void modelsOfAnotherSmoothingNeedADecision() throws Exception {
    train("ava\n", second, "--smoothing", "0.5");
    assertFails(
        Run.of("merge", first, second, "-o", merged),
        2,
        first + " has smoothing 0",
        second + " has smoothing 0.5",
        "--smoothing K");
    assertThat(Path.of(merged)).doesNotExist();
    assertThat(Run.of("merge", first, second, "-o", merged, "--smoothing", "2").exitCode())
        .isZero();
    assertThat(merged().smoothing()).isEqualTo(2);
  }

  @Test
  void anEqualSmoothingIsKept() throws Exception {
    train("ava\n", first, "--smoothing", "0.5");
    train("ava\n", second, "--smoothing", "0.5");
    assertThat(Run.of("merge", first, second, "-o", merged).exitCode()).isZero();
    assertThat(merged().smoothing()).isEqualTo(0.5);
  }

  @Test
  void aNetCanNotBeMerged() {
    train("ava\n", second, "--model", "net");
    assertFails(Run.of("merge", first, second, "-o", merged), 1, second + ": is not a count model");
  }

  @Test
  void countsBeyondALongAreAFailure() throws Exception {
    CountModel large = CountModel.fit(Visits.over("a").visit(0, 1, Long.MAX_VALUE));
    ModelFile.save(large, Path.of(second));
    assertFails(
        Run.of("merge", first, first, second, first, "-o", merged),
        1,
        second + ": with the counts of this model, the sum of all is larger than 2^63 - 1");
  }

  @Test
  void whatMakesNoSenseIsAUsageError() {
    assertFails(Run.of("merge", "-o", merged), 2, "MODEL");
    assertFails(Run.of("merge", first, "-o", merged), 2, "only one model", first);
    assertFails(Run.of("merge", "-", first, "-", "-o", merged), 2, "standard input");
    assertFails(Run.of("merge", first, second, "-o", merged, "--smoothing", "-1"), 2, "-1");
    assertFails(
        Run.of("merge", first, second, "-o", merged, "--smoothing", "1e308"), 2, "too large");
  }

  @Test
  void whatIsMissingOrDamagedIsNamed() throws Exception {
    assertFails(Run.of("merge", first, "nosuch", "-o", merged), 66, "nosuch");
    Files.writeString(Path.of(second), "ava\n");
    assertFails(Run.of("merge", first, second, "-o", merged), 65, second + ":1: ");
  }

  @Test
  void theOutputIsCheckedBeforeAnythingIsRead() {
    assertFails(Run.of("merge", "nosuch", "nosuch", "-o", folder.toString()), 73, "directory");
  }
}
