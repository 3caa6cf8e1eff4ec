package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Part 2: the table shows the counts, probabilities and costs of the libraries. */
@ExtendWith(InBrowser.class)
class TablePartTest {

  private final Page page;
  private final BigramCounts names = Lists.names();
  private final CountModel model = CountModel.fit(names);

  TablePartTest(Page page) {
    this.page = page;
  }

  /** What is said of a pair, by the tokens. */
  private void shows(int before, int after) {
    double p = model.next(before).probability(after);
    double cost = model.next(before).negativeLogLikelihood(after);
    String facts =
        String.format(
            Locale.ROOT,
            "Count%,d of %,dP%s\u2212ln P%s nats",
            names.count(before, after),
            names.rowTotal(before),
            Lists.probability(p),
            cost == Double.POSITIVE_INFINITY ? "\u221E" : Lists.fixed(cost, 3));
    eventually(() -> assertThat(page.text("table-facts")).isEqualTo(facts));
    assertThat(page.text("table-pair"))
        .isEqualTo(
            (before == 0 ? "the start" : letter(before))
                + " \u2192 "
                + (after == 0 ? "the end" : letter(after)));
  }

  private String letter(int token) {
    return token == 0 ? "." : Character.toString(names.vocabulary().codePoint(token));
  }

  private void press(Keys... keys) {
    page.element("table-map").sendKeys(keys);
  }

  @Test
  void theArrowKeysGoFromPairToPair() {
    page.open("#table&pair=0-0"); // the boundary after the boundary
    shows(0, 0);
    press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_RIGHT);
    shows(2, 1);
    press(Keys.ARROW_UP, Keys.ARROW_LEFT);
    shows(1, 0);
    press(Keys.ARROW_LEFT);
    shows(1, 0);
    press(Keys.END);
    shows(1, names.vocabulary().size() - 1);
    press(Keys.PAGE_DOWN, Keys.HOME);
    shows(11, 0);
    press(Keys.ARROW_RIGHT);
    shows(11, 1);
    eventually(
        () ->
            assertThat(page.address())
                .contains("pair=" + letter(11).codePointAt(0) + "-" + letter(1).codePointAt(0)));
  }

  @Test
  void everyRowCanBeChosenFromAList() {
    page.open("#table");
    for (int token = 0; token < names.vocabulary().size(); token++) {
      page.set("table-before", token);
      page.set("table-after", (token + 5) % names.vocabulary().size());
      shows(token, (token + 5) % names.vocabulary().size());
    }
  }

  private List<List<String>> html() {
    List<?> rows =
        (List<?>)
            page.script(
                "return [...document.querySelectorAll('#table-html tr')].map((row) =>"
                    + " [...row.cells].map((cell) => cell.textContent))");
    return rows.stream()
        .map(row -> ((List<?>) row).stream().map(Object::toString).toList())
        .toList();
  }

  private List<List<String>> expected(int[] order, boolean counts) {
    Stream<String> head = IntStream.of(order).mapToObj(this::letter);
    return Stream.concat(
            Stream.of(Stream.concat(Stream.of("before \\ after"), head).toList()),
            IntStream.of(order).mapToObj(before -> row(before, order, counts)))
        .toList();
  }

  private List<String> row(int before, int[] order, boolean counts) {
    Stream<String> cells =
        IntStream.of(order)
            .mapToObj(
                after ->
                    counts
                        ? String.format(Locale.ROOT, "%,d", names.count(before, after))
                        : Lists.probability(model.next(before).probability(after)));
    return Stream.concat(Stream.of(letter(before)), cells).toList();
  }

  @Test
  void theTableAsTextHasAllNumbersInBothOrders() {
    int[] byLetter = IntStream.range(0, names.vocabulary().size()).toArray();
    page.open("#table");
    page.clickOn("#table-details summary");
    eventually(() -> assertThat(html()).isEqualTo(expected(byLetter, true)));
    Object picture = page.script("return document.getElementById('table-map').toDataURL()");

    page.clickOn("#table-views [data-name=probabilities]");
    eventually(() -> assertThat(html()).isEqualTo(expected(byLetter, false)));
    Object other = page.script("return document.getElementById('table-map').toDataURL()");
    assertThat(other).as("the picture").isNotEqualTo(picture);

    page.clickOn("#table-orders [data-name=frequency]");
    int[] byFrequency =
        IntStream.of(byLetter)
            .boxed()
            .sorted(Comparator.comparing(token -> -names.rowTotal(token)))
            .mapToInt(Integer::intValue)
            .toArray();
    eventually(() -> assertThat(html()).isEqualTo(expected(byFrequency, false)));
    assertThat(page.address()).contains("view=probabilities", "order=frequency");
  }

  @Test
  void thereIsNothingToCompareBeforeANetIsTrained() {
    page.open("#table&view=difference");
    assertThat(page.find("#table-views [data-name=difference]").isEnabled()).isFalse();
    assertThat(page.find("#table-views [data-name=probabilities]").getDomAttribute("aria-pressed"))
        .isEqualTo("true");
  }
}
