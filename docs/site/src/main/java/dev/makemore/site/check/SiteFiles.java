package dev.makemore.site.check;

import dev.makemore.site.html.HtmlFile;
import dev.makemore.site.html.HtmlFile.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a site, and what a relative link in one of them leads to. */
final class SiteFiles {

  private final Path folder;
  private final Set<String> names;
  private final Map<String, HtmlFile> parsed = new HashMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();

  private SiteFiles(Path folder, Set<String> names) {
    this.folder = folder;
    this.names = names;
  }

  static SiteFiles in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new SiteFiles(
          folder,
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** The files whose names end like this, sorted. */
  List<String> named(String ending) {
    return names.stream().filter(name -> name.endsWith(ending)).toList();
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The elements of an HTML or SVG file. */
  HtmlFile html(String file) {
    return parsed.computeIfAbsent(file, name -> HtmlFile.parse(text(name)));
  }

  /** The file that a relative link leads to, whether there is one or not. */
  String target(String file, String link) {
    String path = decoded(link.replaceAll("[?#].*", ""));
    if (path.isEmpty()) {
      return file;
    }
    boolean hasBase = html(file).elements().stream().anyMatch(e -> e.name().equals("base"));
    Path from = Path.of(hasBase ? "" : file);
    String target = from.resolveSibling(path).normalize().toString().replace('\\', '/');
    boolean isFolder = path.endsWith("/") || target.isEmpty();
    return isFolder ? (target.isEmpty() ? "" : target + "/") + "index.html" : target;
  }

  /** What is wrong with a relative link, if anything is. */
  Optional<String> fault(String file, String link) {
    String target = target(file, link);
    if (!names.contains(target)) {
      return Optional.of("there is no file " + target);
    }
    int hash = link.indexOf('#');
    String anchor = hash < 0 ? "" : decoded(link.substring(hash + 1));
    if (!anchor.isEmpty() && target.endsWith(".html") && !ids(target).contains(anchor)) {
      return Optional.of("there is no anchor " + anchor + " in " + target);
    }
    return Optional.empty();
  }

  private Set<String> ids(String file) {
    return ids.computeIfAbsent(
        file,
        name -> html(name).elements().stream().map(e -> e.get("id")).collect(Collectors.toSet()));
  }

  /** The elements of a file that have an attribute. */
  Stream<Element> with(String file, String attribute) {
    return html(file).elements().stream().filter(e -> e.attributes().containsKey(attribute));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
