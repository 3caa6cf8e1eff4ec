package dev.makemore.site;

import static dev.makemore.site.Browser.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/**
 * The search, and the switch between light and dark, of pages that are opened from the disk. In the
 * end the browser must have had nothing to complain about.
 */
class SiteInBrowserTest {

  private static final Map<String, String> PAGES =
      Map.of(
          "README.md",
          "# Begin\n\nThe temperature is on page two, and again: temperature, temperature.\n",
          "docs/1.md",
          "# One\n\nCode.\n\n## Hostile\n\n`<script>alert(1)</script><img src=x onerror=alert(2)>`\n",
          "docs/2.md",
          "# Two\n\nUnicode.\n\n## A temperature\n\nHow bold names are.\n");

  @TempDir private static Path folder;
  private static Path small;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
    Path root = folder.resolve("repository");
    for (Map.Entry<String, String> page : PAGES.entrySet()) {
      Files.createDirectories(root.resolve(page.getKey()).getParent());
      Files.writeString(root.resolve(page.getKey()), page.getValue());
    }
    small = write("small", root, List.of("[Start]", "README.md", "docs/*.md"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Writes a site, and returns its folder. */
  private static Path write(String name, Path root, List<String> navigation) throws IOException {
    Path site = Files.createDirectory(folder.resolve(name));
    new Site(Navigation.read(navigation, root), root, site, "https://example.org").write("/");
    return site;
  }

  @AfterEach
  void forget() {
    browser.script("localStorage.clear()");
    browser.prefer("light");
    assertThat(browser.complaints()).as("what the browser says").isEmpty();
  }

  private static void search(Path page, String query) {
    browser.open(page);
    browser.press("/");
    browser.press(query);
    eventually(() -> assertThat(browser.texts("#search\\.found")).doesNotContain(""));
  }

  private static String focused() {
    return (String)
        browser.script("return document.activeElement.id || document.activeElement.textContent");
  }

  private static boolean isShown(String selector) {
    return (boolean)
        browser.script("return !document.querySelector(arguments[0]).hidden", selector);
  }

  /** Of the pages as they are. */
  @ParameterizedTest
  @CsvSource({
    "temperature, guide/07-sampling.html#temperature",
    "exit code, reference/command-line.html#exit-codes",
    "LICENSE, LICENSE.html",
  })
  void theBestPlaceOfOurPagesIsFirst(String query, String address) throws IOException {
    Path site = folder.resolve("all");
    if (Files.notExists(site)) {
      List<String> navigation =
          Files.readAllLines(Path.of("src/main/resources/dev/makemore/site/navigation.txt"));
      write("all", Path.of("../.."), navigation);
    }
    search(site.resolve("guide/index.html"), query);
    assertThat(browser.script("return document.querySelector('.results a').href"))
        .isEqualTo(site.resolve(".").normalize().toUri() + address);
  }

  @Test
  void aHeadingIsBetterThanManyPlacesInAText() {
    search(small.resolve("1.html"), "temperatures");
    assertThat(browser.texts(".results strong")).containsExactly("A temperature", "Begin");
    assertThat(browser.texts("#search\\.found")).containsExactly("2 places");
  }

  @Test
  void aWordIsBetterThanAPartOfOne() {
    search(small.resolve("index.html"), "code");
    assertThat(browser.texts(".results strong")).containsExactly("One", "Two");
    assertThat(browser.texts(".results mark")).containsExactly("Code", "code");
  }

  @Test
  void theSearchNeedsNoMouse() {
    search(small.resolve("1.html"), "temperature");
    assertThat(focused()).isEqualTo("search.query");
    browser.press(Keys.ARROW_DOWN);
    assertThat(focused()).startsWith("A temperature");
    browser.press(Keys.ARROW_UP);
    assertThat(focused()).isEqualTo("search.query");
    browser.press(Keys.ARROW_UP);
    assertThat(focused()).startsWith("Begin");
    browser.press(Keys.ESCAPE);
    assertThat(focused()).isEqualTo("search.query");
    assertThat(isShown(".results")).isFalse();
    browser.press("/s");
    assertThat(browser.script("return document.activeElement.value")).isEqualTo("temperature/s");
    browser.press(Keys.BACK_SPACE, Keys.BACK_SPACE);
    assertThat(isShown(".results")).isTrue();
    browser.press(Keys.ENTER);
    eventually(() -> assertThat(browser.address()).endsWith("/2.html#a-temperature"));
  }

  @Test
  void whoLeavesTheSearchDoesNotSeeIt() {
    search(small.resolve("1.html"), "hostile");
    browser.press(Keys.TAB); // to the one result
    assertThat(isShown(".results")).isTrue();
    browser.press(Keys.TAB);
    assertThat(isShown(".results")).isFalse();
  }

  @Test
  void thatNothingIsFoundIsSaid() {
    search(small.resolve("1.html"), "temperature zebra");
    assertThat(browser.texts("#search\\.found")).containsExactly("Nothing found");
    assertThat(browser.texts(".results li")).isEmpty();
    assertThat(isShown(".results")).isTrue();
  }

  @Test
  void markupInAQueryAndInATextIsText() {
    search(small.resolve("1.html"), "<script>alert(1)</script> <img");
    assertThat(browser.texts(".results mark")).containsExactly("<script>alert(1)</script>", "<img");
    assertThat(browser.texts(".results small").get(0)).endsWith("<img src=x onerror=alert(2)>");
    assertThat(browser.texts(".results script, .results img")).isEmpty();
  }

  /** The page has these colors, and the switch offers the others. */
  private static void assertShown(String scheme) {
    boolean isDark = scheme.equals("dark");
    eventually(
        () -> {
          assertThat(browser.style("body", "background-color"))
              .isEqualTo(isDark ? "rgba(18, 22, 31, 1)" : "rgba(255, 255, 255, 1)");
          assertThat(browser.texts(".theme")).containsExactly(isDark ? "Light" : "Dark");
        });
  }

  @Test
  void colorsFollowTheSystem() {
    browser.open(small.resolve("1.html"));
    for (String scheme : List.of("light", "dark", "light")) {
      browser.prefer(scheme);
      assertShown(scheme);
    }
  }

  @ParameterizedTest
  @CsvSource({"light, dark", "dark, light"})
  void theSwitchOverridesTheSystemOnAllPages(String system, String other) {
    browser.prefer(system);
    browser.open(small.resolve("1.html"));
    assertShown(system);
    browser.click(".theme");
    assertShown(other);
    browser.open(small.resolve("2.html"));
    assertShown(other);
    browser.click(".theme");
    assertShown(system);
    browser.prefer(other);
    assertShown(system);
  }

  @Test
  void chosenColorsAreThereBeforeThePage() {
    browser.open(small.resolve("1.html"));
    browser.click(".theme");
    browser.scriptBeforePages(
        "new MutationObserver(() => { if (document.body) {"
            + " window.first ??= getComputedStyle(document.documentElement).colorScheme; } })"
            + ".observe(document, {childList: true, subtree: true})");
    browser.open(small.resolve("2.html"));
    assertThat(browser.script("return window.first")).isEqualTo("dark");
  }

  /** One from before May 2024, for which light-dark() is no color. */
  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void anOldBrowserShowsItsOwnColors(String scheme) throws IOException {
    Path css = small.resolve("site.css");
    String styles = Files.readString(css);
    Files.writeString(css, styles.replace("light-dark(", "unknown("));
    try {
      browser.prefer(scheme);
      browser.open(small.resolve("1.html"));
      assertThat(browser.style("header", "background-color"))
          .isEqualTo(scheme.equals("dark") ? "rgba(18, 18, 18, 1)" : "rgba(255, 255, 255, 1)");
      assertThat(browser.style(".brand", "color"))
          .isEqualTo(scheme.equals("dark") ? "rgba(255, 255, 255, 1)" : "rgba(0, 0, 0, 1)");
    } finally {
      Files.writeString(css, styles);
    }
  }
}
