package dev.makemore.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Makes jars of plug-ins with the compiler and the archiver of this JDK. */
final class PluginJars {

  /** A learner in the package {@code pack}, with the given members. */
  static String learner(String pack, String name, String members) {
    return """
        package %1$s;
        import dev.makemore.model.*;
        import dev.makemore.model.learn.*;
        import java.util.List;
        public class Plug implements Learner {
          public String name() { return "%2$s"; }
          public String summary() { return "predicts by shares"; }
          %3$s
          public record Shares(Vocabulary vocabulary, Distribution share) implements LanguageModel {
            public int contextLength() { return 0; }
            public Distribution next(int... context) { return share; }
          }
          protected LanguageModel shares(TrainingText text, double more) {
            NgramCounts counts = text.ngrams(1);
            double[] weights = new double[counts.vocabulary().size()];
            counts.forEach((context, next, count) -> weights[next] = count);
            for (int i = 0; i < weights.length; i++) weights[i] += more;
            return new Shares(counts.vocabulary(), Distribution.ofWeights(weights));
          }
        }
        """
        .formatted(pack, name, members);
  }

  /** A method {@code learn} with this body. */
  static String learn(String body) {
    return "public LanguageModel learn(TrainingText text, LearnerSettings settings,"
        + " LearningListener listener) { "
        + body
        + " }";
  }

  /** The lines of a service file that names the class {@code Plug} of a package. */
  static Map<String, String> service(String pack) {
    return Map.of("META-INF/services/dev.makemore.model.learn.Learner", pack + ".Plug\n");
  }

  /**
   * Compiles sources and puts the classes into a jar.
   *
   * @param work a folder for files in between
   * @param sources by their paths, such as {@code a/Plug.java}
   * @param resources by their paths in the jar
   * @param libraries jars that the sources need as well
   */
  static Path jar(
      Path jar,
      Path work,
      Map<String, String> sources,
      Map<String, String> resources,
      Path... libraries)
      throws IOException {
    Path classes = Files.createTempDirectory(work, "classes");
    List<String> line = new ArrayList<>(List.of("-nowarn", "-d", classes.toString()));
    StringBuilder path = new StringBuilder(System.getProperty("jdk.module.path"));
    for (Path library : libraries) {
      path.append(System.getProperty("path.separator")).append(library);
    }
    boolean modular = sources.containsKey("module-info.java");
    line.addAll(List.of(modular ? "-p" : "-cp", path.toString()));
    Path folder = Files.createTempDirectory(work, "sources");
    for (Map.Entry<String, String> source : sources.entrySet()) {
      line.add(write(folder.resolve(source.getKey()), source.getValue()).toString());
    }
    run("javac", line);
    for (Map.Entry<String, String> resource : resources.entrySet()) {
      write(classes.resolve(resource.getKey()), resource.getValue());
    }
    run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
    return jar;
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  static void run(String tool, List<String> line) {
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages);
    int exitCode =
        ToolProvider.findFirst(tool).orElseThrow().run(out, out, line.toArray(String[]::new));
    if (exitCode != 0) {
      throw new AssertionError(tool + ": " + messages);
    }
  }

  private PluginJars() {}
}
