package dev.makemore.site.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.makemore.site.html.HtmlFile.Element;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlFileTest {

  @Test
  void elementsHaveTheirAttributes() {
    assertThat(
            HtmlFile.parse("<p><A HREF='x?a&amp;b' hidden>y</A> <img alt=z src=\"1>2\"/>")
                .elements())
        .containsExactly(
            new Element("p", Map.of()),
            new Element("a", Map.of("href", "x?a&b", "hidden", "")),
            new Element("img", Map.of("alt", "z", "src", "1>2")));
  }

  @Test
  void commentsAndScriptsHoldNoElements() {
    HtmlFile file =
        HtmlFile.parse("<!-- <a> --><script>'<b>'</script><style>a{}</style><i>1 < 2</i>");
    assertThat(file.elements()).extracting(Element::name).containsExactly("script", "style", "i");
    assertThat(file.css()).isEqualTo("a{}");
  }

  @Test
  void aTemplateIsFilledOnce() {
    assertThat(Template.of("a {{x}} {{y}}").fill(Map.of("x", "{{y}} $1", "y", "2")))
        .isEqualTo("a {{y}} $1 2");
  }

  @Test
  void aTemplateAsksForEachOfItsValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.of("{{x}}").fill(Map.of()))
        .withMessage("no value for {{x}}");
  }
}
