package dev.makemore.explorer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds a small page; the test resources stand in for the engine and for d3. */
class PageBuilderTest {

  private static final List<String> PLACES =
      List.of("policy", "notices", "styles", "parts", "lists", "d3", "engine", "worker", "scripts");

  @TempDir private Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    write(
        "page/index.html",
        "<html>\n<!-- " + String.join(" -->\n<!-- ", PLACES) + " -->\n</html>\n");
    write("page/notices.txt", "Notices.");
    write("page/worker.js", "onmessage = null;\n");
    write("page/styles/1-first.css", "a {}\n");
    write("page/styles/2-second.css", "b {}\n");
    write("page/scripts/1-first.js", "const first = 1;\n");
    write("page/scripts/2-second.js", "const second = first;\n");
    write("page/lists/towns.txt", "ulm\n");
    write("page/parts/2-late/part.html", "<p>late</p>\n");
    write("page/parts/1-early/part.html", "<p>early</p>\n");
    write("page/parts/1-early/part.css", "c {}\n");
    write("page/parts/1-early/part.js", "second;\n");
    write("names.txt", "emma\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String page() throws IOException {
    Path page = folder.resolve("out/page.html");
    PageBuilder.main(
        folder.resolve("page").toString(), folder.resolve("names.txt").toString(), page.toString());
    return Files.readString(page);
  }

  private static List<String> contents(String page, String element) {
    return Pattern.compile(element + ">(.*?)</", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void everythingIsInItsPlace() throws IOException {
    String page = page();
    for (String place : PLACES) {
      assertThat(page).doesNotContain("<!-- " + place + " -->");
    }
    assertThat(page).startsWith("<html>\n<meta ").endsWith("</script>\n</html>\n");
    assertThat(page)
        .containsSubsequence(
            "Notices.",
            "The license of d3.",
            "-->",
            "a {}",
            "b {}",
            "c {}",
            "<p>early</p>",
            "<p>late</p>",
            "emma",
            "ulm",
            "d3-script",
            "const d3",
            "engine-script",
            "const read",
            "onmessage",
            "page-script",
            "const first",
            "const second",
            "second;");
    assertThat(contents(page, "id=\"list-names\"")).containsExactly("emma\n");
    assertThat(contents(page, "id=\"list-towns\"")).containsExactly("ulm\n");
  }

  @Test
  void thePolicyHasTheHashesOfTheScriptsAndStyles() throws IOException, GeneralSecurityException {
    String page = page();
    StringBuilder scripts = new StringBuilder("script-src");
    for (String script : contents(page, "<script id=\"\\w+-script\"")) {
      scripts.append(' ').append(hash(script));
    }
    assertThat(contents(page, "<script id=\"\\w+-script\"")).hasSize(3);
    assertThat(page)
        .contains("; " + scripts + "; style-src " + hash(contents(page, "<style").get(0)) + ";");
  }

  private static String hash(String text) throws GeneralSecurityException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @Test
  void aPlaceThatIsMissingOrUnknownIsNamed() throws IOException {
    write("page/index.html", "<html>\n<!-- sounds -->\n</html>\n");
    assertThatThrownBy(this::page)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to put in place of <!-- sounds -->");
    write("page/index.html", "<!-- " + String.join(" -->\n<!-- ", PLACES.subList(1, 9)) + " -->\n");
    assertThatThrownBy(this::page).hasMessage("index.html has no place for [policy]");
  }

  @Test
  void whatIsPutInIsNotSearchedForPlaces() throws IOException {
    write("page/parts/2-late/part.html", "<!-- scripts -->\n");
    assertThat(page()).containsOnlyOnce("<!-- scripts -->").containsOnlyOnce("page-script");
  }

  @Test
  void aListThatWouldEndItsElementIsRefused() throws IOException {
    write("page/lists/towns.txt", "</script><script>\n");
    assertThatThrownBy(this::page)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the text of an element must not contain </script");
  }

  @Test
  void aSourceThatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("page/worker.js"));
    assertThatThrownBy(this::page)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("worker.js");
  }
}
