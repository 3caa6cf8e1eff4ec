package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on names in ten scripts, against counting in plain maps. */
class ScriptsTest {

  private static final Path SCRIPTS = Path.of("src/test/resources/dev/makemore/cli/scripts");
  private static final int END = -1; // and the start

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latin",
        "greek",
        "arabic",
        "devanagari",
        "chinese",
        "thai",
        "hebrew",
        "korean",
        "gothic",
        "emoji"
      })
  @Retention(RetentionPolicy.RUNTIME)
  @interface InEveryScript {}

  private static Path path(String script) {
    return SCRIPTS.resolve(script + ".txt");
  }

  private static List<String> items(String script) throws Exception {
    return Files.readAllLines(path(script));
  }

  private Path write(String name, List<String> items) throws Exception {
    return Files.writeString(folder.resolve(name), String.join("\n", items) + "\n");
  }

  private static List<Map.Entry<Integer, Integer>> pairs(List<String> items) {
    List<Map.Entry<Integer, Integer>> pairs = new ArrayList<>();
    for (String item : items) {
      int before = END;
      for (int codePoint : item.codePoints().toArray()) {
        pairs.add(Map.entry(before, codePoint));
        before = codePoint;
      }
      pairs.add(Map.entry(before, END));
    }
    return pairs;
  }

  private static Set<Integer> characters(List<String> items) {
    Set<Integer> characters = new HashSet<>();
    items.forEach(item -> item.codePoints().forEach(characters::add));
    return characters;
  }

  /** The average of -ln (n + k) / (row + k V) over the pairs of {@code scored}. */
  private static double nll(List<String> learned, List<String> scored, double k) {
    Map<Object, Long> counts = new HashMap<>();
    for (Map.Entry<Integer, Integer> pair : pairs(learned)) {
      counts.merge(pair, 1L, Long::sum);
      counts.merge(pair.getKey(), 1L, Long::sum);
    }
    int size = characters(learned).size() + 1;
    double sum = 0;
    for (Map.Entry<Integer, Integer> pair : pairs(scored)) {
      double n = counts.getOrDefault(pair, 0L);
      sum -= Math.log((n + k) / (counts.get(pair.getKey()) + k * size));
    }
    return sum / pairs(scored).size();
  }

  private static Run run(Object... arguments) {
    Run run = Run.of(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return run;
  }

  private static double number(Run run, String key) {
    Matcher matcher = Pattern.compile("\"" + key + "\":([^,}]+)").matcher(run.out());
    assertThat(matcher.find()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @InEveryScript
  void itemsAreMadeOfPairsThatWereSeen(String script) throws Exception {
    List<String> made = run("generate", "-i", path(script), "-n", 300, "--seed", 1).lines();
    assertThat(made).hasSize(300);
    assertThat(new HashSet<>(pairs(items(script)))).containsAll(pairs(made));
    assertThat(items(script)).doesNotContainSequence(made);
    assertThat(new HashSet<>(made)).hasSizeGreaterThan(30);
  }

  @InEveryScript
  void theScoreIsThatOfPlainMaps(String script) throws Exception {
    List<String> items = items(script);
    Run run = run("evaluate", "--json", "-i", path(script));
    assertThat(number(run, "items")).isEqualTo(items.size());
    assertThat(number(run, "tokens")).isEqualTo(pairs(items).size());
    assertThat(number(run, "vocabulary")).isEqualTo(characters(items).size() + 1);
    assertThat(number(run, "impossible")).isZero();
    assertThat(number(run, "nll")).isEqualTo(nll(items, items, 0), within(1e-12));
  }

  @InEveryScript
  void soIsThatOfNamesThatWereNotLearned(String script) throws Exception {
    List<String> items = items(script);
    List<String> learned =
        IntStream.range(0, items.size()).filter(i -> i % 3 > 0).mapToObj(items::get).toList();
    List<String> known =
        IntStream.range(0, items.size())
            .filter(i -> i % 3 == 0)
            .mapToObj(items::get)
            .filter(item -> characters(learned).containsAll(characters(List.of(item))))
            .toList();
    assertThat(known).isNotEmpty();
    Run run =
        run(
            "evaluate",
            "--json",
            "--smoothing",
            0.5,
            "-i",
            write("learned", learned),
            "--test",
            write("known", known));
    assertThat(number(run, "nll")).isEqualTo(nll(learned, known, 0.5), within(1e-12));
  }

  @InEveryScript
  void newNamesAreNewAndUniqueOnesDifferent(String script) throws Exception {
    Run run =
        run("generate", "-i", path(script), "--new", "--unique", "-n", 20, "--smoothing", 0.01);
    assertThat(run.lines()).hasSize(20).doesNotHaveDuplicates();
    assertThat(run.lines()).doesNotContainAnyElementsOf(items(script));
  }

  @InEveryScript
  void decomposedTextIsTheSameTextOnceItIsNormalized(String script) throws Exception {
    List<String> items = items(script);
    List<String> decomposed =
        items.stream().map(item -> Normalizer.normalize(item, Normalizer.Form.NFD)).toList();
    Path nfd = write("nfd", decomposed);
    String[] generate = {"generate", "--seed", "1", "-n", "50", "-i"};
    assertThat(run(join(generate, nfd, "--normalize", "NFC")).out())
        .isEqualTo(run(join(generate, path(script))).out());
    Run both = run("evaluate", "--json", "-i", path(script), "--test", nfd, "--normalize", "NFC");
    assertThat(both).isEqualTo(run("evaluate", "--json", "-i", path(script)));
    Run apart = run("evaluate", "--json", "-i", nfd);
    assertThat(number(apart, "nll")).isEqualTo(nll(decomposed, decomposed, 0), within(1e-12));
  }

  private static Object[] join(String[] first, Object... more) {
    List<Object> all = new ArrayList<>(List.of((Object[]) first));
    all.addAll(List.of(more));
    return all.toArray();
  }

  @InEveryScript
  void lowerCaseIsThatOfEachName(String script) throws Exception {
    List<String> lower = items(script).stream().map(item -> item.toLowerCase(Locale.ROOT)).toList();
    assertThat(run("evaluate", "--json", "-i", path(script), "--lowercase"))
        .isEqualTo(run("evaluate", "--json", "-i", write("lower", lower)));
  }

  @Test
  void capitalsOfGreekBecomeWhatTheyWere() throws Exception {
    List<String> items = items("greek");
    List<String> capitals = items.stream().map(item -> item.toUpperCase(Locale.ROOT)).toList();
    assertThat(capitals).contains("\u03A0\u0395\u0399\u03A1\u0391\u0399\u0386\u03A3"); // Piraeus
    Run run =
        run(
            "evaluate",
            "--json",
            "-i",
            path("greek"),
            "--test",
            write("capitals", capitals),
            "--lowercase");
    assertThat(number(run, "impossible")).isZero();
    assertThat(run).isEqualTo(run("evaluate", "--json", "-i", path("greek"), "--lowercase"));
  }

  /** Letters with a dot have code points of their own, which NFC, too, takes apart. */
  @Test
  void hindiLettersWithADotAreOneWhicheverWayTheyAreWritten() throws Exception {
    List<String> items = items("devanagari");
    List<String> single =
        items.stream().map(item -> item.replace("\u0922\u093C", "\u095D")).toList();
    assertThat(single).isNotEqualTo(items);
    assertThat(run("evaluate", "--json", "-i", write("single", single), "--normalize", "NFC"))
        .isEqualTo(run("evaluate", "--json", "-i", path("devanagari")));
  }

  /** Narrow Latin letters and a wide space are the common ones to NFKC, and not to NFC. */
  @Test
  void wideLettersAreCommonOnesOnceTheyAreNormalized() throws Exception {
    List<String> items = items("latin");
    List<String> wide =
        items.stream()
            .map(item -> item.replace('a', '\uFF41').replace('L', '\uFF2C').replace(' ', '\u3000'))
            .toList();
    assertThat(run("evaluate", "--json", "-i", write("wide", wide), "--normalize", "NFKC"))
        .isEqualTo(run("evaluate", "--json", "-i", path("latin")));
  }

  /** Sequences fall apart where a joiner could be followed by another picture, and nowhere else. */
  @Test
  void picturesKeepTheirSurrogatesTogether() throws Exception {
    List<String> made = run("generate", "-i", path("emoji"), "-n", 500, "--seed", 1).lines();
    Set<Integer> known = characters(items("emoji"));
    assertThat(known).containsAll(characters(made));
    assertThat(characters(made)).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }
}
