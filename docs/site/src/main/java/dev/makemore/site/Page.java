package dev.makemore.site;

import dev.makemore.site.html.Html;
import dev.makemore.site.markdown.CodeBlock;
import dev.makemore.site.markdown.Document;
import dev.makemore.site.markdown.Heading;
import dev.makemore.site.markdown.LinkResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of the site.
 *
 * @param source its file, seen from the top of the repository
 * @param target its file, seen from the top of the site
 * @param section the part of the navigation that it is in
 * @param label its name in the navigation
 * @param document what it says
 */
record Page(String source, String target, String section, String label, Document document) {

  /** A page with this many sections gets a table of contents. */
  private static final int MANY_SECTIONS = 3;

  /**
   * Reads a page: a Markdown file, or any other file of text, which is shown as it is.
   *
   * @throws IllegalArgumentException if it can't be read; the message names it
   */
  static Page read(Path root, String section, Navigation.Entry entry, Links links)
      throws IOException {
    String source = entry.file();
    String text = Files.readString(root.resolve(source));
    Document document;
    try {
      document =
          source.endsWith(".md")
              ? Document.parse(text, resolver(source, links))
              : listing(source, entry.label(), text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
    String label = entry.label().isEmpty() ? document.title() : entry.label();
    return new Page(source, links.targetOf(source), section, label, document);
  }

  private static LinkResolver resolver(String source, Links links) {
    return new LinkResolver() {
      @Override
      public String link(String destination) {
        return links.link(source, destination);
      }

      @Override
      public String image(String destination) {
        return links.picture(source, destination);
      }
    };
  }

  private static Document listing(String source, String label, String text) {
    String name = Path.of(source).getFileName().toString();
    String description = label + ": the file " + source;
    String html =
        "<h1 id=\"file\">%s</h1>\n<p><a href=\"%s\" download>%s</a></p>\n%s\n"
            .formatted(
                Html.escape(label),
                Html.escape(name),
                "Download " + Html.escape(name),
                CodeBlock.html(name.endsWith(".java") ? "java" : "", text));
    String words = text.replaceAll("\\s+", " ");
    return new Document(label, description, List.of(new Heading(1, "file", label, words)), html);
  }

  /** Whether the file itself is on the site as well, beside the page that shows it. */
  boolean isListing() {
    return !source.endsWith(".md");
  }

  /** Where the file itself is on the site, if it is there. */
  String raw() {
    return target.substring(0, target.length() - ".html".length());
  }

  /** The sections that the table of contents names, none if there are few. */
  List<Heading> contents() {
    List<Heading> sections =
        document.headings().stream().filter(h -> h.level() == 2 || h.level() == 3).toList();
    return sections.stream().filter(h -> h.level() == 2).count() < MANY_SECTIONS
        ? List.of()
        : sections;
  }
}
