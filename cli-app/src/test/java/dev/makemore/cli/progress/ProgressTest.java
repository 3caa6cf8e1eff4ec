package dev.makemore.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.Terminal;
import dev.makemore.model.learn.LearningListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

  private static final String ERASE = "\r\u001b[K";

  private final StringWriter err = new StringWriter();
  private long now = 123_456_789; // nanoseconds

  private Progress progress(String terminals, Map<String, String> environment) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            nowhere,
            StandardOutput.of(nowhere, false),
            new PrintWriter(err, true),
            Terminal.of(terminals));
    return Progress.on(console, environment, () -> now);
  }

  private Progress progress() {
    return progress("stderr", Map.of("TERM", "xterm", "COLUMNS", "80"));
  }

  private void pass(double seconds) {
    now += (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /** What was drawn, one after the other. */
  private List<String> drawn() {
    return List.of(err.toString().replaceFirst("^\r\u001b\\[K", "").split("\r\u001b\\[K", -1));
  }

  @Test
  void theLineIsDrawnAtMostTenTimesASecondAndIsGoneAtTheEnd() {
    try (Progress progress = progress()) {
      for (int i = 0; i < 1_000; i++) {
        pass(0.001);
        progress.update(() -> ProgressText.of("x"));
      }
    }
    assertThat(err).hasToString((ERASE + "x").repeat(10) + ERASE);
  }

  @Test
  void aShortTaskShowsNothing() {
    try (Progress progress = progress()) {
      progress.update(() -> ProgressText.of("x"));
      pass(0.099);
      progress.update(() -> ProgressText.of("x"));
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void nothingIsDrawnAfterTheEnd() {
    Progress progress = progress();
    progress.close();
    pass(1);
    progress.update(() -> ProgressText.of("x"));
    progress.close();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void onlyATerminalThatCanDrawOverALineHasOne() {
    for (Progress progress :
        List.of(progress("stdin,stdout", Map.of()), progress("stderr", Map.of("TERM", "dumb")))) {
      try (progress) {
        pass(1);
        progress.update(() -> ProgressText.of("x"));
      }
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void logLinesHaveTheTerminalForThemselves() {
    Logging.setVerbose(true);
    try (Progress progress = progress()) {
      pass(1);
      progress.update(() -> ProgressText.of("x"));
    } finally {
      Logging.setVerbose(false);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theLineIsGoneAsSoonAsTheFileIsClosed() throws IOException {
    try (Progress progress = progress()) {
      try (InputStream in = watched(new byte[3], 3, progress)) {
        pass(1);
        assertThat(in.read()).isZero();
        assertThat(err.toString()).contains(" left");
      }
      assertThat(err.toString()).endsWith(ERASE); // and a message has the line for itself
    }
  }

  @Test
  void readingAFileShowsItsShareItsRateAndTheTimeLeft() throws IOException {
    byte[] bytes = new byte[2_000_000];
    try (Progress progress = progress();
        InputStream in = watched(bytes, bytes.length, progress)) {
      pass(1);
      assertThat(in.read(bytes, 0, 500_000)).isEqualTo(500_000);
      assertThat(drawn())
          .last()
          .isEqualTo("[#####               ]  25%, 0:03 left, 500 kB of 2.0 MB, 500 kB/s");
      pass(1);
      assertThat(in.read(bytes)).isEqualTo(1_500_000);
      assertThat(drawn())
          .last()
          .isEqualTo("[####################]  100%, 0:00 left, 2.0 MB of 2.0 MB, 1.0 MB/s");
    }
  }

  @Test
  void readingAPipeShowsBytesAndTheirRate() throws IOException {
    try (Progress progress = progress();
        InputStream in = watched(new byte[3_000], 0, progress)) {
      pass(2);
      assertThat(in.read(new byte[3_000])).isEqualTo(3_000);
      assertThat(drawn()).containsExactly("3.0 kB, 1.5 kB/s");
    }
  }

  @Test
  void aFileThatGrowsIsNeverMoreThanWhole() throws IOException {
    try (Progress progress = progress();
        InputStream in = watched(new byte[3_000], 1_000, progress)) {
      pass(1);
      assertThat(in.read(new byte[3_000])).isEqualTo(3_000);
      assertThat(drawn())
          .containsExactly("[####################]  100%, 0:00 left, 3.0 kB of 1.0 kB, 3.0 kB/s");
    }
  }

  private static InputStream watched(byte[] bytes, long size, Progress progress) {
    return WatchedStream.of(size, progress).apply(new ByteArrayInputStream(bytes));
  }

  @Test
  void whatIsWatchedIsReadUnchanged() throws IOException {
    byte[] bytes = {1, -1, 0, 127};
    try (Progress progress = progress();
        InputStream in = watched(bytes, 4, progress)) {
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.read()).isEqualTo(255);
      assertThat(in.readAllBytes()).containsExactly(0, 127);
      pass(1);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(drawn()).last().asString().contains("4 B of 4 B");
    }
  }

  @Test
  void onlyARegularFileHasASize(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "12345");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertThat(WatchedStream.size(List.of(file))).isEqualTo(5);
    assertThat(WatchedStream.size(List.of(file, empty, file))).isEqualTo(10);
    assertThat(WatchedStream.size(List.of(file, folder))).isZero();
    assertThat(WatchedStream.size(List.of(folder.resolve("nosuch"), file))).isZero();
  }

  @Test
  void filesThatAreReadOneAfterAnotherHaveOneProgress() throws IOException {
    try (Progress progress = progress()) {
      UnaryOperator<InputStream> watch = WatchedStream.of(4_000, progress);
      for (String share : List.of("1.0 kB of 4.0 kB", "4.0 kB of 4.0 kB")) {
        try (InputStream in = watch.apply(new ByteArrayInputStream(new byte[3_000]))) {
          pass(1);
          assertThat(in.readNBytes(share.startsWith("4") ? 3_000 : 1_000)).isNotEmpty();
          assertThat(drawn()).last().asString().contains(share);
        }
        assertThat(err.toString()).endsWith(ERASE);
      }
    }
  }

  @Test
  void theLineFitsATerminalOf40Columns() throws IOException {
    byte[] bytes = new byte[2_000_000];
    try (Progress progress = progress("stderr", Map.of("TERM", "xterm", "COLUMNS", "40"));
        InputStream in = watched(bytes, bytes.length, progress)) {
      pass(1);
      assertThat(in.read(bytes, 0, 500_000)).isEqualTo(500_000);
      assertThat(drawn()).last().isEqualTo("[##      ]  25%, 0:03 left");
    }
  }

  @Test
  void quietMeansNoLine() {
    Logging.setQuiet(true);
    try (Progress progress = progress()) {
      pass(1);
      progress.update(() -> ProgressText.of("x"));
    } finally {
      Logging.setQuiet(false);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void makingThingsShowsHowManyAreMadeAndTheTimeLeft() {
    try (Progress progress = progress()) {
      CountProgress names = new CountProgress(progress, "names", 4_000);
      pass(3);
      names.add(1_000);
      assertThat(drawn())
          .last()
          .isEqualTo("[#####               ]  1,000 of 4,000 names, 0:09 left");
    }
  }

  @Test
  void learningShowsItsStepItsLossAndTheTimeLeft() {
    try (LearningProgress learning = new LearningProgress(this::progress, share -> true)) {
      learning.goOn(0, 0, Double.NaN);
      pass(1);
      learning.goOn(0, 0, Double.NaN);
      pass(1);
      learning.goOn(0.25, 1_000, 2.5);
      pass(1);
      learning.goOn(0.75);
    }
    assertThat(drawn())
        .containsExactly(
            "step 0",
            "[#####               ]  step 1,000, loss 2.5000, 0:06 left",
            "[###############     ]  0:01 left",
            "");
  }

  @Test
  void learningGoesOnAsLongAsTheOtherListenerSays() {
    LearningListener other =
        new LearningListener() {
          @Override
          public boolean goOn(double share) {
            return share < 0.5;
          }

          @Override
          public boolean goOn(double share, long steps, double loss) {
            return steps < 7 && loss > 2;
          }
        };
    try (LearningProgress learning = new LearningProgress(this::progress, other)) {
      assertThat(learning.goOn(0.4)).isTrue();
      assertThat(learning.goOn(0.5)).isFalse();
      assertThat(learning.goOn(1, 6, 2.1)).isTrue();
      assertThat(learning.goOn(0, 7, 2.1)).isFalse();
      assertThat(learning.goOn(0, 6, 2)).isFalse();
    }
  }

  @Test
  void aNetIsAsFarAsTheLogarithmOfItsCertificate() {
    try (Progress progress = progress()) {
      NetProgress net = new NetProgress(progress, 1_000, 1e-4);
      net.show(new TrainingStep(0, 3, 1, 1));
      pass(2);
      net.show(new TrainingStep(100, 2.5, 1, 0.01)); // 2 of 4 orders of magnitude
      pass(0.1);
      net.show(new TrainingStep(105, 2.5, 1, 0.1)); // a setback
      pass(4.4);
      net.show(new TrainingStep(500, 2.4, 1, 0.001)); // 3 of 4
    }
    assertThat(drawn())
        .containsExactly(
            "[##########          ]  step 100, loss 2.5000, at most 0:18 left",
            "[##########          ]  step 105, loss 2.5000, at most 0:18 left",
            "[###############     ]  step 500, loss 2.4000, at most 0:07 left",
            "");
  }

  @Test
  void aNetIsAsFarAsItsStepsWhereTheyEndFirst() {
    for (double target : new double[] {0, 1e-4}) {
      try (Progress progress = progress()) {
        NetProgress net = new NetProgress(progress, 1_000, target);
        net.show(new TrainingStep(0, 3, 1, 1));
        pass(3);
        net.show(new TrainingStep(750, 2.5, 1, 0.01));
      }
      assertThat(drawn())
          .contains("[###############     ]  step 750, loss 2.5000, at most 0:01 left");
    }
  }
}
