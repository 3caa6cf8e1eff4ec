package dev.makemore.explorer.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubstitutionsTest {

  private static final String PREFIX = "dev.makemore.explorer.jdk.";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/contract/"))
          .importPackages("dev.makemore");

  /** The public methods of the class that stands in for each one of the JDK. */
  @Test
  void everySubstituteHasMethodsOfTheClassThatItReplaces() throws ClassNotFoundException {
    List<JavaClass> substitutes =
        ALL.stream()
            .filter(type -> type.getPackageName().startsWith(PREFIX + "java"))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .toList();
    assertThat(substitutes).hasSizeGreaterThanOrEqualTo(5);
    for (JavaClass substitute : substitutes) {
      Class<?> original = Class.forName(substitute.getName().substring(PREFIX.length()));
      assertThat(original.getSimpleName()).isEqualTo(substitute.getSimpleName());
      Class<?> ours = Class.forName(substitute.getName());
      for (var method : ours.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers()) && !ours.isEnum()) {
          assertThat(original.getMethods())
              .as("%s", method)
              .anyMatch(
                  m ->
                      m.getName().equals(method.getName())
                          && m.getParameterCount() == method.getParameterCount());
        }
      }
    }
  }
}
