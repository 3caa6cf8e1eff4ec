package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Distribution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Part 7: texts with the same last letter have the same distribution. */
@ExtendWith(InBrowser.class)
class ContextPartTest {

  private final Page page;

  ContextPartTest(Page page) {
    this.page = page;
  }

  private String bars(int side) {
    return (String)
        page.script(
            "const bars = document.querySelectorAll('#context-texts svg.bars')[arguments[0]];"
                + "return bars.innerHTML + bars.getAttribute('aria-label').replace(/^.*:/, '')",
            side);
  }

  private void type(int side, String text) {
    page.script(
        "const field = document.querySelectorAll('#context-texts input')[arguments[0]];"
            + "field.value = arguments[1];"
            + "field.dispatchEvent(new Event('input', {bubbles: true}))",
        side,
        text);
  }

  @Test
  void textsWithOneLastLetterHaveOneDistribution() {
    page.open("#context");
    assertThat(
            page.script(
                "return [...document.querySelectorAll('#context-texts input')].map((i) => i.value)"))
        .isEqualTo(List.of("emm", "xqem"));
    assertThat(page.text("context-says")).contains("exactly the same distribution");
    assertThat(bars(0)).isEqualTo(bars(1)).contains("<rect");
    type(0, "zzzzm");
    eventually(() -> assertThat(bars(0)).isEqualTo(bars(1)));
    eventually(() -> assertThat(page.address()).contains("first=zzzzm"));
  }

  @Test
  void textsWithOtherLastLettersDifferByTheTotalVariation() {
    CountModel model = CountModel.fit(Lists.names());
    Distribution a = model.next(model.vocabulary().encode("a"));
    Distribution m = model.next(model.vocabulary().encode("m"));
    double variation =
        IntStream.range(0, a.size())
                .mapToDouble(t -> Math.abs(a.probability(t) - m.probability(t)))
                .sum()
            / 2;
    page.open("#context");
    type(0, "emma");
    eventually(
        () ->
            assertThat(page.text("context-says"))
                .contains("is " + Lists.probability(variation) + ":"));
    assertThat(bars(0)).isNotEqualTo(bars(1));
  }

  @Test
  void aCharacterThatTheModelDoesNotKnowIsNamed() {
    page.open("#context");
    type(1, "a\u00DF");
    eventually(() -> assertThat(page.text("context-problem-second")).contains("\u00DF"));
    type(1, "");
    eventually(() -> assertThat(page.text("context-problem-second")).isEmpty());
  }
}
