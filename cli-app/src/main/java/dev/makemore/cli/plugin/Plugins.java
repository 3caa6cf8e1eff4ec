package dev.makemore.cli.plugin;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.learn.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The learners and kinds of models in the jars of a folder. */
public final class Plugins {

  private final PluginFolder folder;
  private final ClassLoader loader;

  private Plugins(PluginFolder folder, ClassLoader loader) {
    this.folder = folder;
    this.loader = loader;
  }

  /**
   * Loads the jars of the folder {@code name} and checks what they provide.
   *
   * @param reserved the names of options that no learner can have, since commands have them
   * @return the class loader that knows them; where it is that of a thread, they are found
   * @throws Failure if something is wrong with one of the jars; the message names it
   */
  public static ClassLoader load(String name, List<String> reserved) {
    PluginFolder folder = PluginFolder.of(name);
    Plugins plugins = new Plugins(folder, PluginLoader.of(folder));
    List<Learner> learners = plugins.provided(Learner.class);
    List<ModelKind> kinds = plugins.provided(ModelKind.class);
    if (learners.isEmpty() && kinds.isEmpty()) {
      throw plugins.nothingFound();
    }
    LearnerRules rules = LearnerRules.of(own(Learner.class), reserved);
    learners.forEach(learner -> plugins.check(learner, () -> rules.add(learner)));
    KindRules kindRules = KindRules.of(own(ModelKind.class));
    kinds.forEach(kind -> plugins.check(kind, () -> kindRules.add(kind)));
    return plugins.loader;
  }

  /** What makemore provides itself. */
  private static <S> List<S> own(Class<S> service) {
    return ServiceLoader.load(service, service.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** What the jars provide: what is found by their loader, and not by that of makemore. */
  private <S> List<S> provided(Class<S> service) {
    List<S> provided = new ArrayList<>();
    try {
      for (ServiceLoader.Provider<S> provider :
          (Iterable<ServiceLoader.Provider<S>>)
              ServiceLoader.load(service, loader).stream()::iterator) {
        if (provider.type().getClassLoader() == loader) {
          provided.add(provider.get());
        }
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw unusable(e);
    }
    return provided;
  }

  /** The failure of a class that can't be loaded or made. */
  private Failure unusable(Error problem) {
    Throwable cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause(); // the first to be thrown: others only say that a class failed
    }
    String message = String.valueOf(problem.getMessage());
    String reason =
        cause instanceof UnsupportedClassVersionError
            ? "is compiled for a newer Java than " + Runtime.version().feature() + ": "
            : "can't be used: ";
    String details = cause == problem ? message : message + ": " + cause;
    Optional<PluginJar> jar = folder.namedIn(message + " " + cause.getMessage());
    return jar.map(wrong -> wrong.wrong(reason + details))
        .orElseGet(
            () -> new Failure(ExitCode.FAILURE, folder.path() + ": a jar " + reason + details))
        .causedBy(problem);
  }

  private Failure nothingFound() {
    boolean onlyInModules =
        !PluginLoader.isModule()
            && folder.jars().stream().anyMatch(jar -> !jar.providers().isEmpty());
    return new Failure(
        ExitCode.FAILURE,
        folder.path()
            + ": none of its jars provides a learner or a kind of model"
            + (onlyInModules
                ? " in META-INF/services, where it must be named for a makemore on the class path"
                : "; see 'provides' in module-info, or META-INF/services"));
  }

  /** Runs a check of what {@code provider}, a learner or a kind, says of itself. */
  private void check(Object provider, Runnable rules) {
    String name = provider.getClass().getName();
    try {
      rules.run();
    } catch (IllegalArgumentException e) {
      throw jarOf(provider).wrong(name + " " + e.getMessage());
    } catch (RuntimeException | Error e) {
      throw jarOf(provider).wrong(name + " fails when it is asked what it is: " + e).causedBy(e);
    }
  }

  private PluginJar jarOf(Object provider) {
    String packageName = provider.getClass().getPackageName();
    return folder.jars().stream()
        .filter(jar -> jar.descriptor().packages().contains(packageName))
        .findFirst()
        .orElse(folder.jars().get(0));
  }
}
