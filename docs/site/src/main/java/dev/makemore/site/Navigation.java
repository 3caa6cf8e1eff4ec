package dev.makemore.site;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which files become pages, in which sections and in which order. It is read from a text file:
 *
 * <pre>
 * # a comment
 * [Guide]
 * docs/guide/README.md = Overview
 * docs/guide/*.md
 * &gt;apidocs/index.html = Javadoc
 * </pre>
 *
 * <p>A name in brackets begins a section. A line is a file of the repository, or a pattern, which
 * stands for all files that fit and are not named anywhere, in the order of their names. What
 * stands behind {@code =} is the page's name in the navigation; without it that is its title. A
 * line with {@code >} is a file of the site that something else makes.
 *
 * @param sections the sections, in order
 */
record Navigation(List<Section> sections) {

  /** A part of the navigation with a title of its own. */
  record Section(String title, List<Entry> entries) {}

  /**
   * A place in the navigation.
   *
   * @param file the file, seen from the top of the repository or, if it is made, of the site
   * @param label its name in the navigation, empty for the title of the page
   * @param made whether it is no page of ours
   */
  record Entry(String file, String label, boolean made) {}

  /**
   * Reads a navigation.
   *
   * @param lines the text file
   * @param root the top of the repository
   * @throws IllegalArgumentException if a line names a file that does not exist, or a pattern adds
   *     no file
   */
  static Navigation read(List<String> lines, Path root) throws IOException {
    List<String> files = files(root);
    Set<String> named = new LinkedHashSet<>();
    for (String line : lines) {
      named.add(line.split(" = ", 2)[0].strip());
    }
    List<Section> sections = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.strip().split(" = ", 2);
      String label = parts.length > 1 ? parts[1] : "";
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        sections.add(new Section(line.substring(1, line.indexOf(']')), new ArrayList<>()));
      } else if (sections.isEmpty()) {
        throw new IllegalArgumentException(
            "a navigation begins with a [section], not with: " + line);
      } else {
        sections.get(sections.size() - 1).entries().addAll(entries(parts[0], label, files, named));
      }
    }
    return new Navigation(List.copyOf(sections));
  }

  private static List<Entry> entries(
      String line, String label, List<String> files, Set<String> named) {
    if (line.startsWith(">")) {
      return List.of(new Entry(line.substring(1), label, true));
    }
    if (files.contains(line)) {
      return List.of(new Entry(line, label, false));
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + line);
    List<Entry> entries =
        files.stream()
            .filter(file -> matcher.matches(Path.of(file)) && named.add(file))
            .map(file -> new Entry(file, label, false))
            .toList();
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          line.contains("*")
              ? "no file fits this pattern of the navigation, or other lines have them all: " + line
              : "the navigation names a file that does not exist: " + line);
    }
    return entries;
  }

  /** The files of the repository that may be pages, sorted. */
  static List<String> files(Path root) throws IOException {
    List<String> files = new ArrayList<>();
    for (String top : List.of("README.md", "LICENSE", "docs", "cli-app/src/main")) {
      if (Files.exists(root.resolve(top))) {
        try (Stream<Path> found = Files.walk(root.resolve(top))) {
          found
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .filter(file -> !file.contains("/target/"))
              .forEach(files::add);
        }
      }
    }
    return files.stream().sorted().toList();
  }

  /** The files that become pages, in order. */
  List<Entry> pages() {
    return sections.stream()
        .flatMap(section -> section.entries.stream())
        .filter(e -> !e.made)
        .toList();
  }
}
