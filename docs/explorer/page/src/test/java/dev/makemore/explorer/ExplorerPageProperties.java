package dev.makemore.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is put into a page stays what it is, and stays where it is. */
class ExplorerPageProperties {

  /** Any text, often made of pieces that mean something to a browser, to JSON or to UTF-16. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "</script>",
            "<!--",
            "<script>",
            "-->",
            "]]>",
            "&lt;",
            "\"",
            "\\",
            "\\u",
            "\r",
            "\n",
            "\0",
            "\u2028",
            "\u2029",
            "\u202E",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "null",
            "${x}",
            "%s");
    Arbitrary<String> mixed = Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(3));
    return Arbitraries.oneOf(
        Arbitraries.strings().all(), mixed.list().ofMaxSize(12).map(list -> String.join("", list)));
  }

  @Property
  void aTextIsOneLineWithoutTagsAndComesBackAsItWas(
      @ForAll("texts") String name, @ForAll("texts") String text) throws Exception {
    String html = ExplorerPage.of(Given.HTML).withList(name, text).html();
    String json = Given.json(html);
    assertThat(json).matches("[^<>&'\\p{Cntrl}\u2028\u2029]*"); // so it is a single line, too
    assertThat(Given.fields(json)).isEqualTo(Map.of("kind", "list", "name", name, "text", text));
    assertThat(html).isEqualTo(Given.HTML.replace(">null<", ">" + json + "<"));
  }

  @Property
  void aPageIsTheSameAfterItWasSavedAsUtf8(@ForAll("texts") String text) {
    String html = ExplorerPage.of(Given.HTML).withModel("model", text).html();
    byte[] saved = html.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(saved, StandardCharsets.UTF_8)).isEqualTo(html);
  }
}
