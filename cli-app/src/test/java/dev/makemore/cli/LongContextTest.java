package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Scorer;
import dev.makemore.ngram.NgramModel;
import dev.makemore.ngram.Smoothing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command with models that look at several characters. */
class LongContextTest {

  private static final Corpus NAMES = Corpus.of("emma", "emmy", "gemma", "anna", "ann", "hanna");

  @TempDir private Path folder;
  private String names = "";

  @BeforeEach
  void writeNames() throws Exception {
    names =
        Files.writeString(folder.resolve("names.txt"), String.join("\n", NAMES.list())).toString();
  }

  private static LanguageModel model(int order) {
    return NgramModel.fit(NgramCounts.of(order, NAMES), Smoothing.kneserNey());
  }

  private static String ok(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private static double nll(String json) {
    Matcher nll = Pattern.compile("\"nll\":([0-9.]+)").matcher(json);
    assertThat(nll.find()).as(json).isTrue();
    return Double.parseDouble(nll.group(1));
  }

  private String saved(String name, String... options) {
    String file = folder.resolve(name).toString();
    String[] train = new String[options.length + 5];
    System.arraycopy(new String[] {"train", "-i", names, "-o", file}, 0, train, 0, 5);
    System.arraycopy(options, 0, train, 5, options.length);
    ok(train);
    return file;
  }

  @Test
  void anOrderAloneMeansNgrams() {
    String byOrder = ok("generate", "-i", names, "--order", "3", "-n", "20", "--seed", "4");
    assertThat(byOrder.lines()).hasSize(20);
    assertThat(
            ok(
                "generate",
                "-i",
                names,
                "--model",
                "ngram",
                "--order",
                "3",
                "-n",
                "20",
                "--seed",
                "4"))
        .isEqualTo(byOrder);
    String model = saved("m", "--order", "3");
    assertThat(ok("generate", "-m", model, "-n", "20", "--seed", "4", "--threads", "2"))
        .isEqualTo(byOrder);
    assertThat(ok("generate", "-i", names, "-n", "20", "--seed", "4")).isNotEqualTo(byOrder);
  }

  @Test
  void evaluateAndScoreGiveTheCostsOfTheLibrary() {
    double expected = Evaluation.of(model(4), NAMES).averageNll();
    String model = saved("m", "--order", "4");
    assertThat(nll(ok("evaluate", "-m", model, "-i", names, "--json")))
        .isEqualTo(expected, within(1e-12));
    assertThat(nll(ok("evaluate", "-i", names, "--order", "4", "--json")))
        .isEqualTo(expected, within(1e-12));
    double emma = Scorer.of(model(4)).score("emma").averageNll();
    String line = String.format(Locale.ROOT, "%.6f", emma);
    assertThat(ok("score", "-m", model, "emma")).contains(line);
    assertThat(ok("score", "-i", names, "--order", "4", "emma")).contains(line);
  }

  @Test
  void everyMethodAndOrderCanBeChosen() {
    for (String method : List.of("kneser-ney", "witten-bell")) {
      for (String order : List.of("1", "2", "16")) {
        assertThat(ok("evaluate", "-i", names, "--order", order, "--method", method))
            .startsWith("model          ngram, order " + order + ", ");
      }
    }
    assertThat(
            nll(
                ok(
                    "evaluate",
                    "-i",
                    names,
                    "--order",
                    "2",
                    "--method",
                    "add-k",
                    "--smoothing",
                    "0",
                    "--json")))
        .isEqualTo(nll(ok("evaluate", "-i", names, "--json")), within(1e-12));
  }

  @Test
  void aWrongOrderIsNamed() {
    for (String order : List.of("0", "17", "-3")) {
      Run run = Run.of("generate", "--order", order);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("--order: must be from 1 to 16, was " + order);
    }
    assertThat(Run.of("generate", "--order", "3", "--model", "count").err())
        .contains("--order: is for --model ngram, which is not given");
    assertThat(Run.of("evaluate", "--order", "3", "--smoothing", "1").err())
        .contains("--smoothing is the K of the method add-k");
    assertThat(Run.of("evaluate", "--method", "add-k").err()).contains("add-k needs --smoothing");
    assertThat(Run.of("generate", "-m", names, "--order", "3").err())
        .contains("--order: is for learning, and the saved model has learned already");
  }

  @Test
  void showShowsOneContextOfAModelThatHasNoTable() {
    Run start = Run.of("show", "-i", names, "--order", "3");
    assertThat(start.exitCode()).isZero();
    assertThat(start.err()).contains("these are the first characters of names");
    assertThat(start.out()).contains("probability after .\n");
    assertThat(ok("show", "-i", names, "--order", "3", "--context", "emm"))
        .contains("probability after mm\n");
    assertThat(ok("show", "-i", names, "--order", "3", "--context", "e"))
        .contains("probability after .e\n");
    assertThat(ok("show", "-i", names, "--context", "emm")).contains("probability after m\n");
    assertThat(Run.of("show", "-i", names, "--order", "3", "--row", "m").err())
        .contains("--row: this model looks at 2 characters, and has no table; try --context ann");
    assertThat(Run.of("show", "-i", names, "--order", "3", "--context", "xyz").exitCode())
        .isEqualTo(2);
  }

  @Test
  void theRowsOfAllContextsAreListedIfTheyAreFew() {
    String csv = ok("export", "-i", names, "--order", "3", "--format", "csv");
    double emm =
        model(3).probability(NAMES.vocabulary().token('a'), NAMES.vocabulary().encode("mm"));
    assertThat(csv).contains("\nmm,a," + emm + "\n").contains("\n,e,").contains("\ne,m,");
    assertThat(ok("show", "-i", names, "--order", "3", "--context", "emm", "--format", "csv"))
        .contains("mm,a," + emm + "\n");
    assertThat(ok("show", "-i", names, "--order", "3", "--context", "emm", "--json"))
        .contains("\"contextLength\":2")
        .contains("\"contexts\":[{\"context\":\"mm\",");
    assertThat(ok("show", "-i", names, "--order", "3", "--context", "emm", "--format", "svg"))
        .startsWith("<svg")
        .contains("mma");
    Run many = Run.of("export", "--order", "5", "--format", "json");
    assertThat(many.exitCode()).isEqualTo(1);
    assertThat(many.err()).contains("too many to list").contains("--format arpa");
  }

  @Test
  void anArpaFileHoldsTheModel() {
    String arpa = folder.resolve("m.arpa").toString();
    String imported = folder.resolve("imported").toString();
    ok("export", "-i", names, "--order", "4", "--format", "arpa", "-o", arpa);
    ok("import", arpa, "-o", imported);
    assertThat(nll(ok("evaluate", "-m", imported, "-i", names, "--json")))
        .isEqualTo(Evaluation.of(model(4), NAMES).averageNll(), within(1e-9));
    assertThat(ok("show", "-m", imported, "--context", "emm"))
        .contains("kind           backoff, order 4\n")
        .contains("probability after emm\n"); // three characters: no start is in sight
  }

  @Test
  void modelsOfDifferentOrdersAreCompared() {
    String two = saved("two");
    String four = saved("four", "--order", "4");
    String same = ok("compare", four, four, "-i", names);
    assertThat(same).contains("total variation            0           0\n");
    String text = ok("compare", two, four, "-i", names);
    assertThat(text)
        .contains("four: ngram, order 4, kneser-ney")
        .contains("contexts that differ most");
    assertThat(ok("compare", two, four, "-i", names, "--json"))
        .contains("{\"context\":\"emm\",\"count\":")
        .contains("\"coverage\":1,");
    Run far = Run.of("compare", two, four, "-i", names, "--fail-above", "0.01");
    assertThat(far.exitCode()).isEqualTo(1);
    assertThat(far.err()).contains("the total variation is");
  }

  @Test
  void ngramModelsAreMerged() throws Exception {
    String first = folder.resolve("a").toString();
    String second = folder.resolve("b").toString();
    String both = folder.resolve("both").toString();
    Path a = Files.writeString(folder.resolve("a.txt"), "emma\nemmy\ngemma\n");
    Path b = Files.writeString(folder.resolve("b.txt"), "anna\nann\nhanna\n");
    ok("train", "-i", a.toString(), "--order", "3", "-o", first);
    ok("train", "-i", b.toString(), "--order", "3", "-o", second);
    Run merged = Run.of("merge", first, second, "-o", both);
    assertThat(merged.err()).contains("merged 2 models of 6 items: 31 predictions of 8 tokens");
    assertThat(Path.of(both)).hasSameBinaryContentAs(Path.of(saved("whole", "--order", "3")));
    String other = saved("other", "--order", "4");
    Run refused = Run.of("merge", first, other, "-o", both);
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("order 3").contains("order 4");
    assertThat(Run.of("merge", first, saved("count"), "-o", both).err())
        .contains("is not an n-gram model");
  }

  @Test
  void wishesAndPrefixesHoldForLongerContexts() {
    String wished =
        ok(
            "generate",
            "-i",
            names,
            "--order",
            "3",
            "-n",
            "30",
            "--seed",
            "1",
            "--prefix",
            "em",
            "--max-length",
            "5",
            "--suffix",
            "a");
    assertThat(wished.lines()).hasSize(30).allMatch(name -> name.matches("em.{0,2}a"));
  }

  @Test
  void theUnknownTokenGoesThroughFiles() {
    String model = saved("m", "--order", "3", "--unknown");
    String arpa = folder.resolve("m.arpa").toString();
    String imported = folder.resolve("imported").toString();
    ok("export", "-m", model, "--format", "arpa", "-o", arpa);
    ok("import", "--unknown", arpa, "-o", imported);
    String xyz = ok("score", "-m", model, "xyz");
    assertThat(xyz).doesNotContain("Infinity");
    assertThat(ok("score", "-m", imported, "xyz")).isEqualTo(xyz);
    assertThat(ok("generate", "-m", imported, "-n", "200", "--seed", "1")).doesNotContain("\uFFFD");
    String spread = folder.resolve("spread").toString();
    assertThat(Run.of("import", arpa, "-o", spread).err()).contains("unknown words, <unk>, had");
    assertThat(Run.of("score", "-m", spread, "xyz").err()).contains("does not know");
  }
}
