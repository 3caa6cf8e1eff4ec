package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners and kinds of models from the jars of a folder. */
class PluginsTest {

  @TempDir private static Path work;

  /** A folder with one modular jar: a learner with two options, and a kind for its models. */
  private static String good = "";

  @TempDir private Path folder;

  @BeforeAll
  static void makeJar() throws IOException {
    Path plugins = Files.createDirectory(work.resolve("good"));
    good = plugins.toString();
    String options =
        """
        private static final LearnerOption<Double> MORE =
            LearnerOption.number("more", 0, "Count each token X times more.")
                .require("must be >= 0", x -> x >= 0);
        private static final LearnerOption<Integer> STEPS =
            LearnerOption.wholeNumber("steps", 3, "Tell N times how far it is.");
        public List<LearnerOption<?>> options() { return List.of(MORE, STEPS); }
        """;
    String learn =
        """
        for (int i = 0; i < settings.get(STEPS); i++) listener.goOn(0.1 * i);
        return shares(text, settings.get(MORE));
        """;
    String kind =
        """
        package good;
        import dev.makemore.model.*;
        import dev.makemore.model.io.*;
        import java.io.IOException;
        public class Kind implements ModelKind {
          public String name() { return "shares"; }
          public String module() { return "plug.good"; }
          public Class<Plug.Shares> type() { return Plug.Shares.class; }
          public void write(LanguageModel model, ModelWriter out) {
            out.columns("share");
            for (int next = 0; next < model.vocabulary().size(); next++) {
              out.row(0, next, model.next().probability(next));
            }
          }
          public LanguageModel read(ModelReader in) throws IOException {
            double[] shares = new double[in.vocabulary().size()];
            in.rows("share", (context, next, value) -> shares[next] = value.asNumber());
            return new Plug.Shares(in.vocabulary(), Distribution.of(shares));
          }
        }
        """;
    String module =
        """
        module plug.good {
          requires dev.makemore.sampling;
          provides dev.makemore.model.learn.Learner with good.Plug;
          provides dev.makemore.model.io.ModelKind with good.Kind;
        }
        """;
    PluginJars.jar(
        plugins.resolve("good.jar"),
        work,
        Map.of(
            "module-info.java", module,
            "good/Plug.java",
                PluginJars.learner("good", "share", options + PluginJars.learn(learn)),
            "good/Kind.java", kind),
        Map.of());
  }

  private static Run run(String line) {
    return Run.of(line.split(" "));
  }

  /** A folder with one jar without a module-info, whose learner has these members. */
  private String jar(String pack, String name, String members) throws IOException {
    PluginJars.jar(
        folder.resolve(pack + ".jar"),
        work,
        Map.of(pack + "/Plug.java", PluginJars.learner(pack, name, members)),
        PluginJars.service(pack));
    return folder.toString();
  }

  private static void assertRefused(String plugins, int exitCode, String... parts) {
    Run run = Run.of("generate", "--plugins", plugins, "-n", "1", "--seed", "1");
    assertThat(run.err()).contains(parts).hasLineCount(1).doesNotContain("\tat ", "bug");
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aLearnerFromAJarIsLikeAnyOther() throws Exception {
    String line = " --plugins " + good + " --model share --more 0.5";
    Run generated = run("generate -n 3 --seed 1" + line);
    assertThat(generated.exitCode()).isZero();
    assertThat(generated.lines()).hasSize(3);
    assertThat(Command.run(("generate -n 3 --seed 1" + line).split(" "))).isEqualTo(generated);
    // Each of the two tokens has (2 + 0.5) / 5 and (1 + 0.5) / ... : "aa" has 2 a and 1 end.
    Run evaluated =
        Run.withInput("aa\n", ("evaluate --json -i -" + line.replace("0.5", "0")).split(" "));
    double nll = -(2 * Math.log(2.0 / 3) + Math.log(1.0 / 3)) / 3;
    assertThat(evaluated.out()).contains("\"nll\":" + nll);
    assertThat(run("evaluate" + line).out()).contains("share, more 0.5");
    assertThat(run("score emma" + line).exitCode()).isZero();
    assertThat(run("generate --new -n 2 --seed 1" + line).exitCode()).isZero();
  }

  @Test
  void itsModelIsSavedAndLoadedByItsKind() {
    String model = folder.resolve("x.model").toString();
    Run trained = run("train --json --plugins " + good + " --model share -o " + model);
    assertThat(trained.exitCode()).isZero();
    assertThat(trained.err()).contains("counted 30,294 items: 218,093 predictions of 27 tokens");
    assertThat(trained.out()).isEqualTo("{\"items\":30294,\"tokens\":218093,\"vocabulary\":27}\n");
    assertThat(run("generate --plugins " + good + " --seed 1 -n 4 -m " + model).out())
        .isEqualTo(run("generate --plugins " + good + " --seed 1 -n 4 --model share").out());
    Run without = run("generate -m " + model);
    assertThat(without.exitCode()).isEqualTo(1);
    assertThat(without.err())
        .isEqualTo(
            "makemore: "
                + model
                + ": holds a model of kind 'shares', which module plug.good reads; name the folder"
                + " with its jar: --plugins DIR\n");
  }

  @Test
  void itsOptionsAreOptionsOfTheCommand() {
    String help = run("train --plugins " + good + " --help").out();
    assertThat(help)
        .contains("count, mlp, net", "share predicts by shares", "With --model share:", "--more=X")
        .contains("Count each token X times more. Default: 0.");
    assertThat(run("train --help").out()).doesNotContain("share", "--more");
    Run wrong = run("generate --model share --more=-1 --plugins=" + good);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("makemore: --more: must be >= 0, was -1\n");
    assertThat(run("generate --more 1 --plugins " + good).err())
        .startsWith("makemore: --more: is for --model share, which is not given\n");
    assertThat(run("generate --mroe 1 --plugins " + good).err()).contains("did you mean --more?");
    assertThat(run("generate --model shre --plugins " + good).err())
        .contains("did you mean share?")
        .doesNotContain("--plugins");
    assertThat(run("generate --model share --smoothing 1 --plugins " + good).err())
        .startsWith("makemore: --smoothing: --model share has no smoothing\n");
    // Two learners have --steps: both take it, and a third does not.
    assertThat(run("evaluate --model share --steps 1 --plugins " + good).exitCode()).isZero();
    assertThat(run("evaluate --steps 1 --plugins " + good).err())
        .contains("--steps: is for --model mlp, net or share, which is not given");
  }

  @Test
  void aFolderThatIsNoneIsAUsageError() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused(folder.resolve("gone").toString(), 2, "--plugins: ", "there is no such folder");
    assertRefused(file.toString(), 2, "is not a folder");
    assertRefused(folder.toString(), 2, "has no jars");
    assertRefused("", 2, "the name of the folder is missing");
    assertThat(run("generate --plugins").exitCode()).isEqualTo(2);
    assertThat(run("demo --plugins " + folder).err()).contains("unknown option: '--plugins'");
    assertThat(run("generate --prefix -- --plugins " + folder).exitCode()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNotAJarIsNamed() throws Exception {
    Path jar = Files.writeString(folder.resolve("x.jar"), "no zip");
    assertRefused(folder.toString(), 1, jar.toString(), "is not a jar, or is damaged");
    byte[] good = Files.readAllBytes(Path.of(PluginsTest.good, "good.jar"));
    Files.write(jar, java.util.Arrays.copyOf(good, good.length / 2));
    assertRefused(folder.toString(), 1, jar.toString(), "is not a jar, or is damaged");
  }

  @Test
  void twoJarsWithOneModuleAreNamed() throws Exception {
    Path jar = Path.of(good, "good.jar");
    Files.copy(jar, folder.resolve("a.jar"));
    Files.copy(jar, folder.resolve("b.jar"));
    assertRefused(folder.toString(), 1, "b.jar", "is the module plug.good, as ", "a.jar");
  }

  @Test
  void aJarWithoutPluginsIsNotEnough() throws Exception {
    PluginJars.jar(
        folder.resolve("none.jar"), work, Map.of("n/N.java", "package n; class N {}"), Map.of());
    assertRefused(folder.toString(), 1, "none of its jars provides a learner or a kind of model");
  }

  @Test
  void aModuleThatIsMissingIsNamed() throws Exception {
    Path library =
        PluginJars.jar(
            work.resolve("lib.jar"),
            work,
            Map.of(
                "module-info.java", "module some.lib { exports lib; }",
                "lib/L.java", "package lib; public class L { public static double k = 2; }"),
            Map.of());
    String module =
        """
        module needs.lib {
          requires dev.makemore.sampling;
          requires some.lib;
          provides dev.makemore.model.learn.Learner with needs.Plug;
        }
        """;
    String source =
        PluginJars.learner("needs", "needs", PluginJars.learn("return shares(text, lib.L.k);"));
    PluginJars.jar(
        folder.resolve("needs.jar"),
        work,
        Map.of("module-info.java", module, "needs/Plug.java", source),
        Map.of(),
        library);
    assertRefused(folder.toString(), 1, "needs.jar", "needs the module some.lib, which this");
    Files.copy(library, folder.resolve("lib.jar"));
    assertThat(run("generate --model needs --seed 1 -n 1 --plugins " + folder).exitCode()).isZero();
  }

  @Test
  void aJarWithoutAModuleInfoIsEnough() throws Exception {
    String plugins = jar("auto", "auto", PluginJars.learn("return shares(text, 1);"));
    Run run = run("generate --model auto --seed 1 -n 1 --plugins " + plugins);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Run unsaved = run("train --model auto -o " + folder.resolve("m") + " --plugins " + plugins);
    assertThat(unsaved.exitCode()).isEqualTo(1);
    assertThat(unsaved.err())
        .contains("what the learner auto learns can't be saved", "auto.Plug$Shares");
    assertThat(folder.resolve("m")).doesNotExist();
  }

  /** There are no modules then, so nothing but the service file names the learner. */
  @Test
  void onTheClassPathAServiceFileIsEnough() throws Exception {
    String plugins = jar("auto", "plain", PluginJars.learn("return shares(text, 1);"));
    String generate = "generate --model plain -n 3 --seed 1 --plugins " + plugins;
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("jdk.module.path"), "dev.makemore.cli.Main"));
    line.addAll(List.of(generate.split(" ")));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).isEqualTo(run(generate).out()).hasLineCount(3);
  }

  @Test
  void aClassThatCannotBeMadeIsNamed() throws Exception {
    String learn = PluginJars.learn("return shares(text, 1);");
    jar("thrower", "x", "public Plug() { throw new IllegalStateException(\"no luck\"); }" + learn);
    assertRefused(folder.toString(), 1, "thrower.jar", "can't be used", "no luck");
  }

  @Test
  void aClassThatIsNoLearnerIsNamed() throws Exception {
    PluginJars.jar(
        folder.resolve("not.jar"),
        work,
        Map.of("not/Plug.java", "package not; public class Plug {}"),
        PluginJars.service("not"));
    assertRefused(folder.toString(), 1, "not.jar", "not.Plug", "not a subtype");
  }

  @Test
  void aClassForANewerJavaIsNamed() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes/newer"));
    jar("newer", "x", PluginJars.learn("return shares(text, 1);"));
    PluginJars.run(
        "javac",
        List.of(
            "-nowarn",
            "-d",
            folder.resolve("classes").toString(),
            "-cp",
            System.getProperty("jdk.module.path"),
            source("newer")));
    byte[] bytes = Files.readAllBytes(classes.resolve("Plug.class"));
    bytes[7] = 99; // the major version of the class file
    Files.write(classes.resolve("Plug.class"), bytes);
    PluginJars.run(
        "jar",
        List.of(
            "--update",
            "--file",
            folder.resolve("newer.jar").toString(),
            "-C",
            folder.resolve("classes").toString(),
            "newer/Plug.class"));
    assertRefused(
        folder.toString(),
        1,
        "newer.jar",
        "is compiled for a newer Java than " + Runtime.version().feature());
  }

  private static String source(String pack) throws IOException {
    Path file = Files.createDirectories(work.resolve("again/" + pack)).resolve("Plug.java");
    return Files.writeString(
            file, PluginJars.learner(pack, "x", PluginJars.learn("return shares(text, 1);")))
        .toString();
  }

  private static final String LEARN = PluginJars.learn("return shares(text, 1);");

  private static String option(String option) {
    return "public List<LearnerOption<?>> options() { return List.of(" + option + "); }" + LEARN;
  }

  @Test
  void aNameThatIsTakenIsRefused() throws Exception {
    jar("taken", "count", LEARN);
    assertRefused(
        folder.toString(), 1, "taken.jar", "has the name count, which another learner has");
  }

  @Test
  void aNameThatIsNoneIsRefused() throws Exception {
    jar("noname", "No Name", LEARN);
    assertRefused(folder.toString(), 1, "noname.jar", "has the name 'No Name'; a name has");
  }

  @Test
  void anOptionOfAnotherTypeIsRefused() throws Exception {
    jar("clash", "clash", option("LearnerOption.number(\"steps\", 1, \"Hm.\")"));
    assertRefused(
        folder.toString(),
        1,
        "clash.jar: clash.Plug has an option steps of type Double, but that of the learner mlp is"
            + " of type Integer");
  }

  @Test
  void anOptionThatEveryCommandHasIsRefused() throws Exception {
    jar("own", "own", option("LearnerOption.flag(\"quiet\", \"Hm.\")"));
    assertRefused(folder.toString(), 1, "own.jar", "--quiet is an option of makemore itself");
  }

  @Test
  void whatALearnerThrowsIsNoBugOfMakemore() throws Exception {
    jar("bad", "bad", PluginJars.learn("throw new IllegalStateException(\"oops\");"));
    jar("none", "none", PluginJars.learn("return null;"));
    jar("picky", "picky", PluginJars.learn("throw new IllegalArgumentException(\"too short\");"));
    jar("twice", "twice", PluginJars.learn("text.corpus(); return shares(text, 1);"));
    jar(
        "rows",
        "rows",
        PluginJars.learn(
            "return new Shares(text.corpus().vocabulary(), Distribution.uniform(2));"));
    assertFails("bad", "the learner bad failed: java.lang.IllegalStateException: oops");
    assertFails("none", "the learner none failed: ", "it returned null");
    assertFails("picky", "the learner picky can't learn that: too short");
    assertFails("twice", "the learner twice failed: ", "a learner can ask for the text once");
    assertFails("rows", "unexpected error: ", "a plug-in in " + folder + " is probably the cause");
  }

  @Test
  void aFileThatALearnerCanNotUseIsLikeAnyOtherInput() throws Exception {
    String thrown = "throw new UnusableFileException(\"f: no\"";
    jar("unfit", "unfit", PluginJars.learn(thrown + ");"));
    jar(
        "gone",
        "gone",
        PluginJars.learn(thrown + ", new java.nio.file.NoSuchFileException(null));"));
    jar("broken", "broken", PluginJars.learn(thrown + ", new java.io.IOException());"));
    Map<String, Integer> exitCodes = Map.of("unfit", 65, "gone", 66, "broken", 74);
    exitCodes.forEach(
        (learner, exitCode) -> {
          Run run = run("generate -n 1 --plugins " + folder + " --model " + learner);
          assertThat(run.exitCode()).as(learner).isEqualTo(exitCode);
          assertThat(run.err()).isEqualTo("makemore: f: no\n");
        });
  }

  private void assertFails(String learner, String... parts) {
    Run run = run("generate --seed 1 -n 1 --plugins " + folder + " --model " + learner);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(parts).doesNotContain("bug in makemore", "\tat ");
  }
}
