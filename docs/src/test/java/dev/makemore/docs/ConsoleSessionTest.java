package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSessionTest {

  @Test
  void theLinesShownAreTheLinesPrinted() {
    assertThat(ConsoleSession.agrees(List.of("a", "b "), List.of("a", "b"))).isTrue();
    assertThat(ConsoleSession.agrees(List.of("a"), List.of("a", "b"))).isFalse();
    assertThat(ConsoleSession.agrees(List.of("a", "b"), List.of("a"))).isFalse();
    assertThat(ConsoleSession.agrees(List.of("a"), List.of("b"))).isFalse();
  }

  @Test
  void threeDotsStandForAnyLines() {
    assertThat(ConsoleSession.agrees(List.of("a", "...", "d"), List.of("a", "b", "c", "d")))
        .isTrue();
    assertThat(ConsoleSession.agrees(List.of("a", "...", "d"), List.of("a", "d"))).isTrue();
    assertThat(ConsoleSession.agrees(List.of("..."), List.of())).isTrue();
    assertThat(ConsoleSession.agrees(List.of("a", "...", "d"), List.of("a", "b"))).isFalse();
    assertThat(ConsoleSession.agrees(List.of("...", "b"), List.of("a", "b", "c"))).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void wrongOutputAndFailureAreReportedWithTheirPlace(@TempDir Path folder) throws Exception {
    MarkdownPage page =
        MarkdownPage.parse(
            "page.md",
            List.of(
                "```console", "$ echo 1", "1", "$ echo 2", "3", "$ echo no >&2; exit 4", "```"));
    assertThat(ConsoleSession.problemsOf(page, folder))
        .containsExactly(
            "page.md:4: echo 2 shows\n3\nbut prints\n2\n",
            "page.md:6: echo no >&2; exit 4 ended with 4: no\n");
  }
}
