package dev.makemore.site;

import dev.makemore.site.check.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything is on the site, and where a link of a page leads. A page is where its file is in
 * the repository, without the folder {@code docs}: {@code docs/guide/02-counting.md} is {@code
 * guide/02-counting.html}, and a {@code README.md} is the {@code index.html} of its folder. The
 * first page of the navigation is the {@code index.html} of the site; {@code docs/README.md}, which
 * would be that otherwise, is {@code contents.html}.
 *
 * <p>A link to a file that is no page leads to the repository, a link to a folder to the page in
 * it, if it has one.
 */
final class Links {

  private static final String DOCS = "docs/";
  private static final String README = "README.md";

  private final Path root;
  private final String scm;
  private final Map<String, String> targets = new LinkedHashMap<>();
  private final Map<String, String> pictures = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Links of a site.
   *
   * @param pages its pages, the first one first
   * @param root the top of the repository
   * @param scm the address of the repository
   */
  Links(List<String> pages, Path root, String scm) {
    this.root = root;
    this.scm = scm;
    for (String page : pages) {
      targets.put(page, targets.isEmpty() ? "index.html" : target(page));
    }
  }

  private static String target(String source) {
    if (source.equals(DOCS + README)) {
      return "contents.html";
    }
    String path = withoutDocs(source);
    if (path.equals(README) || path.endsWith("/" + README)) {
      return path.substring(0, path.length() - README.length()) + "index.html";
    }
    return path.endsWith(".md") ? path.substring(0, path.length() - 3) + ".html" : path + ".html";
  }

  private static String withoutDocs(String source) {
    return source.startsWith(DOCS) ? source.substring(DOCS.length()) : source;
  }

  /** Where a page is on the site. */
  String targetOf(String source) {
    String target = targets.get(source);
    if (target == null) {
      throw new IllegalArgumentException("no page: " + source);
    }
    return target;
  }

  /** Where the repository shows a file. */
  String inRepository(String source) {
    String kind = Files.isDirectory(root.resolve(source)) ? "/tree/HEAD/" : "/blob/HEAD/";
    return scm + kind + source;
  }

  /** The pictures that pages have asked for: from where in the repository to where on the site. */
  Map<String, String> pictures() {
    return pictures;
  }

  /** The links that led nowhere. */
  List<Problem> problems() {
    return problems;
  }

  /** What to write for a link of a page. */
  String link(String page, String destination) {
    if (leadsAway(destination) || destination.startsWith("#")) {
      return destination;
    }
    int hash = destination.indexOf('#');
    String anchor = hash < 0 ? "" : destination.substring(hash);
    String source = resolve(page, hash < 0 ? destination : destination.substring(0, hash));
    String known = targets.containsKey(source) ? source : source + "/" + README;
    if (targets.containsKey(known)) {
      return relative(targetOf(page), targetOf(known)) + anchor;
    }
    if (source.startsWith("..") || !Files.exists(root.resolve(source))) {
      problems.add(new Problem(page, destination, "the repository has no such file"));
    }
    return inRepository(source) + anchor;
  }

  /** What to write for a picture on a page. */
  String picture(String page, String destination) {
    if (leadsAway(destination)) {
      problems.add(new Problem(page, destination, "a picture is a file of the repository"));
      return destination;
    }
    String source = resolve(page, destination);
    String target = withoutDocs(source);
    if (Files.isRegularFile(root.resolve(source))) {
      pictures.put(source, target);
    } else {
      problems.add(new Problem(page, destination, "the repository has no such picture"));
    }
    return relative(targetOf(page), target);
  }

  private static boolean leadsAway(String destination) {
    return destination.matches("(?i)([a-z][a-z0-9+.-]*:|//).*");
  }

  private static String resolve(String page, String destination) {
    Path resolved = Path.of(page).resolveSibling(destination).normalize();
    return resolved.toString().replace('\\', '/');
  }

  /** The way from one file of the site to another. */
  static String relative(String from, String to) {
    Path folder = Path.of(from).getParent();
    Path way = folder == null ? Path.of(to) : folder.relativize(Path.of(to));
    return way.toString().replace('\\', '/');
  }
}
