package dev.makemore.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The list or model in a page of {@code makemore explore}. */
final class GivenText {

  private static final String OPENING = "<script type=\"application/json\" id=\"given\">";

  private GivenText() {}

  /** The JSON in the element, up to the next end tag. */
  static String json(String html) {
    int start = html.indexOf("\n" + OPENING) + 1 + OPENING.length();
    return html.substring(start, html.indexOf("</", start));
  }

  /** The fields of that JSON, an object of texts. */
  static Map<String, String> of(String html) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json(html))) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, parser.getText());
      }
    }
    return fields;
  }
}
