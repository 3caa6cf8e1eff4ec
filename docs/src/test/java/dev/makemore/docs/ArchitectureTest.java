package dev.makemore.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows between packages that JPMS can't draw, being finer than modules. */
class ArchitectureTest {

  private static final String[] LIBRARIES = {
    "dev.makemore.autograd..",
    "dev.makemore.model..",
    "dev.makemore.sampling..",
    "dev.makemore.bigram.."
  };

  private static final JavaClasses MAKEMORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/contract/"))
          .importPackages("dev.makemore");

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
  void theEngineKnowsNothingOfNetsAndOptimisers() {
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
}
