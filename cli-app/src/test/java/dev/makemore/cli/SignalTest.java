package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.makemore.bigram.net.BigramNet;
import dev.makemore.cli.input.Input;
import dev.makemore.model.Evaluation;
import dev.makemore.model.io.AtomicFile;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when a training is ended from outside. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {

  @TempDir private Path folder;

  private Path model;
  private Path err;

  @BeforeEach
  void nameFiles() {
    model = folder.resolve("model");
    err = folder.resolve("err");
  }

  private Process start(String... arguments) throws Exception {
    return Command.builder(List.of(), arguments)
        .redirectError(err.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .start();
  }

  private Process startEndlessTraining() throws Exception {
    return start(
        "train",
        "--model",
        "net",
        "--steps",
        "1000000000",
        "--target",
        "0",
        "-v",
        "--json",
        "-o",
        model.toString());
  }

  /** Waits until the process has said something. */
  private void await(Process process, String text) throws Exception {
    while (!Files.readString(err).contains(text)) {
      assertThat(process.isAlive()).as("alive until it says '%s'", text).isTrue();
      Thread.sleep(5);
    }
  }

  private static void send(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  private static void assertEnds(Process process, int exitCode) throws Exception {
    boolean listens = !ignores(process, exitCode - 128);
    boolean ended = process.waitFor(listens ? 60 : 0, TimeUnit.SECONDS);
    process.destroyForcibly();
    assumeTrue(ended || listens, "this signal is ignored in this environment");
    assertThat(ended).as("ended by the signal").isTrue();
    assertThat(process.exitValue()).isEqualTo(exitCode);
  }

  /**
   * Whether a process ignores a signal, as far as Linux tells. What a shell has started in the
   * background ignores SIGINT, and what {@code nohup} has started ignores SIGHUP.
   */
  private static boolean ignores(Process process, int signal) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(mask -> (mask >>> (signal - 1) & 1) == 1);
  }

  private void assertNothingElseIsLeft(String... names) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void aTrainingThatIsEndedSavesTheBestNetSoFar(String signal, int exitCode) throws Exception {
    Process process = startEndlessTraining();
    await(process, "training starts");
    Thread.sleep(300); // some steps
    send(signal, process);
    send(signal, process); // impatience changes nothing
    assertEnds(process, exitCode);
    assertThat(Files.readString(err))
        .containsPattern("makemore: interrupted after \\d[\\d,]* steps; the best net so far has")
        .endsWith("makemore: saved " + model + "\n")
        .doesNotContain("\tat ");
    assertThat(Files.readString(folder.resolve("out"))).startsWith("{").endsWith("}\n");
    BigramNet net = (BigramNet) ModelFile.load(model);
    double nll = Evaluation.of(net, Input.embedded().counts(1)).averageNll();
    if (!Files.readString(err).contains("after 0 steps")) { // as on a very slow machine
      assertThat(nll).isLessThan(Math.log(27)); // better than where it started
    }
    assertNothingElseIsLeft("model", "err", "out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"net --target 0", "mlp"})
  void whereAModelWasKeptIsSaidAfterASignalToo(String learner) throws Exception {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    String line = "train --steps 1000000 -v -o " + gone.resolve("m") + " --model " + learner;
    Process process = start(line.split(" "));
    await(process, "counted");
    Thread.sleep(1000); // some steps
    Files.delete(gone);
    send("TERM", process);
    assertEnds(process, 143);
    Matcher kept = Pattern.compile("the model was kept in (.*)\n").matcher(Files.readString(err));
    assertThat(kept.find()).as("says where the model is").isTrue();
    Files.delete(Path.of(kept.group(1)));
  }

  @Test
  void aNameThatAShellWouldTakeForTwoIsNotSaidToBeTyped() throws Exception {
    String file = folder.resolve("a b").toString();
    Process process = start("train", "--model", "mlp", "--steps", "1000000", "-o", file);
    await(process, "counted");
    Thread.sleep(1000); // some steps
    send("TERM", process);
    assertEnds(process, 143);
    assertThat(Files.readString(err)).endsWith("; --resume with this file goes on from there\n");
  }

  @Test
  void aNetThatGoesToStandardOutputIsNotHalfWritten() throws Exception {
    Process process =
        start("train", "--model", "net", "--steps", "1000000000", "--target", "0", "-v", "-o", "-");
    await(process, "training starts");
    send("TERM", process);
    assertEnds(process, 143);
    assertThat(folder.resolve("out")).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "net", "ngram", "mlp"})
  void countingThatIsEndedSavesNothing(String learner) throws Exception {
    Files.writeString(model, ""); // to be seen as it was
    Process process =
        Command.builder(List.of(), "train", "--model", learner, "-i", "-", "-o", model.toString())
            .redirectError(err.toFile())
            .start();
    try (OutputStream corpus = process.getOutputStream()) {
      corpus.write("emma\n".repeat(1 << 16).getBytes("UTF-8")); // more than a pipe holds
      corpus.flush();
      send("INT", process);
      assertEnds(process, 130);
    }
    assertThat(err).isEmptyFile();
    assertThat(model).isEmptyFile();
    assertNothingElseIsLeft("model", "err");
  }

  /**
   * Kills the program while it writes, as told by its temporary file, and before: at moments that
   * are drawn at random.
   */
  @Test
  void aKillAtAnyMomentLeavesTheOldModelOrTheNew() throws Exception {
    byte[] oldModel = train(corpus("old", 1));
    Path corpus = corpus("new", 2);
    byte[] newModel = train(corpus);
    assertThat(newModel).isNotEqualTo(oldModel);
    Random random = new Random(1);
    int olds = 0;
    for (int kill = 0; kill < 5; kill++) {
      Files.write(model, oldModel);
      Process process = start("train", "-i", corpus.toString(), "-o", model.toString());
      while (process.isAlive() && !isSaving()) {
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(10));
      process.destroyForcibly().waitFor(); // SIGKILL
      byte[] left = Files.readAllBytes(model);
      olds += left.length == oldModel.length ? 1 : 0;
      assertThat(left).isIn(oldModel, newModel);
      ModelFile.load(model);
      deleteTemporaryFiles();
    }
    assumeTrue(olds > 0, "no kill came before the file was whole, so this shows nothing");
  }

  @Test
  void whatAKillLeavesIsRemovedWhenSomethingIsSavedThereAgain() throws Exception {
    Path corpus = corpus("new", 2);
    Process process = start("train", "-i", corpus.toString(), "-o", model.toString());
    while (process.isAlive() && !isSaving()) {
      Thread.sleep(1);
    }
    process.destroyForcibly().waitFor(); // SIGKILL
    assumeTrue(temporaryFiles() == 1, "the kill came too late, so this shows nothing");
    assertThat(Run.of("train", "-o", folder.resolve("other").toString()).exitCode()).isZero();
    assertThat(temporaryFiles()).isZero();
  }

  /** Another program saves there in the meantime, and would remove what it takes for left over. */
  @Test
  void whatIsBeingWrittenIsNotRemovedByAnotherProgram() throws Exception {
    AtomicFile.write(
        model,
        out -> {
          out.write("first ".getBytes(StandardCharsets.US_ASCII));
          AtomicFile.write(folder.resolve("mine"), more -> more.write('m')); // may lose no lock
          assertThat(runTrain(folder.resolve("other"))).isZero();
          assertThat(temporaryFiles()).isOne();
          out.write("second".getBytes(StandardCharsets.US_ASCII));
        });
    assertThat(model).hasContent("first second");
    assertNothingElseIsLeft("model", "mine", "other");
  }

  private static int runTrain(Path output) throws IOException {
    try {
      return Command.run("train", "-o", output.toString()).exitCode();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Test
  void savingThatIsInterruptedIsFinishedFirst() throws Exception {
    Process process = start("train", "-i", corpus("corpus", 1).toString(), "-o", model.toString());
    while (process.isAlive() && !isSaving()) {
      Thread.sleep(1);
    }
    process.destroy(); // SIGTERM
    assertThat(Command.exitCode(process)).isIn(143, 0); // 0 if it has ended before
    ModelFile.load(model);
    assertNothingElseIsLeft("model", "err", "out", "corpus");
  }

  /** A corpus of many distinct pairs, so that its model takes some time to write. */
  private Path corpus(String name, int seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.appendCodePoint(0x4E00 + random.nextInt(3_000));
      text.append(i % 10 == 9 ? "\n" : "");
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private byte[] train(Path corpus) throws Exception {
    assertThat(Run.of("train", "-i", corpus.toString(), "-o", model.toString()).exitCode())
        .isZero();
    return Files.readAllBytes(model);
  }

  private long temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).count();
    }
  }

  /** Whether there is a temporary file with something in it; the check makes an empty one. */
  private boolean isSaving() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(
          file -> file.toString().endsWith(".tmp") && file.toFile().length() > 0); // 0 if it's gone
    }
  }

  @AfterEach
  void deleteTemporaryFiles() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".tmp")).toList()) {
        Files.delete(file);
      }
    }
  }
}
