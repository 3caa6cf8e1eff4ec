package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show. */
class ProcessTest {

  private static final String ESCAPE = "\u001b";
  private static final List<String> ON_A_TERMINAL = List.of("-Dmakemore.terminal=stdout");

  @Test
  void namesAloneGoToStandardOutput() throws Exception {
    Run run = Command.run("generate", "-n", "5", "--seed", "1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(5).allMatch(name -> name.matches("[a-z]*"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void logsGoToStandardErrorAndOnlyWhenAskedFor() throws Exception {
    Run quiet = Command.run("generate", "--model", "net", "-n", "1", "--seed", "1");
    Run verbose = Command.run("generate", "--model", "net", "-n", "1", "--seed", "1", "-v");
    assertThat(quiet.err()).isEmpty();
    assertThat(verbose.err()).contains("trained 27 tokens").contains("--seed 1");
    assertThat(verbose.err().lines()).allMatch(line -> line.startsWith("makemore: "));
    assertThat(verbose.err()).doesNotContain("DEBUG", "GenerateCommand", "logback", "SLF4J");
    assertThat(verbose.out()).isEqualTo(quiet.out());
  }

  @Test
  void verboseMayBeSaidBeforeTheCommandAndAfterIt() throws Exception {
    Run run = Command.run("-v", "generate", "--seed", "1", "-v");
    assertThat(run.err()).contains("these are the names of --seed 1");
  }

  @Test
  void theSeedThatIsDrawnMakesTheSameNamesAgain() throws Exception {
    Run drawn = Command.run("generate", "-v");
    String seed = drawn.err().replaceAll("(?s).*--seed (-?\\d+).*", "$1");
    assertThat(Command.run("generate", "--seed", seed).out()).isEqualTo(drawn.out());
  }

  @Test
  void aReaderThatHasSeenEnoughEndsItQuietly(@TempDir Path folder) throws Exception {
    Path err = folder.resolve("err");
    Process process =
        Command.builder(List.of(), "generate", "-n", "1000000000", "--seed", "1")
            .redirectError(err.toFile())
            .start();
    try (BufferedReader names =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(names.readLine()).isNotNull();
    }
    assertThat(Command.exitCode(process)).isZero();
    assertThat(err).isEmptyFile();
  }

  /** In a heap that could not hold them. */
  @Test
  void aMillionLinesAreScoredAsTheyCome(@TempDir Path folder) throws Exception {
    Path lines = folder.resolve("lines");
    try (BufferedWriter out = Files.newBufferedWriter(lines)) {
      for (int i = 0; i < 1_000_000; i++) {
        out.write("emmaolivia\n");
      }
    }
    Path scores = folder.resolve("scores");
    Run run =
        Command.run(
            Command.builder(List.of("-Xmx20m"), "score")
                .redirectInput(lines.toFile())
                .redirectOutput(scores.toFile()));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    try (Stream<String> scored = Files.lines(scores)) {
      assertThat(scored.filter(line -> line.endsWith("\temmaolivia")).count()).isEqualTo(1_000_000);
    }
  }

  /** A table of 10,000 x 10,000 costs would not fit. */
  @Test
  void aLargeVocabularyIsScoredInBoundedMemory(@TempDir Path folder) throws Exception {
    Path lines = folder.resolve("lines");
    try (BufferedWriter out = Files.newBufferedWriter(lines)) {
      for (int i = 0; i < 10_000; i++) {
        out.write(Character.toString(0x4E00 + i) + "\n");
      }
    }
    Run run =
        Command.run(
            Command.builder(List.of("-Xmx128m"), "score", "-i", lines.toString())
                .redirectInput(lines.toFile()));
    assertThat(run.err()).isEmpty();
    // Each begins one item of 10,000, over 10,001 tokens, and ends what it began.
    String nll = String.format(Locale.ROOT, "%.6f", -Math.log(2.0 / 20_001 * 2 / 10_002));
    assertThat(run.lines()).hasSize(10_000).allMatch(line -> line.contains("\t" + nll + "\t"));
  }

  @Test
  void whoeverWaitsForAnAnswerGetsIt() throws Exception {
    Process process = Command.builder(List.of(), "score").start();
    try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
        Writer ask = process.outputWriter(StandardCharsets.UTF_8)) { // closed first: who waits ends
      for (String name : List.of("emma", "olivia", "")) {
        ask.write(name + "\n");
        ask.flush();
        String answer =
            CompletableFuture.supplyAsync(() -> line(answers)).get(60, TimeUnit.SECONDS);
        assertThat(answer).endsWith("\t" + name);
      }
    }
    assertThat(Command.exitCode(process)).isZero();
  }

  private static String line(BufferedReader in) {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reader goes after one line of an endless answer. */
  @Test
  void headEndsScoringQuietly(@TempDir Path folder) throws Exception {
    Path lines = Files.writeString(folder.resolve("lines"), "emma\n".repeat(1_000_000));
    Path err = folder.resolve("err");
    Process process =
        Command.builder(List.of(), "score")
            .redirectInput(lines.toFile())
            .redirectError(err.toFile())
            .start();
    try (BufferedReader scores = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(scores.readLine()).endsWith("\temma");
    }
    assertThat(Command.exitCode(process)).isZero();
    assertThat(err).isEmptyFile();
  }

  /** As {@code yes emma | makemore score | head -1}. */
  @Test
  void headEndsTheScoringOfAnEndlessStreamQuietly(@TempDir Path folder) throws Exception {
    Path err = folder.resolve("err");
    Process process = Command.builder(List.of(), "score").redirectError(err.toFile()).start();
    Thread yes =
        new Thread(
            () -> {
              byte[] emma = "emma\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
              try (OutputStream lines = process.getOutputStream()) {
                while (true) {
                  lines.write(emma);
                }
              } catch (IOException e) {
                // The command has ended.
              }
            });
    yes.start();
    try (BufferedReader scores = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(scores.readLine()).endsWith("\temma");
    }
    assertThat(Command.exitCode(process)).isZero();
    yes.join();
    assertThat(err).isEmptyFile();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void zerosWithoutAnEndAreAnError() throws Exception {
    Run run =
        Command.run(
            Command.builder(List.of("-Xmx128m"), "score").redirectInput(new File("/dev/zero")));
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("makemore: standard input:1: the line has more than 16,777,216 bytes");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void scoresForAFullDiskAreAnError(@TempDir Path folder) throws Exception {
    Path lines = Files.writeString(folder.resolve("lines"), "emma\n".repeat(100_000));
    Run run =
        Command.run(
            Command.builder(List.of(), "score")
                .redirectInput(lines.toFile())
                .redirectOutput(new File("/dev/full")));
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).startsWith("makemore: can't write to standard output: ").hasLineCount(1);
  }

  @Test
  void namesStreamInMemoryThatDoesNotGrowWithThem() throws Exception {
    long number = 2_000_000; // to keep them would take ten times as much memory as there is
    Process process =
        Command.builder(List.of("-Xmx16m"), "generate", "-n", Long.toString(number)).start();
    long lines;
    try (BufferedReader names =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines = names.lines().count();
    }
    assertThat(Command.exitCode(process)).isZero();
    assertThat(lines).isEqualTo(number);
  }

  /** A file in which each of 10,000 characters comes once, and then some of them again. */
  private static String tenThousandCharacters(Path folder) throws IOException {
    int characters = 10_000;
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20 * characters; i++) { // each one, then any
      text.appendCodePoint(0x4E00 + (i < characters ? i : random.nextInt(characters)));
      text.append(i % 4 == 3 ? "\n" : "");
    }
    return Files.writeString(folder.resolve("corpus"), text).toString();
  }

  /** All pairs would be 100 million. */
  @Test
  void tenThousandCharactersAreShownAndComparedInHalfAGigabyte(@TempDir Path folder)
      throws Exception {
    String corpus = tenThousandCharacters(folder);
    String a = folder.resolve("a").toString();
    String b = folder.resolve("b").toString();
    assertThat(Run.of("train", "-i", corpus, "-o", a).exitCode()).isZero();
    assertThat(Run.of("train", "-i", corpus, "--smoothing", "1", "-o", b).exitCode()).isZero();
    List<String> memory = List.of("-Xmx512m");
    for (String format : List.of("--format=text", "--json")) {
      Run shown = Command.run(Command.builder(memory, "show", "-m", b, format));
      assertThat(shown.exitCode()).as(format).isZero();
      assertThat(shown.out().length()).as(format).isLessThan(20_000_000);
    }
    Run compared = Command.run(Command.builder(memory, "compare", a, b, "-i", corpus));
    assertThat(compared.err()).isEmpty();
    assertThat(compared.lines())
        .contains("impossible                 0           0  of 250,000 predictions");
  }

  @Test
  void tenThousandCharactersTrainAndGenerateInHalfAGigabyte(@TempDir Path folder) throws Exception {
    String corpus = tenThousandCharacters(folder);
    String model = folder.resolve("model").toString();
    List<String> memory = List.of("-Xmx512m");
    Run train = Command.run(Command.builder(memory, "train", "-i", corpus, "-o", model));
    assertThat(train.err()).contains("250,000 pairs of 10,001 tokens");
    assertThat(train.exitCode()).isZero();
    Run fromModel =
        Command.run(
            Command.builder(memory, "generate", "-m", model, "--seed", "1", "--max-length", "9"));
    assertThat(fromModel.exitCode()).isZero();
    assertThat(fromModel.lines()).hasSize(10).allMatch(item -> item.matches("\\p{IsHan}{1,9}"));
    Run learned = Run.of("generate", "-i", corpus, "--seed", "1", "--max-length", "9");
    assertThat(fromModel.out()).isEqualTo(learned.out());
  }

  @Test
  void aTableThatNobodyReadsToItsEndIsNoFailure(@TempDir Path folder) throws Exception {
    Path items = folder.resolve("items"); // each of 300 characters after each other one
    Files.writeString(
        items,
        IntStream.range(0, 300 * 300)
            .mapToObj(i -> new String(new int[] {0x4E00 + i / 300, 0x4E00 + i % 300}, 0, 2))
            .collect(Collectors.joining("\n")));
    for (String format : List.of("--format=csv", "--json")) {
      Path err = folder.resolve("err");
      Process process =
          Command.builder(List.of(), "show", "-i", items.toString(), format)
              .redirectError(err.toFile())
              .start();
      try (InputStream out = process.getInputStream()) {
        assertThat(out.read()).isPositive();
      }
      assertThat(Command.exitCode(process)).isZero();
      assertThat(err).isEmptyFile();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAnInputOutputError() throws Exception {
    for (String command :
        List.of("generate", "--help", "--version", "evaluate", "demo", "score emma")) {
      Run run =
          Command.run(
              Command.builder(List.of(), command.split(" ")).redirectOutput(new File("/dev/full")));
      assertThat(run.exitCode()).as(command).isEqualTo(74);
      assertThat(run.err())
          .as(command)
          .startsWith("makemore: can't write to standard output: ")
          .hasLineCount(1);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ctrlCEndsItWith130() throws Exception {
    Process process =
        Command.builder(List.of(), "generate", "-n", "1000000000000", "--seed", "1").start();
    assertThat(process.getInputStream().read()).isPositive(); // so it is up and running
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    boolean ended = process.waitFor(10, TimeUnit.SECONDS); // it waits for a reader, or has ended
    process.destroyForcibly();
    assumeTrue(ended, "SIGINT is ignored in this environment");
    assertThat(process.exitValue()).isEqualTo(130);
  }

  /** Each redrawing begins with an erasure. So the last one must have nothing after it. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ctrlCErasesTheLiveLineOfTheDemo() throws Exception {
    Process process = Command.builder(ON_A_TERMINAL, "demo").start();
    String erasure = "\r" + ESCAPE + "[K";
    StringBuilder out = new StringBuilder();
    try (BufferedReader page = process.inputReader(StandardCharsets.UTF_8)) {
      for (int c = page.read(); c >= 0; c = page.read()) {
        out.append((char) c);
        if (c == 'K' && out.indexOf(erasure) == out.length() - erasure.length()) {
          new ProcessBuilder("kill", Long.toString(process.pid())).start(); // at the first drawing
        }
      }
    }
    assumeTrue(Command.exitCode(process) == 143, "it had ended before");
    assertThat(out.toString()).endsWith(erasure);
  }

  @Test
  void helpIsColoredOnATerminalOnly() throws Exception {
    assertThat(Command.run("--help").out()).doesNotContain(ESCAPE);
    assertThat(Command.run(Command.builder(ON_A_TERMINAL, "--help")).out()).contains(ESCAPE);
  }

  @Test
  void noColorTurnsColorsOffUnlessTheyAreAskedFor() throws Exception {
    assertThat(runWithNoColor("1", "--help").out()).doesNotContain(ESCAPE);
    assertThat(runWithNoColor("", "--help").out()).contains(ESCAPE);
    assertThat(runWithNoColor("1", "--color=always", "--help").out()).contains(ESCAPE);
  }

  @Test
  void noColorIsAlsoAnOption() throws Exception {
    Run plain = Command.run("show", "--row", "q");
    for (String option : List.of("--no-color", "--color=never")) {
      ProcessBuilder forced =
          Command.builder(List.of(), "show", "--row", "q", option); // stronger than FORCE_COLOR
      forced.environment().put("FORCE_COLOR", "1");
      assertThat(Command.run(forced).out()).isEqualTo(plain.out());
    }
  }

  @Test
  void colorsForcedIntoAPipeAreThoseOfTheTerminal() throws Exception {
    for (String term : List.of("xterm", "xterm-256color")) {
      ProcessBuilder forced = Command.builder(List.of(), "show", "--row", "q");
      forced.environment().putAll(Map.of("TERM", term, "CLICOLOR_FORCE", "1"));
      forced.environment().keySet().removeAll(List.of("COLORTERM", "FORCE_COLOR"));
      String bar = term.equals("xterm") ? ESCAPE + "[45m" : ESCAPE + "[48;5;208m";
      assertThat(Command.run(forced).out()).contains(bar);
    }
  }

  @Test
  void quietLeavesErrorsOnly(@TempDir Path folder) throws Exception {
    String model = folder.resolve("names.model").toString();
    assertThat(Command.run("train", "-o", model).err()).contains("counted").contains("saved");
    assertThat(Command.run("-q", "train", "-o", model).err()).isEmpty();
    assertThat(Command.run("train", "-o", model, "--quiet").err()).isEmpty();
    Run failed = Command.run("train", "-q", "-i", "no-such-file", "-o", model);
    assertThat(failed.exitCode()).isEqualTo(66);
    assertThat(failed.err()).isEqualTo("makemore: no-such-file: there is no such file\n");
  }

  private static Run runWithNoColor(String value, String... arguments) throws Exception {
    ProcessBuilder builder = Command.builder(ON_A_TERMINAL, arguments);
    builder.environment().put("NO_COLOR", value);
    return Command.run(builder);
  }

  @Test
  void theLocaleChangesNothing() throws Exception {
    List<String> egyptian = List.of("-Duser.language=ar", "-Duser.country=EG");
    for (String command : List.of("demo", "evaluate")) {
      assertThat(Command.run(Command.builder(egyptian, command))).isEqualTo(Run.of(command));
    }
    assertThat(Command.run(Command.builder(egyptian, "generate", "--max-length", "0")))
        .isEqualTo(Run.of("generate", "--max-length", "0"));
  }

  @Test
  void standardInputIsReadAsUtf8WhateverTheLocale(@TempDir Path folder) throws Exception {
    Path items = Files.writeString(folder.resolve("items"), "\u00e9\u00e9\n");
    Process process =
        Command.builder(List.of("-Dfile.encoding=US-ASCII"), "generate", "-n", "1", "-i", "-")
            .redirectInput(items.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(Command.exitCode(process)).isZero();
    assertThat(out).matches("\u00e9+\n");
  }
}
