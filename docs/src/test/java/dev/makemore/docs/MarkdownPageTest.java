package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

  @Test
  void aBlockKnowsItsLanguageAndItsPlace() {
    MarkdownPage page =
        MarkdownPage.parse(
            "page.md", List.of("text", "```java", "1", "```", "```text", "2", "```"));
    assertThat(page.blocks())
        .containsExactly(
            new MarkdownPage.Block("java", 3, List.of("1")),
            new MarkdownPage.Block("text", 6, List.of("2")));
    assertThat(page.blocksIn("text")).hasSize(1);
  }

  @Test
  void aBlockThatIsIndentedIsAnError() {
    assertThatThrownBy(() -> MarkdownPage.parse("page.md", List.of("- item", "  ```java")))
        .hasMessageStartingWith("page.md:2: a code block starts at the left margin");
  }

  @Test
  void aBlockThatIsNeverClosedIsAnError() {
    assertThatThrownBy(() -> MarkdownPage.parse("page.md", List.of("", "```java", "1")))
        .hasMessage("page.md:2: this code block is never closed");
  }
}
