package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.Descent;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.Terminal;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

  private static final String AN = "an\nan\nan\nan\nab\n";

  @TempDir private Path folder;

  private static LanguageModel model(Run run) throws IOException {
    assertThat(run.exitCode()).isZero();
    byte[] bytes = run.out().getBytes(StandardCharsets.UTF_8);
    return ModelFile.read(new ByteArrayInputStream(bytes), "out");
  }

  /** The net that comes out of {@code train --model net} and these options. */
  private static BigramNet net(String options) throws IOException {
    String line = "train --model net -i - -o - " + options;
    return (BigramNet) model(Run.withInput(AN, line.strip().split(" ")));
  }

  @Test
  void thePlotOfANetEndsAtTheLossOfCounting() throws IOException {
    Path plot = folder.resolve("loss.svg");
    String line = "train --model net -i - -o - --plot " + plot;
    Run run = Run.withInput(AN, line.split(" "));
    assertThat(run.exitCode()).isZero();
    // 4 of 15 pairs cost -ln 0.8 and one costs -ln 0.2: 2.502 / 15. At the start it is ln 4.
    assertThat(plot).content().contains("counting 0.1668", ">0.167<", ">1.386<");
    assertThat(Run.withInput(AN, line.split(" ")).exitCode()).isZero(); // a picture is replaced
    Files.writeString(plot, "my notes");
    assertThat(Run.withInput(AN, line.split(" ")).err())
        .contains("exists already, and is not a loss curve of makemore; --force replaces it");
    assertThat(plot).hasContent("my notes");
    assertThat(Run.withInput(AN, (line + " --force").split(" ")).exitCode()).isZero();
    assertThat(plot).content().startsWith("<svg ");
  }

  @ParameterizedTest
  @CsvSource({"-, -", "one, one", "one, ./one", "one, link"})
  void aPlotAndAModelAreTwoFiles(String model, String plot) throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("one"));
    String in = model.equals("-") ? "" : folder + "/";
    Run run =
        Run.withInput(
            AN, "train", "--model", "net", "-i", "-", "-o", in + model, "--plot", in + plot);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--plot: is the file that the model is saved to");
    assertThat(folder.resolve("one")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--steps 0",
    "--steps 3 --learning-rate 4",
    "--smoothing 100",
    "--batch-size 2 --steps 9"
  })
  void everyPlotIsXml(String options) throws Exception {
    Path plot = folder.resolve("loss.svg");
    String line = "train --model net -i - -o - --plot " + plot + " " + options;
    assertThat(Run.withInput(AN, line.split(" ")).exitCode()).isZero();
    var picture = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(plot.toFile());
    assertThat(picture.getElementsByTagName("polyline").getLength()).isPositive();
  }

  @Test
  void aFewStepsThatMakeALossWorseAreToldAsWell() {
    String line = "train --model net -i - -o - --steps 3 --learning-rate 1e4 --descent plain";
    Run run = Run.withInput(AN, line.split(" "));
    assertThat(run.exitCode()).isZero(); // the net is the best one, that of the start
    assertThat(run.err())
        .contains("trained 3 steps to a loss of 1.386294; the last step was at ")
        .contains("above the start; a lower --learning-rate may help")
        .doesNotContain("more --steps");
  }

  @Test
  void onlyANetHasAPlot() {
    assertThat(Run.withInput(AN, "train", "-i", "-", "-o", "-", "--plot", "loss.svg").err())
        .contains("--plot: is for --model net, which is not given");
  }

  private static BigramCounts counts() throws IOException {
    return BigramCounts.read(
        TextSource.stream(new ByteArrayInputStream(AN.getBytes(StandardCharsets.UTF_8)), "counts"));
  }

  private static void assertSame(BigramNet net, BigramTrainer trainer) throws IOException {
    BigramNet expected = trainer.train(counts()).net();
    for (int context = 0; context < 4; context++) {
      for (int next = 0; next < 4; next++) {
        assertThat(net.weight(context, next)).isEqualTo(expected.weight(context, next));
      }
    }
  }

  @Test
  void oneOfAThingIsNotMany() {
    String model = folder.resolve("model").toString();
    Run count = Run.withInput("\na\n", "train", "-i", "-", "-o", model);
    assertThat(count.err()).startsWith("makemore: counted 1 item: 2 pairs of 2 tokens\n");
    Run net =
        Run.withInput("ab\n", "train", "--model", "net", "--steps", "1", "-i", "-", "-o", model);
    assertThat(net.err()).contains("trained 1 step to a loss of");
    Run generated = Run.withInput("ab\n", "generate", "-i", "-", "-n", "1", "--max-length", "1");
    assertThat(generated.err()).contains("of this kind: at most 1 character;");
    Run none = Run.withInput("ab\n", "generate", "-i", "-", "--new", "-n", "1");
    assertThat(none.err()).contains("made only 0 of 1 name: the last");
    assertThat(Run.withInput("a\n", "show", "-i", "-").out()).contains("2: 1 character, and");
    assertThat(Run.withInput("a\n", "show", "-i", "-", "--row", "b").err())
        .contains("is not among the 1 character that the model knows");
  }

  @Test
  void theModelIsTheSameOnAnyNumberOfThreads() throws Exception {
    Path file = folder.resolve("many.txt");
    Files.writeString(file, "emma\nzo\u00eb\r\n\u738b\u5c0f\u660e\n".repeat(40_000)); // many blocks
    Run one = Run.of("train", "-i", file.toString(), "-o", "-", "--threads", "1");
    assertThat(one.exitCode()).isZero();
    for (String threads : List.of("2", "1000000")) {
      assertThat(Run.of("train", "-i", file.toString(), "-o", "-", "--threads", threads).out())
          .isEqualTo(one.out());
    }
    Run none = Run.of("train", "-o", "-", "--threads", "0");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).startsWith("makemore: --threads: must be at least 1, was 0\n");
  }

  @Test
  void countingIsSavedWithItsCountsAndItsSmoothing() throws Exception {
    CountModel model =
        (CountModel) model(Run.withInput(AN, "train", "-i", "-", "-o", "-", "--smoothing", "0.5"));
    assertThat(model.counts()).isEqualTo(counts());
    assertThat(model.smoothing()).isEqualTo(0.5);
  }

  @Test
  void theBuiltInNamesAreLearnedWhereNoneAreGiven() throws Exception {
    Path file = folder.resolve("names.model");
    Run run = Run.of("train", "-o", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "makemore: counted 30,294 items: 218,093 pairs of 27 tokens\n"
                + "makemore: saved "
                + file
                + "\n");
    assertThat(((CountModel) ModelFile.load(file)).counts()).isEqualTo(Input.embedded().counts(1));
  }

  @Test
  void theNetIsTheOneOfTheLibraryWithTheSameSettings() throws Exception {
    BigramTrainer trainer = BigramTrainer.create();
    assertSame(net(""), trainer);
    assertSame(net("--smoothing 2"), trainer.withSmoothing(2));
    assertSame(net("--steps 7"), trainer.withMaxSteps(7));
    assertSame(net("--target 0.1"), trainer.withTargetTotalVariation(0.1));
    assertSame(net("--l2 0.3 --steps 9"), trainer.withL2(0.3).withMaxSteps(9));
    assertSame(net("--learning-rate 0.5"), trainer.withLearningRate(0.5));
    assertSame(net("--descent adam"), trainer.withDescent(Descent.ADAM));
    assertSame(
        net("--learning-rate 2 --descent plain --steps 50"),
        trainer.withDescent(Descent.PLAIN).withLearningRate(2).withMaxSteps(50));
    assertSame(
        net("--descent row-scaled-momentum --batch-size 2 --steps 60"),
        trainer.withMiniBatches(2, 0).withMaxSteps(60));
    assertSame(
        net("--batch-size 2 --seed -3 --steps 60"),
        trainer.withMiniBatches(2, -3).withMaxSteps(60));
  }

  @Test
  void whatIsSaidOfANetIsWhetherItIsCertified() {
    Run certified = Run.of("train", "--model", "net", "-o", "-");
    assertThat(certified.err()).containsPattern("trained 291 steps to a loss of 2\\.4504\\d\\d; ");
    assertThat(certified.err()).contains("every row is certified to be within 0.000");
    Run stopped = Run.of("train", "--model", "net", "-o", "-", "--steps", "5");
    assertThat(stopped.exitCode()).isZero();
    assertThat(stopped.err()).contains("trained 5 steps to a loss of ", "not certified", "--steps");
  }

  private static final String[] NET = {"train", "--model", "net", "-i", "-", "-o", "-"};

  private static Run trained(String input, String... options) {
    return Run.withInput(
        input, Stream.concat(Stream.of(NET), Stream.of(options)).toArray(String[]::new));
  }

  /** The penalty keeps the net from the counted table, so there is nothing that steps could do. */
  @Test
  void aPenalizedNetAtItsMinimumIsNotSentOnItsWay() {
    Run run = trained("emma\nolivia\nava\n", "--l2", "1");
    assertThat(run.err())
        .containsPattern(
            "trained 2,000 steps to a loss of 1\\.\\d{6}, which is the lowest with --l2; a row may"
                + " be 0\\.\\d{6} from counting, and more --steps do not change that\n")
        .doesNotContain("certified");
    Run tooShort = trained("emma\nolivia\nava\n", "--l2", "1", "--steps", "5");
    assertThat(tooShort.err())
        .contains("; more --steps may lower it; --l2 keeps a row away from counting, now by 0.");
  }

  /** All steps were asked for, and a distance that is not 0 is not shown as 0. */
  @Test
  void withATargetOfZeroNothingIsAskedForThatIsNotThere() {
    Run run = trained("emma\nolivia\nava\n", "--target", "0");
    assertThat(run.err())
        .containsPattern(
            "steps to a loss of 0\\.\\d{6}; a row may be [1-9]\\.\\dE-\\d+ from counting\n")
        .doesNotContain("certified", "--steps");
  }

  @Test
  void aCertificateIsRoundedUp() {
    Run run = trained("emma\nolivia\nava\n", "--target", "1e-7");
    assertThat(run.err())
        .containsPattern(
            "every row is certified to be within (1\\.0E-7|\\d\\.\\dE-8) of counting\n");
  }

  /**
   * One step of 1e18 makes all weights huge. Here it makes every row right, since all tokens that
   * come after one are equally likely: the loss is the one of counting, ln 2 for half of the pairs.
   */
  @Test
  void aLearningRateBeyondAllMeasureEndsInATrueLossOrInDivergence() {
    assertThat(trained("emma\nolivia\n", "--learning-rate", "1e18").err())
        .contains(
            "trained 1 step to a loss of 0.346574; every row is certified to be within 0 of"
                + " counting");
    Run diverging = Run.of("train", "--model", "net", "--learning-rate", "1e18", "-o", "-");
    assertThat(diverging.exitCode()).isEqualTo(1);
    assertThat(diverging.err()).contains("training diverges").contains("learning rate 1.0E18");
  }

  @ParameterizedTest
  @CsvSource({
    "--steps, -1",
    "--steps, 1.5",
    "--steps, 3000000000",
    "--target, -1",
    "--target, NaN",
    "--learning-rate, 0",
    "--learning-rate, fast",
    "--l2, -1",
    "--descent, sgd",
    "--batch-size, 0",
    "--seed, x",
    "--smoothing, -1",
    "--model, trigram",
  })
  void aValueThatMakesNoSenseIsAUsageErrorThatNamesIt(String option, String value) {
    Run run = Run.of("train", "--model", "net", "-o", "-", option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option, value, "try 'makemore train --help'").hasLineCount(2);
  }

  @ParameterizedTest
  @CsvSource({
    "--steps, 1",
    "--target, 1",
    "--learning-rate, 1",
    "--l2, 0",
    "--descent, plain",
    "--batch-size, 1",
    "--seed, 0",
  })
  void anOptionOfTheNetIsAUsageErrorWhereNoneIsTrained(String option, String value) {
    Run run = Run.of("train", "-o", "-", option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .containsPattern(
            "makemore: " + option + ": is for --model (mlp or )?net, which is not given");
  }

  @Test
  void aSeedIsForMiniBatches() {
    Run run = Run.of("train", "--model", "net", "--seed", "1", "-o", "-");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--seed", "--batch-size");
  }

  @Test
  void trainingThatDivergesSavesNothing() throws Exception {
    Path file = Files.createFile(folder.resolve("model"));
    Run run = Run.of("train", "--model", "net", "--learning-rate", "1e6", "-o", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("training diverges").contains("lower learning rate");
    assertThat(file).isEmptyFile();
  }

  @Test
  void aVocabularyTooLargeForANetIsAFailureThatSaysWhatToDo() {
    StringBuilder item = new StringBuilder();
    for (int i = 0; i < 1_024; i++) {
      item.appendCodePoint(0x4E00 + i);
    }
    Run run = Run.withInput(item + "\n", "train", "--model", "net", "-i", "-", "-o", "-");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1024 different characters", "--model count");
  }

  @Test
  void theHelpTellsTheDefaultsOfTheTrainer() {
    String help = Run.of("train", "--help").out().replaceAll("\\s+", " ");
    assertThat(help)
        .contains("at most N steps. Default: " + BigramTrainer.DEFAULT_MAX_STEPS)
        .contains(
            "with 0, take all steps. Default: "
                + Decimal.shortest(BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION));
  }

  /** What is on stderr when items come slowly, and {@code terminals} are terminals. */
  private static String errWhileItemsComeSlowly(String terminals) {
    StringWriter err = new StringWriter();
    OutputStream nowhere = OutputStream.nullOutputStream();
    InputStream slow =
        new ByteArrayInputStream(AN.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public int read(byte[] bytes, int start, int length) {
            try {
              Thread.sleep(60); // the first bar is drawn after 100
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return super.read(bytes, start, Math.min(length, 6));
          }
        };
    Console console =
        new Console(
            slow,
            nowhere,
            StandardOutput.of(nowhere, false),
            new PrintWriter(err, true),
            Terminal.of(terminals));
    assertThat(Main.run(console, "train", "-i", "-", "-o", "-")).isZero();
    return err.toString();
  }

  @Test
  void progressIsShownUnlessItemsAreTyped() {
    assumeFalse(Terminal.isDumb(System.getenv()), "the tests run on a dumb terminal");
    assertThat(errWhileItemsComeSlowly("stderr")).contains("B/s");
    assertThat(errWhileItemsComeSlowly("stdin,stderr")).doesNotContain("B/s");
    assertThat(errWhileItemsComeSlowly("stdin")).doesNotContain("B/s");
  }
}
