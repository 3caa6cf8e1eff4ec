package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.contract.Corpora;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class MergeProperties {

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("merge");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Provide
  Arbitrary<List<Corpus>> parts() {
    return Corpora.smallNotEmpty().list().ofMinSize(2).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> smoothings() {
    return Arbitraries.of("0", "1", "0.1", "1e-300");
  }

  @Property(tries = 40)
  void mergedPartsAreByteForByteTheModelOfTheWhole(
      @ForAll("parts") List<Corpus> parts, @ForAll("smoothings") String smoothing)
      throws IOException {
    List<String> merge = new ArrayList<>(List.of("merge", "-o", "-"));
    List<String> items = new ArrayList<>();
    for (Corpus part : parts) {
      items.addAll(part.list());
      Path model = folder.resolve("part" + merge.size());
      merge.add(Files.writeString(model, train(part.list(), smoothing)).toString());
    }
    Run merged = Run.of(merge.toArray(String[]::new));
    assertThat(merged.exitCode()).isZero();
    assertThat(merged.out()).isEqualTo(train(items, smoothing));
  }

  /** The content of the model's file. */
  private static String train(List<String> items, String smoothing) {
    String text = String.join("\n", items);
    Run run = Run.withInput(text, "train", "-i", "-", "-o", "-", "--smoothing", smoothing);
    assertThat(run.exitCode()).isZero();
    return run.out();
  }
}
