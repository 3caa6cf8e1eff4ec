package dev.makemore.site.markdown;

import dev.makemore.site.html.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Colors for Java code: a {@code span} around each comment, string, keyword, number, annotation and
 * name of a type. It looks at one word at a time, which is enough for reading.
 */
final class JavaColors {

  /** The class of a span is the name of the group. What a value is, after ==>, stands out. */
  private static final Pattern WORD =
      Pattern.compile(
          """
          (?<result>//\\ ==>[^\\n]*)
          |(?<comment>//[^\\n]*|/\\*(?s:.*?)\\*/)
          |(?<string>\"{3}(?s:.*?)\"{3}|"(?:\\\\.|[^"\\\\\\n])*"|'(?:\\\\.|[^'\\\\\\n])*')
          |(?<annotation>@\\w+)
          |(?<number>\\b\\d[\\w.]*)
          |(?<type>\\b[A-Z]\\w*)
          |\\b(?<keyword>abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do
            |double|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int
            |interface|long|module|native|new|null|package|permits|private|protected|public|record
            |requires|return|sealed|short|static|super|switch|synchronized|this|throw|throws|true
            |false|try|var|void|volatile|while|yield)\\b
          """,
          Pattern.COMMENTS);

  private static final String[] GROUPS = {
    "result", "comment", "string", "annotation", "number", "type", "keyword"
  };

  private JavaColors() {}

  static String html(String code) {
    StringBuilder html = new StringBuilder();
    Matcher matcher = WORD.matcher(code);
    int end = 0;
    while (matcher.find()) {
      html.append(Html.escape(code.substring(end, matcher.start())));
      html.append("<span class=\"").append(group(matcher)).append("\">");
      html.append(Html.escape(matcher.group())).append("</span>");
      end = matcher.end();
    }
    return html.append(Html.escape(code.substring(end))).toString();
  }

  private static String group(Matcher matcher) {
    for (String group : GROUPS) {
      if (matcher.group(group) != null) {
        return group;
      }
    }
    throw new IllegalStateException("no group of " + matcher.pattern() + " matched");
  }
}
