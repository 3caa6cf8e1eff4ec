package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.autograd.Tape;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.mlp.PerceptronModel;
import dev.makemore.ngram.NgramModel;
import dev.makemore.sampling.Sampler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

/**
 * The projects in docs/examples print what their expected.txt says.
 *
 * <p>They are compiled here against the modules of this build, on the module path. That they build
 * by themselves, against installed artifacts, is checked by {@code .ci/run}.
 */
class ExamplesTest {

  static Stream<Path> examples() throws IOException {
    return Files.list(Path.of("docs/examples"))
        .filter(Files::isDirectory)
        .filter(folder -> !isPlugin(folder)) // which is run by the command, in .ci/run
        .sorted();
  }

  private static boolean isPlugin(Path folder) {
    try {
      return Files.readString(folder.resolve("pom.xml")).contains("<learner>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExamplePrintsWhatItsFileSays(Path example, @TempDir Path folder) throws Exception {
    String path = modules();
    compile(example, path, folder);

    Path printed = folder.resolve("printed.txt");
    String pom = Files.readString(example.resolve("pom.xml"));
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--module-path",
                folder + File.pathSeparator + path,
                "--module",
                property(pom, "main.module") + "/" + property(pom, "main.class"))
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    assertThat(java.waitFor()).as(Files.readString(folder.resolve("errors.txt"))).isZero();
    assertThat(Files.readAllLines(printed))
        .isEqualTo(Files.readAllLines(example.resolve("expected.txt")));
  }

  private static void compile(Path example, String path, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror", "--release", "17"));
    arguments.addAll(
        List.of("-d", "" + folder, "--class-path", "" + folder, "--module-path", path));
    try (Stream<Path> sources = Files.walk(example.resolve("src/main/java"))) {
      sources.map(Path::toString).filter(s -> s.endsWith(".java")).forEach(arguments::add);
    }
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(System.out, System.err, arguments.toArray(new String[0]))).isZero();
  }

  /**
   * The jars of our modules but the command, and of SLF4J: wherever one of their classes is from.
   */
  private static String modules() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> type :
        List.of(
            Tape.class,
            Sampler.class,
            CountModel.class,
            NgramModel.class,
            BigramNet.class,
            PerceptronModel.class,
            Logger.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  private static String property(String pom, String name) {
    int start = pom.indexOf("<" + name + ">") + name.length() + 2;
    return pom.substring(start, pom.indexOf("</" + name + ">"));
  }
}
