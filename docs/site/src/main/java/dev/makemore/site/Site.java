package dev.makemore.site;

import dev.makemore.site.check.Problem;
import dev.makemore.site.check.SiteCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A static site, made of the files that a {@link Navigation} names. Whatever else is in its folder
 * already, such as the Javadoc, is part of it.
 */
final class Site {

  private static final List<String> ASSETS = List.of("site.css", "site.js", "search.js");

  private final Navigation navigation;
  private final Path root;
  private final Path folder;
  private final Links links;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A site that is not yet written.
   *
   * @param navigation its pages
   * @param root the top of the repository
   * @param folder where to write it
   * @param scm the address of the repository, for links to files that are no pages
   */
  Site(Navigation navigation, Path root, Path folder, String scm) {
    this.navigation = navigation;
    this.root = root;
    this.folder = folder;
    links = new Links(navigation.pages().stream().map(Navigation.Entry::file).toList(), root, scm);
  }

  /**
   * Writes the site.
   *
   * @param base the path of the site on its server, for the page that the server shows for
   *     addresses that it does not have
   */
  void write(String base) throws IOException {
    List<Page> pages = new ArrayList<>();
    for (Navigation.Section section : navigation.sections()) {
      for (Navigation.Entry entry : section.entries()) {
        if (!entry.made()) {
          pages.add(Page.read(root, section.title(), entry, links));
        }
      }
    }
    Layout layout = new Layout(menus(pages), pages, links);
    for (Page page : pages) {
      write(page.target(), layout.html(page));
      if (page.isListing()) {
        copy(page.source(), page.raw());
      }
    }
    write("404.html", layout.missing(base));
    write("search-index.js", SearchIndex.of(pages));
    for (Map.Entry<String, String> picture : links.pictures().entrySet()) {
      copy(picture.getKey(), picture.getValue());
    }
    for (String asset : ASSETS) {
      try (InputStream in = Site.class.getResourceAsStream(asset)) {
        Files.copy(in, folder.resolve(asset), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    problems.addAll(links.problems());
  }

  /** The navigation as it is shown: without what is not there, such as the Javadoc on JDK 17. */
  private List<Layout.Menu> menus(List<Page> pages) {
    List<Layout.Menu> menus = new ArrayList<>();
    for (Navigation.Section section : navigation.sections()) {
      List<Layout.Item> items = new ArrayList<>();
      for (Navigation.Entry entry : section.entries()) {
        if (!entry.made()) {
          pages.stream()
              .filter(page -> page.source().equals(entry.file()))
              .forEach(page -> items.add(new Layout.Item(page.label(), page.target())));
        } else if (Files.exists(folder.resolve(entry.file()))) {
          items.add(new Layout.Item(entry.label(), entry.file()));
        }
      }
      menus.add(new Layout.Menu(section.title(), items));
    }
    return menus;
  }

  /** Everything that is wrong with the site as it was written. */
  SiteCheck check() throws IOException {
    List<String> pages = navigation.pages().stream().map(Navigation.Entry::file).toList();
    for (String file : Navigation.files(root)) {
      if (file.startsWith("docs/") && file.endsWith(".md") && !pages.contains(file)) {
        problems.add(new Problem(file, "the page", "no line of navigation.txt fits it"));
      }
    }
    return SiteCheck.of(folder, problems);
  }

  private void write(String target, String text) throws IOException {
    Path file = folder.resolve(target);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void copy(String source, String target) throws IOException {
    Path file = folder.resolve(target);
    Files.createDirectories(file.getParent());
    Files.copy(root.resolve(source), file, StandardCopyOption.REPLACE_EXISTING);
  }
}
