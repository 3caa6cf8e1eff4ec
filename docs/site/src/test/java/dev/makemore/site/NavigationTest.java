package dev.makemore.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NavigationTest {

  @TempDir Path root;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(root.resolve("docs/guide"));
    for (String name : List.of("b.md", "a.md", "02-b.md", "01-a.md", "README.md")) {
      Files.writeString(root.resolve("docs/guide").resolve(name), "# T\n");
    }
  }

  @Test
  void aPatternStandsForTheFilesThatNoOtherLineNames() throws IOException {
    Navigation navigation =
        Navigation.read(
            List.of(
                "# comment",
                "[Guide]",
                "docs/guide/[0-9]*.md",
                "docs/guide/*.md",
                "docs/guide/README.md = Contents",
                ">apidocs/index.html = Javadoc"),
            root);
    assertThat(navigation.sections())
        .extracting(Navigation.Section::title)
        .containsExactly("Guide");
    assertThat(navigation.sections().get(0).entries())
        .containsExactly(
            new Navigation.Entry("docs/guide/01-a.md", "", false),
            new Navigation.Entry("docs/guide/02-b.md", "", false),
            new Navigation.Entry("docs/guide/a.md", "", false),
            new Navigation.Entry("docs/guide/b.md", "", false),
            new Navigation.Entry("docs/guide/README.md", "Contents", false),
            new Navigation.Entry("apidocs/index.html", "Javadoc", true));
    assertThat(navigation.pages()).hasSize(5);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Navigation.read(List.of("[Guide]", "docs/guide/c.md"), root))
        .withMessage("the navigation names a file that does not exist: docs/guide/c.md");
  }

  @Test
  void aPatternThatAddsNoFileIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Navigation.read(List.of("[Guide]", "docs/results/*.md"), root))
        .withMessage(
            "no file fits this pattern of the navigation, or other lines have them all: "
                + "docs/results/*.md");
  }
}
