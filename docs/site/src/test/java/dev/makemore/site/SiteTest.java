package dev.makemore.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.makemore.site.check.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

  private static final List<String> NAVIGATION =
      List.of(
          "[Start]",
          "README.md",
          "docs/README.md = All pages",
          ">apidocs/index.html = Javadoc",
          "[Guide]",
          "docs/guide/*.md",
          "LICENSE = License");

  @TempDir Path root;
  @TempDir Path folder;

  @BeforeEach
  void writeRepository() throws IOException {
    write("README.md", "# Top\n\nSee [page one](docs/guide/1.md#two).\n");
    write("docs/README.md", "# Pages\n\nAll pages.\n");
    write(
        "docs/guide/1.md",
        "# One\n\nText <here>.\n\n## Two\n\nBack to [the top](../../README.md).\n");
    write("docs/guide/2.md", "# Second\n\n![A dot](dot.svg)\n");
    write("docs/guide/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    write("LICENSE", "free\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Problem> build() throws IOException {
    Site site = new Site(Navigation.read(NAVIGATION, root), root, folder, "https://example.org/m");
    site.write("/m/");
    return site.check().problems();
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void theSiteHasAllPagesAndNoProblems() throws IOException {
    assertThat(build()).isEmpty();
    assertThat(read("index.html"))
        .contains("<title>makemore: Top</title>")
        .contains("<a href=\"guide/1.html#two\">page one</a>")
        .contains("<a href=\"index.html\" aria-current=\"page\">Top</a>")
        .doesNotContain("Javadoc");
    assertThat(read("guide/1.html"))
        .contains("<title>One · makemore</title>")
        .contains("<meta name=\"description\" content=\"Text .\">")
        .contains("<link rel=\"stylesheet\" href=\"../site.css\">")
        .contains(
            "<a rel=\"prev\" href=\"../contents.html\"><span>Previous: Start</span>All pages</a>")
        .contains("<a rel=\"next\" href=\"2.html\"><span>Next</span>Second</a>");
    assertThat(folder.resolve("guide/dot.svg")).exists();
    assertThat(read("LICENSE")).isEqualTo("free\n");
    assertThat(read("LICENSE.html")).contains("<code>free\n</code>");
  }

  @Test
  void theStartPageHasTheNextSectionOpenAsWell() throws IOException {
    build();
    assertThat(read("index.html"))
        .contains("<details open><summary>Start</summary>")
        .contains("<details open><summary>Guide</summary>");
    assertThat(read("contents.html"))
        .contains("<details open><summary>Start</summary>")
        .contains("<details><summary>Guide</summary>");
  }

  @Test
  void thePageForMissingPagesBeginsAtTheBase() throws IOException {
    build();
    assertThat(read("404.html"))
        .contains(
            "<base href=\"/m/\">\n<meta name=\"robots\" content=\"noindex\">\n<title>Page not")
        .contains("<a class=\"skip\" href=\"404.html#page.content\">")
        .contains("<script src=\"site.js\" data-root=\"\"></script>")
        .contains("<a href=\"guide/1.html\">One</a>")
        .contains("<h1>There is no page here</h1>")
        .doesNotContain("<nav class=\"turn\"");
    assertThat(read("guide/1.html")).doesNotContain("<base", "noindex");
  }

  @Test
  void theSearchKnowsEachSection() throws IOException {
    build();
    assertThat(read("search-index.js"))
        .contains("[\"index.html\",\"Top\",\"\",\"See page one.\"]")
        .contains("[\"guide/1.html#two\",\"One\",\"Two\",\"Back to the top.\"]");
  }

  @Test
  void theSearchIndexCanNotEndItsScript() throws IOException {
    write("docs/guide/2.md", "# Second\n\n`</script>` \"quoted\" \\\\\n");
    build();
    assertThat(read("search-index.js"))
        .contains("\\u003c/script> \\u0022quoted\\u0022 \\u005c")
        .doesNotContain("</script");
  }

  @Test
  void javadocIsInTheNavigationIfItIsThere() throws IOException {
    Files.createDirectories(folder.resolve("apidocs"));
    Files.writeString(folder.resolve("apidocs/index.html"), "<title>API</title>");
    assertThat(build()).isEmpty();
    assertThat(read("guide/1.html")).contains("<a href=\"../apidocs/index.html\">Javadoc</a>");
  }

  @Test
  void aBrokenLinkAndABrokenAnchorAreProblems() throws IOException {
    write("docs/guide/2.md", "# Second\n\n[a](3.md) [b](1.md#three)\n");
    assertThat(build())
        .extracting(Problem::toString)
        .containsExactly(
            "docs/guide/2.md: 3.md: the repository has no such file",
            "guide/2.html: 1.html#three: there is no anchor three in guide/1.html");
  }

  @Test
  void aPageThatTheNavigationDoesNotNameIsAProblem() throws IOException {
    write("docs/new.md", "# New\n\nx\n");
    assertThat(build())
        .containsExactly(
            new Problem("docs/new.md", "the page", "no line of navigation.txt fits it"));
  }

  @Test
  void aFormulaThatCanNotBeDrawnNamesItsPage() throws IOException {
    write("docs/guide/2.md", "# Second\n\nx\n\n```math\n\\oint\n```\n");
    assertThatIllegalArgumentException()
        .isThrownBy(this::build)
        .withMessage("docs/guide/2.md: \\oint is not known in formulas: \\oint");
  }
}
