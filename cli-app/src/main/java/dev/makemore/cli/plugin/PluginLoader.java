package dev.makemore.cli.plugin;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.learn.Learner;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a class loader for the jars of a folder.
 *
 * <p>Where makemore runs as modules, the jars become modules as well, in a layer on top of its own,
 * with one class loader for all of them. On the class path there are no modules to build on, so the
 * loader is one of URLs.
 */
final class PluginLoader {

  private PluginLoader() {}

  /**
   * A class loader that knows makemore and the jars.
   *
   * @throws Failure if a jar can't be used; the message names it
   */
  static ClassLoader of(PluginFolder folder) {
    return isModule() ? layer(folder) : urls(folder);
  }

  /** Whether makemore runs as modules. */
  static boolean isModule() {
    return Learner.class.getModule().isNamed();
  }

  private static ClassLoader layer(PluginFolder folder) {
    folder.jars().forEach(PluginLoader::checkNew);
    folder.jars().forEach(jar -> checkRequired(jar, folder));
    Path[] paths = folder.jars().stream().map(PluginJar::path).toArray(Path[]::new);
    ModuleFinder finder = ModuleFinder.of(paths);
    Set<String> names = folder.jars().stream().map(PluginJar::module).collect(Collectors.toSet());
    try {
      ModuleLayer boot = ModuleLayer.boot();
      Configuration modules =
          Configuration.resolve(finder, List.of(boot.configuration()), ModuleFinder.of(), names);
      ClassLoader parent = PluginLoader.class.getClassLoader();
      return ModuleLayer.defineModulesWithOneLoader(modules, List.of(boot), parent)
          .layer()
          .findLoader(names.iterator().next());
    } catch (FindException | ResolutionException | java.lang.LayerInstantiationException e) {
      throw new Failure(ExitCode.FAILURE, folder.path() + ": " + e.getMessage());
    }
  }

  /** Checks that a jar brings nothing that makemore has already. */
  private static void checkNew(PluginJar jar) {
    for (Module module : ModuleLayer.boot().modules()) {
      if (module.getName().equals(jar.module())) {
        throw jar.wrong("is the module " + jar.module() + ", which makemore has; remove the jar");
      }
      for (String name : module.getPackages()) {
        if (jar.descriptor().packages().contains(name)) {
          throw jar.wrong(
              "has the package " + name + ", which the module " + module.getName() + " has, too");
        }
      }
    }
  }

  private static void checkRequired(PluginJar jar, PluginFolder folder) {
    for (Requires required : jar.descriptor().requires()) {
      String name = required.name();
      boolean there =
          required.modifiers().contains(Requires.Modifier.STATIC)
              || ModuleLayer.boot().findModule(name).isPresent()
              || folder.jars().stream().anyMatch(other -> other.module().equals(name));
      if (!there) {
        throw jar.wrong(
            "needs the module "
                + name
                + ", which this makemore does not have; put the jar of that module into the same"
                + " folder");
      }
    }
  }

  private static ClassLoader urls(PluginFolder folder) {
    URL[] urls = folder.jars().stream().map(PluginLoader::url).toArray(URL[]::new);
    return new URLClassLoader("plugins", urls, PluginLoader.class.getClassLoader());
  }

  private static URL url(PluginJar jar) {
    try {
      return jar.path().toUri().toURL();
    } catch (MalformedURLException e) {
      throw jar.wrong("has a name that can't be a URL: " + e.getMessage());
    }
  }
}
