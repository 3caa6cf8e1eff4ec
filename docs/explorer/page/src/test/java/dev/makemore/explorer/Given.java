package dev.makemore.explorer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a page holds, as a browser finds it. */
final class Given {

  static final String OPENING = "<script type=\"application/json\" id=\"given\">";
  static final String CLOSING = "</script>";

  /** A small page with a place for a list or a model. */
  static final String HTML =
      String.join(
          "\n",
          "<!doctype html>",
          "<title>A page</title>",
          "<script>run();</script>",
          OPENING + "null" + CLOSING,
          "<p>\u00e9</p>",
          "");

  private Given() {}

  /** The JSON in the element, which ends, for a browser, where the next end tag begins. */
  static String json(String html) {
    int start = html.indexOf(OPENING) + OPENING.length();
    return html.substring(start, html.indexOf("</", start));
  }

  /** The fields of a flat object, in their order, as Jackson reads them. */
  static Map<String, String> fields(String json) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      List<JsonToken> ends = List.of(JsonToken.END_OBJECT, JsonToken.NOT_AVAILABLE);
      parser.nextToken();
      while (!ends.contains(parser.nextToken())) {
        String name = parser.currentName();
        parser.nextToken();
        fields.put(name, parser.getText());
      }
      if (parser.nextToken() != null) {
        throw new IOException("there is more after the object");
      }
    }
    return fields;
  }
}
