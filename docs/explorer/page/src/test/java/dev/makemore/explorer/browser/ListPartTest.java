package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Part 1: the list, and that everything follows when it changes. */
@ExtendWith(InBrowser.class)
class ListPartTest {

  /** Emoji, Arabic, a tab, spaces, quotes, and what means something in an address. */
  private static final String MIXED =
      String.join(
          "\n",
          "\uD83D\uDE00\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
          "\u0645\u0631\u062D\u0628\u0627",
          "a\tb",
          " two  spaces ",
          "\"double\" 'single' `back`",
          "100%41 & list=own # 1+1 ? = ; / \\",
          "",
          "e\u0301 is not \u00e9");

  private final Page page;

  ListPartTest(Page page) {
    this.page = page;
  }

  /** The facts, the names and the pairs are those of the list. */
  private void isShown(BigramCounts counts) {
    eventually(() -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(counts)));
    int size = counts.vocabulary().size();
    String pairs =
        String.format(
            Locale.ROOT,
            "The characters, and a dot that starts and ends every item, are %,d tokens. Of the %,d"
                + " pairs of two tokens, %,d occur.",
            size,
            size * size,
            counts.distinctPairs());
    assertThat(page.text("list-pairs")).startsWith(pairs);
    assertThat(page.text("names-list").split("\n", -1))
        .containsExactlyElementsOf(
            Lists.names(CountModel.fit(counts), 42, 20, "").stream().map(Lists::visible).toList());
  }

  @Test
  void itStartsWithTheNames() {
    page.open("");
    isShown(Lists.names());
    assertThat(page.value("list-text")).startsWith(Lists.firstItem(Lists.NAMES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"towns", "dinosaurs", "words"})
  void aListIsChosenByAButtonAndEverythingFollows(String list) {
    page.open("");
    page.clickOn("#list-choices [data-choice=" + list + "]");
    isShown(Lists.chosen(list));
    assertThat(page.address()).contains("list=" + list);
    assertThat(
            page.find("#list-choices [data-choice=" + list + "]").getDomAttribute("aria-pressed"))
        .isEqualTo("true");
    page.clickOn("#list-choices [data-choice=names]");
    isShown(Lists.names());
    assertThat(page.address()).doesNotContain("list=");
  }

  @Test
  void aTypedListIsReadAfterAPause() {
    page.open("#list&list=towns");
    page.element("list-text").sendKeys(Keys.chord(Keys.CONTROL, "a"), "ab\nabc");
    isShown(Lists.counts("ab\nabc"));
    page.element("list-text").sendKeys("\ncab");
    isShown(Lists.counts("ab\nabc\ncab"));
    assertThat(page.value("list-text")).isEqualTo("ab\nabc\ncab");
  }

  @Test
  void aLongListIsNotReplacedByItsBeginningWhenSomebodyTypes() {
    page.open("");
    page.element("list-text").sendKeys(Keys.chord(Keys.CONTROL, Keys.END), "zzz");
    page.script("return new Promise((done) => setTimeout(done, 1000))"); // read after 600 ms
    isShown(Lists.names());
  }

  @Test
  void aPastedListIsInTheAddressAndAnotherWindowShowsTheSame() {
    page.open("#names&seed=5");
    page.paste("list-text", MIXED);
    eventually(() -> assertThat(page.address()).contains("list=own", "z="));
    eventually(
        () -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.counts(MIXED))));
    assertThat(page.text("list-pairs")).endsWith(" 1 empty line left out.");
    String names = page.text("names-list");
    assertThat(names.split("\n", -1))
        .containsExactlyElementsOf(
            Lists.names(Lists.counts(MIXED), 5, 20).stream().map(Lists::visible).toList());

    page.openInNewWindow(page.address());
    eventually(
        () -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.counts(MIXED))));
    assertThat(page.value("list-text")).isEqualTo(MIXED);
    assertThat(page.text("names-list")).isEqualTo(names);
  }

  @Test
  void smoothingIsPutIntoTheModel() {
    page.open("");
    page.set("list-smoothing", "0.5");
    CountModel model = CountModel.fit(Lists.names(), 0.5);
    eventually(
        () ->
            assertThat(page.text("names-list"))
                .isEqualTo(String.join("\n", Lists.names(model, 42, 20, ""))));
    assertThat(page.address()).contains("smoothing=0.5");
  }

  @Test
  void theAddressOfAPageThatIsOpenMayChange() {
    page.open("#list&list=towns");
    page.script("location.hash = '#names&list=words&n=3'");
    eventually(
        () ->
            assertThat(page.text("names-list"))
                .isEqualTo(String.join("\n", Lists.names(Lists.chosen("words"), 42, 3))));
    assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.chosen("words")));
  }
}
