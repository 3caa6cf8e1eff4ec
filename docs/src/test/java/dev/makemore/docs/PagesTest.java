package dev.makemore.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Everything that README.md, the guide and the reference show is what a reader gets. */
@Tag("pages") // by which they can be left out, since they take minutes
class PagesTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  private static final Pattern QUOTE =
      Pattern.compile("<!-- lines of (\\S+) -->\\s+```text\\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> javaGivesTheValuesShown() throws IOException {
    return MarkdownPage.all().stream()
        .filter(page -> !page.blocksIn("java").isEmpty())
        .map(page -> dynamicTest(page.name(), () -> assertNone(JavaSession.problemsOf(page))));
  }

  @TestFactory
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pages show a POSIX shell")
  Stream<DynamicTest> commandsPrintTheLinesShown(@TempDir Path folder) throws IOException {
    return MarkdownPage.all().stream()
        .filter(page -> !page.blocksIn("console").isEmpty())
        .map(
            page ->
                dynamicTest(
                    page.name(),
                    () -> {
                      Path own = Files.createTempDirectory(folder, "page");
                      assertNone(ConsoleSession.problemsOf(page, own));
                    }));
  }

  @Test
  void everyBlockIsOfAKindThatIsKnown() throws IOException {
    List<String> unknown = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (MarkdownPage.Block block : page.blocks()) {
        if (!List.of("java", "console", "text", "xml", "math", "mermaid")
            .contains(block.language())) {
          unknown.add(page.name() + ":" + block.firstLine() + ": '" + block.language() + "'");
        }
      }
    }
    assertNone(unknown);
  }

  /** A block after {@code <!-- lines of FILE -->} quotes that file, but for the indentation. */
  @Test
  void everyQuoteIsInItsFile() throws IOException {
    List<String> wrong = new ArrayList<>();
    int quotes = 0;
    for (Path page : MarkdownPage.files("README.md", "docs")) {
      Matcher quote = QUOTE.matcher(Files.readString(page));
      while (quote.find()) {
        quotes++;
        if (!stripped(Files.readString(Path.of(quote.group(1))))
            .contains(stripped(quote.group(2)))) {
          wrong.add(page + ": not in " + quote.group(1) + ":\n" + quote.group(2));
        }
      }
    }
    assertNone(wrong);
    assertThat(quotes).isPositive();
  }

  private static String stripped(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n", "\n", "\n"));
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path file : MarkdownPage.files("README.md", "docs")) {
      Matcher link = LINK.matcher(Files.readString(file));
      while (link.find()) {
        boolean isFile = !link.group(1).contains(":");
        if (isFile && !Files.exists(file.resolveSibling(link.group(1)))) {
          broken.add(file + ": " + link.group(1));
        }
      }
    }
    assertNone(broken);
  }

  private static void assertNone(List<String> problems) {
    assertThat(problems).withFailMessage(() -> String.join("\n", problems)).isEmpty();
  }
}
