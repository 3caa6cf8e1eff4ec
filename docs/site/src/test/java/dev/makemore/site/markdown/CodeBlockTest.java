package dev.makemore.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeBlockTest {

  @Test
  void whatIsTypedStandsOutFromWhatIsPrinted() {
    assertThat(CodeBlock.html("console", "$ echo '<a>'\n<a>\n"))
        .isEqualTo(
            """
            <pre class="console"><code><span class="prompt">$ </span>\
            <span class="typed">echo '&lt;a&gt;'</span>
            &lt;a&gt;
            </code></pre>""");
  }

  @Test
  void javaIsInColors() {
    assertThat(JavaColors.html("int a = 1; // ==> 1"))
        .isEqualTo(
            "<span class=\"keyword\">int</span> a = <span class=\"number\">1</span>; "
                + "<span class=\"result\">// ==&gt; 1</span>");
    assertThat(JavaColors.html("@Test String s = \"if \\\" // no\"; /* for */"))
        .isEqualTo(
            "<span class=\"annotation\">@Test</span> <span class=\"type\">String</span> s = "
                + "<span class=\"string\">&quot;if \\&quot; // no&quot;</span>; "
                + "<span class=\"comment\">/* for */</span>");
  }

  @Test
  void colorsChangeNoCharacter() {
    String code = "List<String> x = \"\"\"\n  a & b\n  \"\"\"; char c = '\\''; x->c";
    String text = JavaColors.html(code).replaceAll("</?span[^>]*>", "");
    assertThat(text)
        .isEqualTo(
            code.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
  }

  @Test
  void otherLanguagesAreShownAsTheyAre() {
    assertThat(CodeBlock.html("xml", "<a/>\n"))
        .isEqualTo("<pre class=\"text\"><code>&lt;a/&gt;\n</code></pre>");
  }
}
