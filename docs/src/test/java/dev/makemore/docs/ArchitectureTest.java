package dev.makemore.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between packages that JPMS can't draw, being finer than modules. */
class ArchitectureTest {

  private static final String[] LIBRARIES = {
    "dev.makemore.autograd..",
    "dev.makemore.model..",
    "dev.makemore.sampling..",
    "dev.makemore.bigram..",
    "dev.makemore.mlp..",
    "dev.makemore.ngram..",
    "dev.makemore.explorer"
  };

  private static final JavaClasses MAKEMORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/contract/"))
          .importPackages("dev.makemore");

  /** What one screen holds; the house style says about fifteen. */
  private static final long MOST_CLASSES = 16;

  private static void check(ArchRule rule) {
    rule.check(MAKEMORE); // which also fails where it finds no class to look at
  }

  @Test
  void modelsKnowNothingOfSampling() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.makemore.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.makemore.sampling.."));
  }

  @Test
  void modelsDoNotKnowThatTheyAreSaved() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.makemore.model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.makemore.model.io.."));
  }

  @Test
  void theEngineKnowsNothingOfNetsAndOptimizers() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.makemore.autograd")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.makemore.autograd.nn..", "dev.makemore.autograd.optim.."));
  }

  @Test
  void theNetLearnsWithoutKnowingTheCounts() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.makemore.bigram.net..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.makemore.bigram.count.."));
  }

  @Test
  void ngramModelsKnowSamplingOnly() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.makemore.ngram..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "dev.makemore.ngram..",
                "dev.makemore.model..",
                "dev.makemore.sampling.."));
  }

  @Test
  void theLessonKnowsNothingOfLongerModels() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.makemore.autograd..",
                "dev.makemore.model..",
                "dev.makemore.sampling..",
                "dev.makemore.bigram..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.makemore.ngram..", "dev.makemore.mlp.."));
  }

  @Test
  void perceptronsKnowTheEngineAndSamplingOnly() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.makemore.mlp..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "dev.makemore.mlp..",
                "dev.makemore.autograd..",
                "dev.makemore.model..",
                "dev.makemore.sampling.."));
  }

  @Test
  void librariesNeitherPrintNorExit() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void onlyTheCommandKnowsItsToolkit() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "ch.qos.logback..", "dev.makemore.cli.."));
  }

  @Test
  void librariesDependOnTheJdkAlone() {
    check(
        classes()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.makemore..", "org.jspecify..", "org.slf4j"));
  }

  @Test
  void packagesHaveNoCircles() {
    check(slices().matching("dev.makemore.(**)").should().beFreeOfCycles());
  }

  @Test
  void aPackageCanBeSeenAtOnce() {
    Map<String, Long> classes =
        MAKEMORE.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().endsWith("-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(classes).hasSizeGreaterThan(15);
    assertThat(classes)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_CLASSES));
  }

  @Test
  void theRoomsOfTheCommandHaveArrowsInOneDirection() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.makemore.cli..")
            .layer("cli")
            .definedBy("dev.makemore.cli")
            .layer("command")
            .definedBy("dev.makemore.cli.command")
            .layer("option")
            .definedBy("dev.makemore.cli.option")
            .layer("syntax")
            .definedBy("dev.makemore.cli.syntax")
            .layer("making")
            .definedBy("dev.makemore.cli.making")
            .layer("help")
            .definedBy("dev.makemore.cli.help")
            .layer("completion")
            .definedBy("dev.makemore.cli.completion")
            .layer("report")
            .definedBy("dev.makemore.cli.report")
            .layer("demo")
            .definedBy("dev.makemore.cli.demo")
            .layer("table")
            .definedBy("dev.makemore.cli.table")
            .layer("picture")
            .definedBy("dev.makemore.cli.picture")
            .layer("progress")
            .definedBy("dev.makemore.cli.progress")
            .layer("input")
            .definedBy("dev.makemore.cli.input")
            .layer("learning")
            .definedBy("dev.makemore.cli.learning")
            .layer("plugin")
            .definedBy("dev.makemore.cli.plugin")
            .layer("scoring")
            .definedBy("dev.makemore.cli.scoring")
            .layer("lines")
            .definedBy("dev.makemore.cli.lines")
            .layer("infinity")
            .definedBy("dev.makemore.cli.infinity")
            .layer("io")
            .definedBy("dev.makemore.cli.io")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("completion")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("help")
            .mayOnlyBeAccessedByLayers("cli", "command", "completion")
            .whereLayer("option")
            .mayOnlyBeAccessedByLayers("cli", "command", "help")
            .whereLayer("learning")
            .mayOnlyBeAccessedByLayers("command", "option")
            .whereLayer("plugin")
            .mayOnlyBeAccessedByLayers("cli", "option")
            .whereLayer("syntax")
            .mayOnlyBeAccessedByLayers("cli", "command", "help", "learning", "option")
            .whereLayer("making")
            .mayOnlyBeAccessedByLayers("command", "option")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "command", "scoring")
            .whereLayer("scoring")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("lines")
            .mayOnlyBeAccessedByLayers("command", "scoring")
            .whereLayer("infinity")
            .mayOnlyBeAccessedByLayers("command", "option", "scoring")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("command", "report", "infinity")
            .whereLayer("progress")
            .mayOnlyBeAccessedByLayers("command", "option", "demo", "input", "making")
            .whereLayer("input")
            .mayOnlyBeAccessedByLayers("command", "learning", "option")
            .whereLayer("picture")
            .mayNotAccessAnyLayer()
            .whereLayer("io")
            .mayNotAccessAnyLayer());
  }
}
