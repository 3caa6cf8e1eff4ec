package dev.makemore.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCheckTest {

  @TempDir Path folder;

  private static String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><title>%s</title><meta name="description" content="d"></head>
        <body>%s</body></html>
        """
        .formatted(title, body);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The problems of a site whose start page has this body, and that has these files besides. */
  private List<String> problems(String body) throws IOException {
    write("index.html", page("Start", body));
    return SiteCheck.of(folder, List.of()).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void aSiteWithoutFaultHasNoProblems() throws IOException {
    write(
        "guide/a.html",
        page("A", "<h2 id=\"x-y\">X</h2><a href=\"../#top\">up</a><i id=\"z\"></i>"));
    write("p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>");
    write("site.css", "a { background: url(p.svg) }");
    assertThat(
            problems(
                """
                <a id="top" href="guide/a.html#x-y">a</a> <a href="https://example.org">away</a>
                <a href="#top">here</a> <img src="p.svg" alt="a picture">
                """))
        .isEmpty();
    SiteCheck check = SiteCheck.of(folder, List.of());
    assertThat(check.pages()).isEqualTo(2);
    assertThat(check.links()).isEqualTo(4);
  }

  @Test
  void aLinkToNothingIsFound() throws IOException {
    assertThat(problems("<a href=\"guide/b.html\">b</a>"))
        .containsExactly("index.html: guide/b.html: there is no file guide/b.html");
  }

  @Test
  void aLinkOutOfTheSiteIsFound() throws IOException {
    assertThat(problems("<a href=\"../b.html\">b</a>"))
        .containsExactly("index.html: ../b.html: there is no file ../b.html");
  }

  @Test
  void aLinkToAnAnchorThatIsNotThereIsFound() throws IOException {
    write("a.html", page("A", "<h2 id=\"one\">One</h2>"));
    assertThat(problems("<a href=\"a.html#two\">a</a> <a href=\"#three\">b</a>"))
        .containsExactly(
            "index.html: a.html#two: there is no anchor two in a.html",
            "index.html: #three: there is no anchor three in index.html");
  }

  @Test
  void aLinkIntoTheJavadocIsChecked() throws IOException {
    write("apidocs/A.html", "<title>A</title><i id=\"a()\"></i><a href=\"no.html\">not ours</a>");
    assertThat(
            problems("<a href=\"apidocs/A.html#a()\">a</a> <a href=\"apidocs/A.html#b()\">b</a>"))
        .containsExactly(
            "index.html: apidocs/A.html#b(): there is no anchor b() in apidocs/A.html");
  }

  @Test
  void aPictureThatIsNotThereIsFound() throws IOException {
    assertThat(problems("<img src=\"p.svg\" alt=\"p\">"))
        .containsExactly("index.html: p.svg: there is no file p.svg");
  }

  @Test
  void aPictureWithoutATextIsFound() throws IOException {
    write("p.svg", "<svg/>");
    assertThat(problems("<img src=\"p.svg\" alt=\"\">"))
        .containsExactly("index.html: p.svg: the picture has no text: ![text](picture)");
  }

  @Test
  void oneIdTwiceIsFound() throws IOException {
    assertThat(problems("<i id=\"a\"></i><b id=\"a\"></b>"))
        .containsExactly("index.html: id a: two elements have it");
  }

  @Test
  void aPageToWhichNothingLeadsIsFound() throws IOException {
    write("a.html", page("A", "<a href=\"index.html\">start</a>"));
    assertThat(problems("<p>alone</p>"))
        .containsExactly("a.html: the page: no way leads to it from index.html");
  }

  @Test
  void oneTitleForTwoPagesIsFound() throws IOException {
    write("a.html", page("start", ""));
    assertThat(problems("<a href=\"a.html\">a</a>"))
        .containsExactly("index.html: title 'Start': it is that of a.html, too");
  }

  @Test
  void aPageWithoutADescriptionIsFound() throws IOException {
    write("a.html", "<title>A</title>");
    assertThat(problems("<a href=\"a.html\">a</a>"))
        .containsExactly("a.html: description: the page has no <meta name=\"description\">");
  }

  @Test
  void whateverWouldComeFromTheNetworkIsFound() throws IOException {
    write("a.css", "@import \"https://a.example/a.css\"; a { background: url(//b.example/b.png) }");
    write("p.svg", "<svg><image href=\"https://c.example/c.png\"/></svg>");
    assertThat(
            problems(
                """
                <link rel="stylesheet" href="https://d.example/d.css">
                <script src="//e.example/e.js"></script>
                <img src="http://f.example/f.png" alt="f">
                <i style="background: url('https://g.example/g.png')"></i>
                <style>@font-face { src: url(https://h.example/h.woff) }</style>
                <link rel="icon" href="data:,">
                """))
        .allMatch(
            problem ->
                problem.contains(": a style would load this from the network")
                    || problem.contains(": this would be loaded from outside of the site"))
        .extracting(problem -> problem.replaceAll(".*//(.)\\.example.*", "$1"))
        .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f", "g", "h");
  }

  @Test
  void linksOfAPageWithABaseBeginAtTheSite() throws IOException {
    write("404.html", page("404", "<base href=\"/x/\"><a href=\"index.html\">start</a>"));
    assertThat(problems("<p>start</p>")).isEmpty();
  }
}
