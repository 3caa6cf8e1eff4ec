package dev.makemore.site.markdown;

import dev.makemore.site.flowchart.Flowchart;
import dev.makemore.site.html.Html;
import java.util.stream.Collectors;

/** A fenced code block as HTML. Its language says how it is shown. */
public final class CodeBlock {

  private static final String PROMPT = "$ ";

  private CodeBlock() {}

  /**
   * The HTML of a block.
   *
   * @param language what stands behind the opening fence, empty if nothing does
   * @param code its lines, each with its line end
   * @throws IllegalArgumentException if it is a formula or a flow chart that can't be drawn
   */
  public static String html(String language, String code) {
    return switch (language) {
      case "math" -> Formula.mathMl(code);
      case "mermaid" -> Flowchart.parse(code).svg();
      case "java" -> pre("java", JavaColors.html(code));
      case "console" -> pre("console", console(code));
      default -> pre("text", Html.escape(code));
    };
  }

  private static String pre(String kind, String html) {
    return "<pre class=\"%s\"><code>%s</code></pre>".formatted(kind, html);
  }

  /** What is typed stands out from what is printed. */
  private static String console(String code) {
    return code.lines().map(CodeBlock::consoleLine).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String consoleLine(String line) {
    if (!line.startsWith(PROMPT)) {
      return Html.escape(line);
    }
    return "<span class=\"prompt\">%s</span><span class=\"typed\">%s</span>"
        .formatted(PROMPT, Html.escape(line.substring(PROMPT.length())));
  }
}
