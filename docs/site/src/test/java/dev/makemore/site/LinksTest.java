package dev.makemore.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  private static final String SCM = "https://example.org/m";
  private static final String PAGE = "docs/guide/a.md";

  @TempDir Path root;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String file :
        List.of("docs/guide/a.md", "docs/reference/README.md", "src/X.java", "docs/p.svg")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), "x");
    }
  }

  private Links links() {
    return new Links(
        List.of("README.md", "docs/README.md", PAGE, "docs/reference/README.md", "LICENSE"),
        root,
        SCM);
  }

  @Test
  void aPageIsWhereItsFileIsWithoutTheFolderDocs() {
    Links links = links();
    assertThat(links.targetOf("README.md")).isEqualTo("index.html");
    assertThat(links.targetOf("docs/README.md")).isEqualTo("contents.html");
    assertThat(links.targetOf(PAGE)).isEqualTo("guide/a.html");
    assertThat(links.targetOf("docs/reference/README.md")).isEqualTo("reference/index.html");
    assertThat(links.targetOf("LICENSE")).isEqualTo("LICENSE.html");
  }

  @Test
  void theFirstPageIsTheStartPageWhateverItIs() {
    Links links = new Links(List.of("docs/README.md", PAGE), root, SCM);
    assertThat(links.targetOf("docs/README.md")).isEqualTo("index.html");
  }

  @Test
  void aLinkToAPageIsRelativeAndKeepsItsAnchor() {
    Links links = links();
    assertThat(links.link(PAGE, "../../README.md#the-table")).isEqualTo("../index.html#the-table");
    assertThat(links.link("README.md", "docs/guide/a.md")).isEqualTo("guide/a.html");
    assertThat(links.link(PAGE, "../reference")).isEqualTo("../reference/index.html");
    assertThat(links.problems()).isEmpty();
  }

  @Test
  void aLinkToAnotherFileLeadsToTheRepository() {
    Links links = links();
    assertThat(links.link(PAGE, "../../src/X.java#L7")).isEqualTo(SCM + "/blob/HEAD/src/X.java#L7");
    assertThat(links.link(PAGE, "../../src/")).isEqualTo(SCM + "/tree/HEAD/src");
    assertThat(links.problems()).isEmpty();
  }

  @Test
  void linksWithinThePageAndToOtherServersStay() {
    Links links = links();
    assertThat(links.link(PAGE, "#here")).isEqualTo("#here");
    assertThat(links.link(PAGE, "https://example.com/a.md")).isEqualTo("https://example.com/a.md");
  }

  @Test
  void aLinkToNoFileIsAProblemThatNamesPageAndLink() {
    Links links = links();
    links.link(PAGE, "../none.md");
    links.picture(PAGE, "none.svg");
    assertThat(links.problems())
        .extracting(Object::toString)
        .containsExactly(
            "docs/guide/a.md: ../none.md: the repository has no such file",
            "docs/guide/a.md: none.svg: the repository has no such picture");
  }

  @Test
  void aPictureIsCopied() {
    Links links = links();
    assertThat(links.picture(PAGE, "../p.svg")).isEqualTo("../p.svg");
    assertThat(links.pictures()).containsEntry("docs/p.svg", "p.svg");
  }
}
