package dev.makemore.cli.plugin;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * A jar in the folder of plug-ins: one module, which is an automatic one if the jar does not say.
 *
 * @param path where it is
 * @param descriptor what the module needs and provides
 */
record PluginJar(Path path, ModuleDescriptor descriptor) {

  private static final Set<String> SERVICES =
      Set.of(Learner.class.getName(), ModelKind.class.getName());

  /**
   * Reads what a jar says of itself.
   *
   * @throws Failure if it is not a jar, or can't be a module
   */
  static PluginJar of(Path path) {
    try {
      Set<ModuleReference> found = ModuleFinder.of(path).findAll();
      if (found.isEmpty()) {
        throw wrong(path, "is not a jar");
      }
      return new PluginJar(path, found.iterator().next().descriptor());
    } catch (FindException e) {
      throw wrong(path, reason(e));
    }
  }

  /** What is wrong with a jar that the module system does not take. */
  private static String reason(FindException problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof ZipException
        ? "is not a jar, or is damaged: " + cause.getMessage()
        : "can't be used as a module: " + cause.getMessage();
  }

  String module() {
    return descriptor.name();
  }

  /** The classes that the jar names as learners and as kinds of models. */
  List<String> providers() {
    return descriptor.provides().stream()
        .filter(provides -> SERVICES.contains(provides.service()))
        .map(Provides::providers)
        .flatMap(List::stream)
        .toList();
  }

  /** The failure of this jar. */
  Failure wrong(String reason) {
    return wrong(path, reason);
  }

  private static Failure wrong(Path path, String reason) {
    return new Failure(ExitCode.FAILURE, path + ": " + reason);
  }
}
