package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.sampling.Condition;
import dev.makemore.sampling.Conditional;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import dev.makemore.sampling.TopK;
import dev.makemore.sampling.TopP;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Part 3: the names of the page are those of the libraries, and so those of the command. */
@ExtendWith(InBrowser.class)
class NamesPartTest {

  private final Page page;

  NamesPartTest(Page page) {
    this.page = page;
  }

  private List<String> shown() {
    return List.of(page.text("names-list").split("\n", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          names&seed=7&n=5 | -n 5 --seed 7
          names&temperature=0.5 | -n 20 --seed 42 --temperature 0.5
          names&top-k=3&n=1000&seed=-9 | -n 1000 --seed -9 --top-k 3
          names&top-p=0.8&n=9000 | -n 9000 --seed 42 --top-p 0.8
          names&max-length=4&seed=3 | -n 20 --seed 3 --max-length 4
          names&min-length=3&seed=3 | -n 20 --seed 3 --min-length 3
          names&suffix=ella&max-length=9 | -n 20 --seed 42 --max-length 9 --suffix ella
          names&prefix=an&suffix=na&min-length=3&temperature=2 | \
          -n 20 --seed 42 --temperature 2 --min-length 3 --prefix an --suffix na
          names&list=towns&prefix=ab&smoothing=1&n=40 | \
          -n 40 --seed 42 --prefix ab -i towns.txt --smoothing 1
          names&temperature=1.7&top-k=20&top-p=0.95&smoothing=0.25&seed=123456789012345678 | \
          -n 20 --seed 123456789012345678 --temperature 1.7 --top-k 20 --top-p 0.95 --smoothing 0.25
          """)
  void anAddressAndItsCommandMakeTheNamesOfTheLibraries(String address, String options) {
    page.open("#" + address);
    Map<String, String> given = CommandLine.options("generate", "makemore generate " + options);
    assertThat(CommandLine.options("generate", page.text("names-command"))).isEqualTo(given);
    assertThat(shown()).isEqualTo(made(given));
  }

  /** What the command makes: temperature first, then top-k, then top-p. */
  private static List<String> made(Map<String, String> options) {
    String file = options.getOrDefault("-i", "names.txt").replace(".txt", "");
    BigramCounts counts = file.equals("names") ? Lists.names() : Lists.chosen(file);
    LanguageModel model =
        CountModel.fit(counts, Double.parseDouble(options.getOrDefault("--smoothing", "0")));
    model = Temperature.of(model, Double.parseDouble(options.getOrDefault("--temperature", "1")));
    String k = options.getOrDefault("--top-k", Integer.toString(Integer.MAX_VALUE));
    model = TopK.of(model, Integer.parseInt(k));
    model = TopP.of(model, Double.parseDouble(options.getOrDefault("--top-p", "1")));
    String prefix = options.getOrDefault("--prefix", "");
    return Sampler.of(conditioned(model, options, prefix))
        .withPrefix(prefix)
        .samples(Long.parseLong(options.get("--seed")))
        .limit(Integer.parseInt(options.get("-n")))
        .map(Sample::text)
        .toList();
  }

  private static LanguageModel conditioned(
      LanguageModel model, Map<String, String> options, String prefix) {
    Condition condition =
        Condition.none()
            .withMinLength(Integer.parseInt(options.getOrDefault("--min-length", "0")))
            .withSuffix(options.getOrDefault("--suffix", ""));
    String most = options.getOrDefault("--max-length", "");
    condition = most.isEmpty() ? condition : condition.withMaxLength(Integer.parseInt(most));
    return condition.equals(Condition.none()) ? model : Conditional.of(model, condition, prefix);
  }

  @Test
  void anEndThatNoNameHasIsNamed() {
    page.open("#names&suffix=qqx");
    assertThat(page.text("names-problem")).contains("ends with 'qqx'");
    assertThat(page.text("names-list")).isEmpty();
    page.set("names-suffix", "x");
    eventually(() -> assertThat(shown()).hasSize(20).allMatch(name -> name.endsWith("x")));
    assertThat(page.text("names-problem")).isEmpty();
  }

  @Test
  void theDieSpellsTheFirstNamesOfTheSeed() {
    page.open("#names&seed=7");
    for (String name : Lists.names(Lists.names(), 7, 3)) {
      for (int letter = 1; letter <= name.length(); letter++) {
        page.click("names-throw");
        String spelled = "." + name.substring(0, letter);
        eventually(() -> assertThat(page.text("names-so-far")).isEqualTo(spelled));
      }
      page.click("names-throw");
      eventually(() -> assertThat(page.text("names-so-far")).isEqualTo("." + name + ". done"));
      page.click("names-throw");
      eventually(() -> assertThat(page.text("names-so-far")).isEqualTo("."));
    }
  }

  @Test
  void aLetterCanBeTakenBackAndANameLeftOut() {
    page.open("#names&seed=7");
    List<String> names = Lists.names(Lists.names(), 7, 2);
    page.click("names-throw");
    page.click("names-throw");
    page.click("names-back");
    eventually(() -> assertThat(page.text("names-so-far")).isEqualTo("." + names.get(0).charAt(0)));
    page.click("names-skip");
    page.click("names-throw");
    eventually(() -> assertThat(page.text("names-so-far")).isEqualTo("." + names.get(1).charAt(0)));
  }

  @Test
  void theTemperatureChangesTheRowAndTheNames() {
    page.open("#names&seed=7&n=30");
    String line = page.element("names-line").getDomAttribute("aria-label");
    String bars = (String) page.script("return document.getElementById('names-row').innerHTML");
    page.set("names-temperature", "0.4");
    LanguageModel cold = Temperature.of(CountModel.fit(Lists.names()), 0.4);
    eventually(() -> assertThat(shown()).isEqualTo(Lists.names(cold, 7, 30, "")));
    assertThat(page.element("names-line").getDomAttribute("aria-label")).isNotEqualTo(line);
    assertThat(page.script("return document.getElementById('names-row').innerHTML"))
        .isNotEqualTo(bars);
    assertThat(page.address()).contains("temperature=0.4");
    assertThat(page.text("names-temperature-value")).isEqualTo("0.4");
  }

  @Test
  void aHundredNamesAreMadeByAButton() {
    page.open("#names&n=5");
    page.click("names-hundred");
    eventually(() -> assertThat(shown()).isEqualTo(Lists.names(Lists.names(), 42, 100)));
    assertThat(page.value("names-n")).isEqualTo("100");
  }

  @Test
  void aPrefixWithACharacterThatTheListDoesNotHaveIsNamed() {
    page.open("#names&prefix=x%C3%9F");
    assertThat(page.text("names-problem")).contains("ß");
    assertThat(page.text("names-list")).isEmpty();
    page.set("names-prefix", "x");
    eventually(() -> assertThat(shown()).hasSize(20).allMatch(name -> name.startsWith("x")));
    assertThat(page.text("names-problem")).isEmpty();
  }

  @Test
  void settingsThatMakeNoSenseAreTheDefaultsAndAreShownAsThese() {
    page.open("#names&seed=x&n=-5&temperature=abc&top-k=0&top-p=7&smoothing=-1");
    assertThat(shown()).isEqualTo(Lists.names(Lists.names(), 42, 20));
    assertThat(page.text("names-command")).isEqualTo("makemore generate -n 20 --seed 42");
    assertThat(page.value("names-seed")).isEqualTo("42");
    assertThat(page.value("names-n")).isEqualTo("20");
    assertThat(page.value("names-temperature")).isEqualTo("1");
    assertThat(page.value("names-top-k")).isEmpty();
    assertThat(page.value("names-top-p")).isEqualTo("1");
    assertThat(page.value("list-smoothing")).isEqualTo("0");
  }
}
