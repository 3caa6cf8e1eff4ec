package dev.makemore.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DocumentTest {

  private static final LinkResolver LINKS =
      new LinkResolver() {
        @Override
        public String link(String destination) {
          return "to:" + destination;
        }

        @Override
        public String image(String destination) {
          return "at:" + destination;
        }
      };

  @Test
  void thePageHasATitleADescriptionAndHeadingsWithTheirText() {
    Document page =
        Document.parse("# The `code`\n\nFirst *words*.\n\n## More\n\n- one\n- two\n", LINKS);
    assertThat(page.title()).isEqualTo("The code");
    assertThat(page.description()).isEqualTo("First words.");
    assertThat(page.headings())
        .containsExactly(
            new Heading(1, "the-code", "The code", "First words."),
            new Heading(2, "more", "More", "one two"));
  }

  @Test
  void aLongDescriptionEndsAfterAWord() {
    Document page = Document.parse("# T\n\n" + "word ".repeat(100), LINKS);
    assertThat(page.description()).hasSizeLessThanOrEqualTo(160).endsWith("word…");
  }

  @Test
  void headingsHaveAnchorsToLinkTo() {
    assertThat(Document.parse("# T\n\nx\n\n## A \"b\"\n", LINKS).html())
        .contains(
            "<h2 id=\"a-b\">A &quot;b&quot; "
                + "<a class=\"anchor\" href=\"#a-b\" aria-label=\"Link to: A &quot;b&quot;\">#</a></h2>");
  }

  @Test
  void linksAndPicturesLeadWhereTheSiteHasThem() {
    assertThat(Document.parse("# T\n\n[a](b.md) ![c](d.svg)\n", LINKS).html())
        .contains("<a href=\"to:b.md\">a</a>")
        .contains("<img src=\"at:d.svg\" alt=\"c\" loading=\"lazy\" />");
  }

  @Test
  void aTableScrollsInItself() {
    assertThat(Document.parse("# T\n\nx\n\n| a |\n| --- |\n| b |\n", LINKS).html())
        .containsSubsequence("<div class=\"table\">", "<table>", "</table>", "</div>");
  }

  @Test
  void anEmptyCornerOfATableIsNoHeader() {
    assertThat(Document.parse("# T\n\nx\n\n| | a |\n| --- | --- |\n| b | 1 |\n", LINKS).html())
        .contains("<td></td>\n<th>a</th>");
  }

  @Test
  void foldedSolutionsStayFolded() {
    String page = "# T\n\nx\n\n<details>\n<summary>Solution</summary>\n\n`y`\n\n</details>\n";
    assertThat(Document.parse(page, LINKS).html())
        .containsSubsequence(
            "<details>",
            "<summary>Solution</summary>",
            "<code class=\"unbroken\">y</code>",
            "</details>");
  }

  @Test
  void aPageWithoutATitleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Document.parse("## Not a title\n\nx\n", LINKS))
        .withMessageContaining("a page begins with its title");
  }
}
