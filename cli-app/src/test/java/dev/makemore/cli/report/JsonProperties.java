package dev.makemore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonProperties {

  @Property
  void anObjectReadsBackAsItWas(@ForAll String text, @ForAll double number) throws IOException {
    String line =
        Json.line(
            json -> {
              json.writeStringField("text", text);
              Json.number(json, "number", number);
            });
    assertThat(line).doesNotContain("\n");
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(parser.nextFieldName()).isEqualTo("text");
      assertThat(parser.nextTextValue()).isEqualTo(text);
      assertThat(parser.nextFieldName()).isEqualTo("number");
      parser.nextToken();
      assertThat(parser.getDoubleValue()).isEqualTo(number);
      assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
    }
  }
}
