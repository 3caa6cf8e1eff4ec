package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part 4: a text costs what the libraries say. */
@ExtendWith(InBrowser.class)
class SurprisePartTest {

  private final Page page;

  SurprisePartTest(Page page) {
    this.page = page;
  }

  private void costs(LanguageModel model, String text) {
    double nll = Scorer.of(model).score(text).averageNll();
    boolean finite = nll < Double.POSITIVE_INFINITY;
    String shown = finite ? Lists.fixed(nll, 3) : "\u221E";
    eventually(() -> assertThat(page.text("surprise-nll")).isEqualTo(shown));
    assertThat(page.text("surprise-command-note"))
        .endsWith(" " + (finite ? Lists.fixed(nll, 6) : "Infinity"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"emma", "an", "elizabeth", "", "aaaaaaaaaaaaaaaa"})
  void theAverageIsThatOfTheLibraries(String text) {
    page.open("#surprise");
    page.set("surprise-text", text);
    costs(CountModel.fit(Lists.names()), text);
  }

  @Test
  void aPairThatNeverOccursCostsInfinityUntilThereIsSmoothing() {
    String text = "xq";
    CountModel counted = CountModel.fit(Lists.names());
    assertThat(Scorer.of(counted).score(text).impossible()).isPositive();
    page.open("#surprise&text=" + text);
    costs(counted, text);
    page.clickOn("#surprise-advice button");
    costs(CountModel.fit(Lists.names(), 1), text);
    assertThat(page.address()).contains("smoothing=1");
    page.clickOn("#surprise-advice button");
    costs(counted, text);
  }

  @Test
  void aCharacterThatIsNotInTheVocabularyIsNamed() {
    page.open("#surprise&smoothing=1");
    page.set("surprise-text", "a\u00DFb");
    eventually(() -> assertThat(page.text("surprise-nll")).isEqualTo("\u221E"));
    assertThat(page.text("surprise-advice")).contains("\u00DF", "not in the vocabulary");
  }

  @Test
  void theShareOfItemsThatSurpriseLessIsCounted() {
    Scorer scorer = Scorer.of(CountModel.fit(Lists.chosen("towns")));
    double nll = scorer.score("leeds").averageNll();
    long less = Lists.text("towns").lines().filter(t -> scorer.score(t).averageNll() < nll).count();
    long all = Lists.text("towns").lines().count();
    assertThat(less).isStrictlyBetween(all / 100, all - all / 100); // no digits are shown
    page.open("#surprise&list=towns&text=leeds");
    eventually(
        () ->
            assertThat(page.text("surprise-said"))
                .isEqualTo(
                    "More surprising than %s %% of the items."
                        .formatted(Lists.fixed(100.0 * less / all, 0))));
  }

  @Test
  void theCommandHasTheTextAsOneArgument() {
    page.open("#surprise&text=it's%20%24(x)");
    assertThat(CommandLine.words(page.text("surprise-command")))
        .isEqualTo(List.of("makemore", "score", "--smoothing", "0", "it's $(x)"));
  }
}
