package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.explorer.ExplorerPage;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page with a model in it, as the command makes it. */
@ExtendWith(InBrowser.class)
class GivenModelTest {

  @TempDir Path folder;

  private final Page page;

  GivenModelTest(Page page) {
    this.page = page;
  }

  /** Opens a page with the file of a model, and compares the names. */
  private void open(LanguageModel model, String hash) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelFile.write(model, file);
    open(file.toString(StandardCharsets.UTF_8), hash);
    String names = String.join("\n", Lists.names(model, 42, 20, ""));
    eventually(() -> assertThat(page.text("names-list")).isEqualTo(names));
    assertThat(CommandLine.options("generate", page.text("names-command")))
        .containsEntry("-m", "my.model");
    double nll = Scorer.of(model).score("emma").averageNll();
    assertThat(page.text("surprise-nll")).isEqualTo(Lists.fixed(nll, 3));
  }

  private void open(String file, String hash) throws IOException {
    Path html = folder.resolve("given.html");
    Files.writeString(html, ExplorerPage.load().orElseThrow().withModel("my.model", file).html());
    page.open(html, hash);
  }

  @Test
  void aCountedModelIsShownWithItsCountsAndSmoothing() throws IOException {
    open(CountModel.fit(Lists.names(), 2), "");
    assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.names()));
    assertThat(page.find("#table-views [data-name=counts]").isEnabled()).isTrue();
    page.clickOn("#list-choices [data-choice=towns]");
    eventually(
        () -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.chosen("towns"))));
    page.clickOn("#list-choices [data-choice=given]");
    eventually(() -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.names())));
  }

  @Test
  void aNetIsShownAndThePartsSayWhatTheyDoNotKnow() throws IOException {
    open(BigramTrainer.create().withMaxSteps(50).train(Lists.names()).net(), "#train");
    assertThat(page.text("list-facts")).isEqualTo("A model of 26 characters");
    assertThat(page.text("list-pairs")).contains("not what it was trained on");
    assertThat(page.text("table-hint")).contains("no counts");
    assertThat(page.find("#table-views [data-name=counts]").isEnabled()).isFalse();
    assertThat(page.text("surprise-said")).contains("does not know the items");
    assertThat(page.text("train-nothing")).contains("trained elsewhere");
    assertThat(page.element("train-start").isDisplayed()).isFalse();
    assertThat(page.text("context-says")).contains("exactly the same distribution");
  }

  @Test
  void aFileThatIsNoModelIsExplained() throws IOException {
    open("# makemore model 9\nnonsense\n", "");
    eventually(() -> assertThat(page.text("list-problem")).contains("the model"));
    page.clickOn("#list-choices [data-choice=names]");
    eventually(() -> assertThat(page.text("list-facts")).isEqualTo(Lists.facts(Lists.names())));
  }
}
