package dev.makemore.docs.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the guide are those that the models of this build give. Each run draws them into
 * a folder, from which they can be copied.
 */
class PicturesTest {

  private static final Path COMMITTED = Path.of("docs/guide/pictures");
  private static final Path DRAWN = Path.of("docs/target/pictures");

  private static final Map<String, Supplier<String>> PICTURES = new TreeMap<>();

  static {
    BigramCounts names = names();
    PICTURES.put("sliding-pairs", FirstPages::slidingPairs);
    PICTURES.put("row-and-die", FirstPages::rowAndDie);
    PICTURES.put("row-bars", () -> FirstPages.rowBars(names));
    PICTURES.put("minus-log-p", FirstPages::minusLogP);
    PICTURES.put("two-moons", NetPages::twoMoons);
    PICTURES.put("net-table-steps", () -> NetPages.netTables(names));
    PICTURES.put("gradient-and-mistake", NetPages::gradientAndMistake);
    PICTURES.put("alias-table", SamplingPage::aliasTable);
    PICTURES.put("temperature", () -> SamplingPage.temperature(names));
    PICTURES.put("overfitting", () -> MemoryPages.ofNames().overfitting());
    PICTURES.put("smoothing", () -> MemoryPages.ofNames().smoothing());
    PICTURES.put("letters-in-the-plane", () -> VectorPages.lettersInThePlane(names));
    PICTURES.put("attention", AttentionPage::attention);
    PICTURES.put("nll-against-seconds", VectorPages::nllAgainstSeconds);
    PICTURES.put("heat-map", () -> Command.output("show", "--format", "svg", "--counts"));
    PICTURES.put("demo", PicturesTest::demo);
    PICTURES.put("loss-curve", PicturesTest::lossCurve);
  }

  private static BigramCounts names() {
    try {
      return BigramCounts.read(Path.of("cli-app/src/main/resources/dev/makemore/cli/names.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lossCurve() {
    return Command.output("train", "--model", "net", "-o", "/dev/null", "--plot", "-");
  }

  private static String demo() {
    String printed = "$ makemore demo\n\n" + Command.output("demo");
    return new Recording(printed.lines().toList()).svg("What makemore demo prints, page by page");
  }

  static Iterable<String> pictures() {
    return PICTURES.keySet();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void theCommittedPictureIsTheOneThatIsDrawn(String name) throws IOException {
    Path drawn = DRAWN.resolve(name + ".svg");
    Path committed = COMMITTED.resolve(name + ".svg");
    Files.createDirectories(DRAWN);
    Files.writeString(drawn, PICTURES.get(name).get());
    assertThat(committed)
        .withFailMessage("copy %s to %s, and look at it", drawn, committed)
        .exists()
        .hasSameTextualContentAs(drawn);
  }
}
