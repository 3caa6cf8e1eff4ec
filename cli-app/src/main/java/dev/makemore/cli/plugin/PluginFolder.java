package dev.makemore.cli.plugin;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder that {@code --plugins} names, and its jars. */
public final class PluginFolder {

  /** The option that names the folder. */
  public static final String OPTION = "--plugins";

  private final Path folder;
  private final List<PluginJar> jars;

  private PluginFolder(Path folder, List<PluginJar> jars) {
    this.folder = folder;
    this.jars = jars;
  }

  /**
   * The name of the folder on a command line. It must be known before the command line is read,
   * since learners have options.
   *
   * @param commands the commands that have the option
   * @param others the other commands
   */
  public static Optional<String> named(
      Set<String> commands, Set<String> others, List<String> arguments) {
    boolean inCommand = false;
    List<String> named = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--") || (!inCommand && others.contains(argument))) {
        break;
      }
      inCommand |= commands.contains(argument);
      if (argument.startsWith(OPTION + "=")) {
        named.add(argument.substring(OPTION.length() + 1));
      } else if (argument.equals(OPTION) && i + 1 < arguments.size()) {
        named.add(arguments.get(i + 1));
      }
    }
    // Where it is given twice, or before the command, reading the command line will say so.
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /**
   * The jars of a folder.
   *
   * @throws Failure if there is no such folder, it has no jars, one is not a jar, or two can't be
   *     used together
   */
  public static PluginFolder of(String name) {
    List<PluginJar> jars = paths(name).stream().map(PluginJar::of).toList();
    checkDistinct(jars);
    return new PluginFolder(Path.of(name), jars);
  }

  private static List<Path> paths(String name) {
    if (name.isEmpty()) {
      throw wrong("the name of the folder is missing");
    }
    try {
      Path folder = Path.of(name);
      if (!Files.exists(folder)) {
        throw wrong(name + ": there is no such folder");
      } else if (!Files.isDirectory(folder)) {
        throw wrong(name + ": is not a folder; name the folder that holds the jars");
      }
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> jars = files.filter(PluginFolder::isJar).sorted().toList();
        if (jars.isEmpty()) {
          throw wrong(name + ": has no jars, that is, files whose names end with .jar");
        }
        return jars;
      }
    } catch (InvalidPathException e) {
      throw wrong("'" + name + "' can't be the name of a folder here");
    } catch (IOException e) {
      throw wrong(name + ": can't be read: " + e.getMessage());
    }
  }

  private static boolean isJar(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar") && Files.isRegularFile(file);
  }

  private static Failure wrong(String reason) {
    return new Failure(ExitCode.USAGE, OPTION + ": " + reason);
  }

  /** Checks that no two jars are the same module, or have classes in the same package. */
  private static void checkDistinct(List<PluginJar> jars) {
    Map<String, PluginJar> modules = new HashMap<>();
    Map<String, PluginJar> packages = new HashMap<>();
    for (PluginJar jar : jars) {
      PluginJar same = modules.put(jar.module(), jar);
      if (same != null) {
        throw jar.wrong(
            "is the module " + jar.module() + ", as " + same.path() + " is; keep one of them");
      }
      for (String name : jar.descriptor().packages()) {
        PluginJar other = packages.put(name, jar);
        if (other != null) {
          throw jar.wrong("has the package " + name + ", as " + other.path() + " has; keep one");
        }
      }
    }
  }

  Path path() {
    return folder;
  }

  List<PluginJar> jars() {
    return jars;
  }

  /**
   * The jar that a message is about, since it names a class of that jar that provides a service.
   */
  Optional<PluginJar> namedIn(String message) {
    List<PluginJar> named = new ArrayList<>();
    for (PluginJar jar : jars) {
      if (jar.providers().stream().anyMatch(message::contains)) {
        named.add(jar);
      }
    }
    return named.stream().findFirst();
  }
}
