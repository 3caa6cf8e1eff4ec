package dev.makemore.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExplorerPageTest {

  private static final String ELEMENT = Given.OPENING + "null" + Given.CLOSING;

  private final ExplorerPage page = ExplorerPage.of(Given.HTML);

  @Test
  void withoutAnythingItIsTheFile() {
    assertThat(page.html()).isEqualTo(Given.HTML);
  }

  @Test
  void aListIsPutInTheLineForIt() {
    String given = "{\"kind\":\"list\",\"name\":\"two.txt\",\"text\":\"an\\nab\\n\"}";
    assertThat(page.withList("two.txt", "an\nab\n").html())
        .isEqualTo(Given.HTML.replace(">null<", ">" + given + "<"));
  }

  @Test
  void aModelIsPutThereToo() {
    String given = "{\"kind\":\"model\",\"name\":\"m\",\"text\":\"# makemore model 1\\n\"}";
    assertThat(page.withModel("m", "# makemore model 1\n").html())
        .isEqualTo(Given.HTML.replace(">null<", ">" + given + "<"));
  }

  @Test
  void theLastThatIsPutInCounts() {
    assertThat(page.withList("a", "b").withModel("c", "d").html())
        .isEqualTo(page.withModel("c", "d").html());
  }

  @Test
  void whatMeansSomethingToABrowserIsEscaped() {
    assertThat(
            Given.json(page.withList("</script>", "<!--&\"'\\\u2028\u202e\u007f\t\ud83d").html()))
        .isEqualTo(
            "{\"kind\":\"list\",\"name\":\"\\u003C/script\\u003E\",\"text\":"
                + "\"\\u003C!--\\u0026\\u0022\\u0027\\u005C\\u2028\\u202E\\u007F\\u0009\\uD83D\"}");
  }

  @Test
  void lettersOfAnyScriptAndEmojiStayAsTheyAre() {
    String text = "\u00e9\u4e2d\u05d0\u0928\u094d\u200d\ud83d\ude00";
    assertThat(page.withList("a", text).html()).contains("\"text\":\"" + text + "\"");
  }

  @Test
  void aTextMayHaveFourMillionBytesAndNotOneMore() {
    String most = "\u00e9".repeat(ExplorerPage.MOST_BYTES / 2);
    assertThat(page.withList("a", most).html()).contains(most);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> page.withModel("a", most + "e"))
        .withMessage("the text must have at most 4000000 bytes, had 4000001");
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> page.withList(null, "a"));
    assertThatNullPointerException().isThrownBy(() -> page.withModel("a", null));
  }

  @Test
  void aPageWithoutItsOneLineIsRefused() {
    for (String html :
        new String[] {
          "", "<p>\n", Given.HTML + ELEMENT + "\n", Given.HTML.replace("\n<script ", " <script ")
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ExplorerPage.of(html))
          .withMessage("exactly one line of the page must be " + ELEMENT);
    }
  }

  @Test
  void thePageOfThisBuildIsTheFileThatWasBuilt() throws Exception {
    Path file = Path.of("target", "classes", "dev", "makemore", "explorer", "explorer.html");
    if (Files.exists(file)) {
      assertThat(ExplorerPage.load().map(ExplorerPage::html)).contains(Files.readString(file));
    } else {
      assertThat(ExplorerPage.load()).isEmpty();
    }
  }
}
