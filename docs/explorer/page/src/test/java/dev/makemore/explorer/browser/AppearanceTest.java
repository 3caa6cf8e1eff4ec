package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everybody can read the page: axe-core finds nothing to mend, and nothing is wider than a phone.
 */
@ExtendWith(InBrowser.class)
class AppearanceTest {

  private final Page page;

  AppearanceTest(Page page) {
    this.page = page;
  }

  /** Opens the page and waits until training has filled its last part. */
  private void openFilled(String hash) {
    page.open(hash);
    eventually(() -> assertThat(page.text("train-result")).contains("average NLL"));
    page.script("for (const d of document.querySelectorAll('details')) { d.open = true; }");
    eventually(() -> assertThat(page.text("table-html")).isNotEmpty());
    eventually(() -> assertThat(page.text("surprise-caption")).contains("items"));
  }

  /** The rules of axe-core that the page breaks, each with the elements that break it. */
  private List<?> violations() throws IOException {
    try (InputStream axe = AppearanceTest.class.getResourceAsStream("/axe.min.js")) {
      page.script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<?>)
        page.asyncScript(
            "const done = arguments[arguments.length - 1];"
                + "axe.run(document).then(({violations}) => done(violations.map((rule) =>"
                + " `${rule.id}: ${rule.nodes.slice(0, 5).map((node) => `${node.target}"
                + " ${node.failureSummary}`).join('; ')}`)), (error) => done([String(error)]));");
  }

  @ParameterizedTest
  @CsvSource({"light, 360", "dark, 360", "light, 1280", "dark, 1280"})
  void axeFindsNothingToMend(String scheme, int width) throws IOException {
    page.resize(width, 900);
    page.prefer("prefers-color-scheme", scheme);
    page.open("");
    assertThat(violations()).as("after loading").isEmpty();
    openFilled("#train");
    assertThat(violations()).as("after training").isEmpty();
    page.script("document.getElementById('list-text').value = ''");
    page.paste("list-text", "");
    page.set("gradient-expression", "a*(b");
    page.set("surprise-text", "\u00DFx");
    page.set("names-prefix", "\u00DF");
    eventually(() -> assertThat(page.text("list-problem")).isNotEmpty());
    eventually(() -> assertThat(page.text("gradient-problem")).isNotEmpty());
    eventually(() -> assertThat(page.text("names-problem")).isNotEmpty());
    assertThat(violations()).as("with errors shown").isEmpty();
  }

  private void fitsTheWindow() {
    assertThat(
            page.script(
                "return [...document.querySelectorAll('main > section')].filter((section) =>"
                    + " section.scrollWidth > document.documentElement.clientWidth)"
                    + ".map((section) => section.id)"))
        .isEqualTo(List.of());
    assertThat(page.script("return document.documentElement.scrollWidth - innerWidth"))
        .as("CSS pixels too wide")
        .satisfies(more -> assertThat((long) more).isNotPositive());
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 800, 1280, 3840})
  void nothingIsWiderThanTheWindow(int width) {
    page.resize(width, 800);
    openFilled("#train");
    fitsTheWindow();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void norIsItWithThreeHundredCharactersAndLongLines(int width) {
    String characters =
        IntStream.range(0x4E00, 0x4E00 + 300)
            .mapToObj(c -> Character.toString(c) + (c % 7 == 0 ? "\n" : ""))
            .collect(Collectors.joining());
    page.resize(width, 800);
    page.open("#train&steps=20&expression=" + "a%2B".repeat(60) + "a");
    page.paste("list-text", characters + "\n" + "\u4E00\u4E01".repeat(400) + "\n");
    eventually(() -> assertThat(page.text("list-facts")).contains("300 characters"));
    page.click("train-start");
    eventually(() -> assertThat(page.text("train-result")).contains("average NLL"));
    fitsTheWindow();
  }
}
