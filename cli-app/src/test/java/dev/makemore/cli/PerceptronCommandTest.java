package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every command with {@code --model mlp}. */
class PerceptronCommandTest {

  @TempDir private Path folder;

  private static Run run(String line) {
    return Run.of(line.split(" "));
  }

  private static Run ok(String line) {
    Run run = run(line);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static void assertRefused(int exitCode, String line, String message) {
    Run run = run(line);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err()).contains(message).doesNotContain("\tat ");
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private String small(String options, String name) {
    return "train --model mlp --embedding 3 --hidden 4 " + options + " -o " + path(name);
  }

  @Test
  void aTrainedPerceptronGeneratesShowsAndScores() {
    ok(small("--steps 20 --context 2", "m.model"));
    String model = path("m.model").toString();
    assertThat(ok("generate -m " + model + " -n 3 --seed 1").lines()).hasSize(3);
    assertThat(ok("show -m " + model + " --context em").out())
        .contains("kind           mlp", "looks at       2 characters", "probability after em");
    assertThat(ok("show -m " + model + " --json").out()).contains("\"kind\":\"mlp\"");
    assertThat(ok("score -m " + model + " emma").out()).endsWith("\temma\n");
  }

  /** The loss of the first steps is about that of guessing, ln 27. */
  @Test
  void theStepsAndTheLossAreAmongWhatJsonSays() {
    String json = ok(small("--steps 20 --json", "m.model")).out();
    String start = "{\"items\":30294,\"tokens\":218093,\"vocabulary\":27,\"steps\":20,\"loss\":";
    assertThat(json).startsWith(start).endsWith("}\n");
    double loss = Double.parseDouble(json.substring(start.length(), json.length() - 2));
    assertThat(loss).isCloseTo(Math.log(27), within(0.3));
    assertThat(ok(small("--steps 0 --json", "m.model")).out())
        .endsWith(",\"steps\":0,\"loss\":null}\n");
  }

  /** No table of pairs has less than 2.4541 nats on the built-in names. */
  @Test
  void aFewHundredStepsAreBetterThanAnyTableOfPairs() {
    String json = ok("evaluate --model mlp --hidden 40 --steps 300 --json").out();
    Matcher nll = Pattern.compile("\"nll\":([0-9.]+)").matcher(json);
    assertThat(nll.find()).as(json).isTrue();
    assertThat(Double.parseDouble(nll.group(1))).isLessThan(2.4541);
  }

  @Test
  void theFileDoesNotDependOnTheThreads() throws Exception {
    ok(small("--steps 20 --threads 1", "one.model"));
    ok(small("--steps 20 --threads 3", "three.model"));
    assertThat(path("three.model")).hasSameBinaryContentAs(path("one.model"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTrainingThatIsInterruptedAndResumedEndsWithTheSameFile() throws Exception {
    String options = "--steps 20000 --batch-size 8";
    Path err = path("err");
    Process process =
        Command.builder(List.of(), small(options, "part.model").split(" "))
            .redirectError(err.toFile())
            .start();
    while (!Files.readString(err).contains("counted")) {
      assertThat(process.isAlive()).as("alive until it has counted").isTrue();
      Thread.sleep(5);
    }
    Thread.sleep(300); // some steps
    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(143);
    try (Stream<String> lines = Files.lines(path("part.model"))) {
      String taken = lines.filter(line -> line.startsWith("# taken: ")).findFirst().orElseThrow();
      assertThat(Integer.parseInt(taken.substring(9))).isLessThan(20_000);
    }
    assertThat(Files.readString(err))
        .containsPattern(
            "makemore: saved .*part\\.model\nmakemore: interrupted after [1-9][0-9,]* steps?;"
                + " --resume .*part\\.model goes on from there\n$");
    ok("train --model mlp --resume " + path("part.model") + " -o " + path("resumed.model"));
    ok(small(options, "whole.model"));
    assertThat(path("resumed.model")).hasSameBinaryContentAs(path("whole.model"));
  }

  @Test
  void whatCanNotBeResumedIsRefused() throws Exception {
    ok(small("--steps 5", "m.model"));
    Path text = Files.writeString(path("names.txt"), "emma\n");
    String resume = "train --model mlp -o " + path("new.model") + " --resume ";
    assertRefused(
        1,
        resume + path("m.model"),
        "has taken 5 steps, which leaves none of 5; choose more --steps\n");
    assertRefused(
        65,
        resume + path("m.model") + " --steps 9 -i " + text,
        "m.model: the model was trained on another text: over other characters: the text lacks 'b'");
    assertRefused(66, resume + path("no.model"), "no.model: there is no such file");
    assertRefused(65, resume + text, "names.txt:1: this is not a makemore model");
    String damaged = Files.readString(path("m.model")).replace("# seed: 0", "# seed: 1");
    Files.writeString(path("damaged.model"), damaged);
    assertRefused(65, resume + path("damaged.model"), path("damaged.model") + ":");
    assertRefused(
        2, resume + path("m.model") + " --hidden 9", "--model mlp: leave --hidden out: the model");
    ok("train -o " + path("count.model"));
    assertRefused(
        65,
        resume + path("count.model"),
        "count.model: it holds a model of kind count, and only one of kind mlp can be resumed");
    assertRefused(66, resume + folder, folder + ": it is a directory, not a file");
    assertRefused(2, resume + "-", "--model mlp: --resume must be a file, and - is standard input");
    assertThat(path("new.model")).doesNotExist();
  }

  @Test
  void aWrongValueIsAMistakeOfUsage() {
    assertRefused(2, small("--context 16", "m"), "--context: must be from 1 to 15, was 16");
    assertRefused(2, small("--batch-size 0", "m"), "--batch-size: must be from 1 to 4096, was 0");
    assertRefused(
        2, small("--learning-rate -1", "m"), "--learning-rate: must be above 0 and at most");
    assertRefused(
        2, small("--learning-rate 1e300", "m"), "must be above 0 and at most 1, was 1e300");
    assertRefused(2, "train -o m --hidden 9", "--hidden: is for --model mlp, which is not given");
    assertRefused(2, small("--smoothing 1", "m"), "--smoothing: --model mlp has no smoothing");
    assertRefused(
        1,
        "evaluate --model mlp --hidden 30000",
        "hidden 30000; choose a smaller --hidden, --embedding or --context\n");
    assertRefused( // which has another --context
        1,
        "show --model mlp --hidden 30000",
        "hidden 30000; choose a smaller --hidden, --embedding or 'context'\n");
  }

  /** Both have as many predictions of the same characters. */
  @Test
  void anotherTextOfTheSameCharactersIsRefused() throws Exception {
    Path one = Files.writeString(path("one.txt"), "ab\nab\nb\n");
    Path other = Files.writeString(path("other.txt"), "ab\nba\nb\n");
    ok(small("--steps 5 -i " + one, "m.model"));
    String resume = "train --model mlp --steps 9 --resume " + path("m.model") + " -o " + path("n");
    assertRefused(
        65, resume + " -i " + other, "the same number of predictions, 8, but not the same ones");
    ok(resume + " -i " + one);
  }

  @Test
  void aTrainingThatDivergesInAFewStepsIsNotSaved() {
    String line = "train --model mlp --steps 2 --learning-rate 1 -o " + path("m.model");
    assertRefused(1, line, "the training diverges: after 2 steps the loss is ");
    assertRefused(1, line, "; use a lower --learning-rate than 1.0, a tenth of it for a start\n");
    assertThat(path("m.model")).doesNotExist();
  }
}
