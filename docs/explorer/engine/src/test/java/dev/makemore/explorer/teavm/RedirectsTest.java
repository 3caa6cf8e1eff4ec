package dev.makemore.explorer.teavm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.teavm.model.MethodReference;

class RedirectsTest {

  /** What the page runs, or may run. */
  private static final JavaClasses PAGE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/contract/"))
          .importPackages(
              "dev.makemore.autograd",
              "dev.makemore.model",
              "dev.makemore.sampling",
              "dev.makemore.bigram",
              "dev.makemore.explorer.engine",
              "dev.makemore.explorer.expression",
              "dev.makemore.explorer.jdk");

  /** Functions of Math and StrictMath whose last bits a browser chooses for itself. */
  private static final Set<String> ELEMENTARY =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sinh", "cosh", "tanh",
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2");

  /** The page has neither a learning rate that falls along a cosine, nor checks of gradients. */
  private static final Set<String> NOT_ON_THE_PAGE = Set.of("LearningRate", "GradientCheck");

  @Test
  void everyMethodAndItsTargetExistWithOneSignature() throws ClassNotFoundException {
    var targets = new Redirects().targets();
    assertThat(targets).hasSizeGreaterThan(8);
    for (var redirect : targets.entrySet()) {
      assertExists(redirect.getKey());
      assertExists(redirect.getValue());
      assertThat(redirect.getValue().getDescriptor()).isEqualTo(redirect.getKey().getDescriptor());
    }
  }

  private static void assertExists(MethodReference wanted) throws ClassNotFoundException {
    Class<?> type = Class.forName(wanted.getClassName());
    assertThat(type.getDeclaredMethods())
        .as("%s", wanted)
        .anyMatch(
            method ->
                reference(method).equals(wanted)
                    && Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(method.getModifiers()));
  }

  private static MethodReference reference(Method method) {
    Stream<Class<?>> signature =
        Stream.concat(Arrays.stream(method.getParameterTypes()), Stream.of(method.getReturnType()));
    return new MethodReference(
        method.getDeclaringClass(), method.getName(), signature.toArray(Class<?>[]::new));
  }

  @Test
  void noElementaryFunctionIsLeftToTheBrowser() {
    List<String> redirected =
        new Redirects()
            .targets().keySet().stream().map(m -> m.getClassName() + "." + m.getName()).toList();
    List<String> calls = new ArrayList<>();
    for (JavaClass type : PAGE) {
      for (JavaAccess<?> call : type.getMethodCallsFromSelf()) {
        String owner = call.getTargetOwner().getName();
        if (Set.of("java.lang.Math", "java.lang.StrictMath").contains(owner)
            && !NOT_ON_THE_PAGE.contains(type.getSimpleName())
            && ELEMENTARY.contains(call.getName())) {
          calls.add(owner + "." + call.getName());
        }
      }
    }
    assertThat(calls).contains("java.lang.StrictMath.exp", "java.lang.StrictMath.tanh");
    assertThat(redirected).containsAll(calls);
  }

  /** A reference such as StrictMath::exp is no call, and would not be redirected. */
  @Test
  void noRedirectedMethodIsPassedOnAsAReference() {
    List<String> redirected =
        new Redirects()
            .targets().keySet().stream().map(m -> m.getClassName() + "." + m.getName()).toList();
    for (JavaClass type : PAGE) {
      assertThat(type.getMethodReferencesFromSelf())
          .noneMatch(
              use -> redirected.contains(use.getTargetOwner().getName() + "." + use.getName()));
    }
  }
}
