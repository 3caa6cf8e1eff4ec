package dev.makemore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * A strict reader of comma-separated values by the grammar of RFC 4180, section 2, with two
 * differences: records end with a line feed alone, and TEXTDATA is any character of Unicode but the
 * four that the grammar names (line feed, carriage return, comma and quotation mark).
 */
public final class Rfc4180 {

  private final String text;
  private int at;

  private Rfc4180(String text) {
    this.text = text;
  }

  /** The records, each of as many fields as the first, in a text that ends with a line end. */
  public static List<List<String>> parsed(String text) {
    Rfc4180 reader = new Rfc4180(text);
    List<List<String>> records = new ArrayList<>();
    while (reader.at < text.length()) {
      records.add(reader.record());
      assertThat(records.get(records.size() - 1)).hasSameSizeAs(records.get(0));
    }
    return records;
  }

  private List<String> record() {
    List<String> fields = new ArrayList<>(List.of(field()));
    while (text.charAt(at) == ',') {
      at++;
      fields.add(field());
    }
    assertThat(text.charAt(at)).isEqualTo('\n');
    at++;
    return fields;
  }

  private String field() {
    return text.charAt(at) == '"' ? escaped() : nonEscaped();
  }

  private String escaped() {
    StringBuilder field = new StringBuilder();
    at++;
    while (text.charAt(at) != '"' || text.charAt(at + 1) == '"') {
      at += text.charAt(at) == '"' ? 1 : 0;
      field.append(text.charAt(at++));
    }
    at++;
    return field.toString();
  }

  private String nonEscaped() {
    int start = at;
    while (",\"\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    assertThat(text.charAt(at)).isIn(',', '\n');
    return text.substring(start, at);
  }
}
