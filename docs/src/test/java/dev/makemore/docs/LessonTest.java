package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Evaluation;
import dev.makemore.model.Vocabulary;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lesson in one file says what the library says: its numbers are compared with those of the
 * classes that it names.
 */
class LessonTest {

  private static final Path SOURCE = Path.of("docs/lesson/Makemore.java");
  private static final Path NAMES =
      Path.of("cli-app/src/main/resources/dev/makemore/cli/names.txt");

  @TempDir private static Path classes;
  private static Class<?> lesson;

  @BeforeAll
  static void compile() throws Exception {
    ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
    String folder = classes.toString();
    String[] arguments = {
      "-Xlint:all", "-Werror", "--release", "17", "-cp", folder, "-d", folder, SOURCE.toString()
    };
    assertThat(javac.run(System.out, System.err, arguments)).isZero();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      lesson = loader.loadClass("Makemore");
      loader.loadClass("Makemore$Value"); // before the loader is closed
    }
  }

  @Test
  void itHasAtMostTwoHundredLines() throws IOException {
    assertThat(Files.readAllLines(SOURCE)).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void aReaderSeesBothWaysArrive() throws Exception {
    Run run = Run.java(Path.of(""), SOURCE.toString());
    BigramCounts counts = BigramCounts.read(NAMES);
    double nll = Evaluation.of(CountModel.fit(counts), counts).averageNll();
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines())
        .contains(
            String.format(
                Locale.ROOT,
                "%,d names, %,d pairs, %d tokens",
                counts.items(),
                counts.total(),
                counts.vocabulary().size()),
            String.format(Locale.ROOT, "  counting       %.4f", nll),
            String.format(Locale.ROOT, "  net, step   0  %.4f", Math.log(27)),
            String.format(Locale.ROOT, "  net, step 300  %.4f", nll));
  }

  @Test
  void itsCountsAreThoseOfBigramCounts(@TempDir Path folder) throws Exception {
    Path own = folder.resolve("own");
    Files.writeString(own, "\uFEFFZo\u00eb\r\n\r\n\n\uD83D\uDE00 a.\r\nb\rc\n\tZ\u0000");
    for (Path file : List.of(NAMES, own)) {
      Text text = Text.read(file);
      BigramCounts expected = BigramCounts.read(file);
      int size = expected.vocabulary().size();
      assertThat(text.counts()).hasDimensions(size, size);
      for (int c = 0; c < size; c++) {
        for (int j = 0; j < size; j++) {
          assertThat(text.counts()[c][j])
              .isEqualTo((int) expected.count(text.inLibrary(c), text.inLibrary(j)));
        }
      }
    }
  }

  @Test
  void itsAverageNllIsThatOfEvaluation() throws Exception {
    Text text = Text.read(NAMES);
    BigramCounts counts = BigramCounts.read(NAMES);
    assertThat((double) call("nll", call("normalize", (Object) text.counts()), text.tokens()))
        .isCloseTo(Evaluation.of(CountModel.fit(counts), counts).averageNll(), within(1e-9));
  }

  @Test
  void itsGradientIsThatOfTheTape() throws Exception {
    Text text = Text.read(NAMES);
    int size = text.counts().length;
    List<List<Object>> columns = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      columns.add(List.of(zeros(size)));
    }
    Object loss = call("loss", columns, text.counts());
    method(loss.getClass(), "backward").invoke(loss);

    BigramCounts counts = BigramCounts.read(NAMES);
    Tape tape = Tape.create();
    Linear weights = Linear.zeros(tape, size, size);
    List<Value> costs = new ArrayList<>();
    counts.forEach(
        (context, next, count) ->
            costs.add(Values.crossEntropy(weights.row(context), next).times((double) count)));
    Values.sum(costs).dividedBy((double) counts.total()).backward();

    Field gradient = loss.getClass().getDeclaredField("gradient");
    gradient.setAccessible(true);
    for (int c = 0; c < size; c++) {
      for (int j = 0; j < size; j++) {
        assertThat(gradient.getDouble(columns.get(j).get(c)))
            .isCloseTo(
                weights.weight(text.inLibrary(c), text.inLibrary(j)).gradient(), within(1e-12));
      }
    }
  }

  @Test
  void itsNetArrivesAtTheTableOfCounting() throws Exception {
    int[][] counts = Text.read(NAMES).counts();
    double[][] counted = (double[][]) call("normalize", (Object) counts);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    double[][] learned = (double[][]) call("learn", counts, nowhere);
    for (int c = 0; c < counts.length; c++) {
      assertThat(learned[c]).containsExactly(counted[c], within(1e-4));
      assertThat(Arrays.stream(learned[c]).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void whatItCannotLearnFromIsToldInOneLine(@TempDir Path folder) throws Exception {
    Files.createFile(folder.resolve("empty"));
    Files.writeString(folder.resolve("lines"), "\r\n\n\n");
    Files.write(folder.resolve("latin"), "Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.createDirectory(folder.resolve("folder"));
    Files.writeString(
        folder.resolve("many"),
        IntStream.range(0x4E00, 0x4E00 + 151)
            .mapToObj(Character::toString)
            .reduce("", String::concat));
    Map<String, String> problems =
        Map.of(
            "empty", "it has 0 different characters",
            "lines", "it has 0 different characters",
            "latin", "it is not UTF-8 text",
            "folder", "Is a directory",
            "missing", "no readable file",
            "many", "it has 151 different characters");
    for (Map.Entry<String, String> problem : problems.entrySet()) {
      Run run = Run.java(folder, "-cp", classes.toString(), "Makemore", problem.getKey());
      assertThat(run.exitCode()).isOne();
      assertThat(run.out()).isEmpty();
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err())
          .startsWith(
              "Makemore can't learn from '" + problem.getKey() + "': " + problem.getValue());
    }
  }

  @Test
  void elsewhereItSaysWhereToStart(@TempDir Path folder) throws Exception {
    Run run = Run.java(folder, "-cp", classes.toString(), "Makemore");
    assertThat(run.exitCode()).isOne();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("Start in the project's top folder");
  }

  private static Object[] zeros(int size) throws ReflectiveOperationException {
    Constructor<?> leaf =
        Class.forName("Makemore$Value", true, lesson.getClassLoader())
            .getDeclaredConstructor(double.class, List.class, double[].class);
    leaf.setAccessible(true);
    Object[] values = new Object[size];
    for (int i = 0; i < size; i++) {
      values[i] = leaf.newInstance(0.0, List.of(), new double[0]);
    }
    return values;
  }

  private static Object call(String name, Object... arguments) throws ReflectiveOperationException {
    return method(lesson, name).invoke(null, arguments);
  }

  private static Method method(Class<?> type, String name) {
    Method found =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    found.setAccessible(true);
    return found;
  }

  /**
   * A text as the lesson reads it.
   *
   * @param characters the character of each token; that of the boundary is a line feed
   */
  private record Text(
      List<Integer> characters, int[] tokens, int[][] counts, Vocabulary vocabulary) {

    static Text read(Path file) throws Exception {
      String text = (String) call("read", file);
      List<Integer> characters = text.codePoints().distinct().boxed().toList();
      int[] tokens = text.codePoints().map(characters::indexOf).toArray();
      int[][] counts = (int[][]) call("count", tokens, characters.size());
      return new Text(characters, tokens, counts, BigramCounts.read(file).vocabulary());
    }

    /** The library numbers the characters by their code points, the lesson as they come. */
    int inLibrary(int token) {
      return token == 0 ? Vocabulary.BOUNDARY : vocabulary.token(characters.get(token));
    }
  }

  /** What a process left. */
  private record Run(int exitCode, String out, String err) {

    static Run java(Path folder, String... arguments) throws IOException, InterruptedException {
      File out = File.createTempFile("lesson", ".out", classes.toFile());
      File err = File.createTempFile("lesson", ".err", classes.toFile());
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(arguments));
      int exitCode =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectOutput(out)
              .redirectError(err)
              .start()
              .waitFor();
      return new Run(exitCode, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
  }
}
