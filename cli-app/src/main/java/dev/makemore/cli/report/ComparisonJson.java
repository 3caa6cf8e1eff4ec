package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.report.ComparisonReport.Side;
import dev.makemore.cli.table.Comparison;
import dev.makemore.cli.table.Comparison.Difference;
import dev.makemore.cli.table.Comparison.Row;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A comparison as one JSON object. The boundary is the empty string. */
public final class ComparisonJson {

  private final JsonGenerator json;
  private final ComparisonReport report;
  private final Comparison comparison;

  private ComparisonJson(JsonGenerator json, ComparisonReport report) {
    this.json = json;
    this.report = report;
    this.comparison = report.comparison();
  }

  /** Prints the object, with {@code top} pairs at most, and all contexts. */
  public static void write(Console console, ComparisonReport report, int top) {
    Json.print(console, json -> new ComparisonJson(json, report).write(top));
  }

  private void write(int top) throws IOException {
    write("a", report.a());
    write("b", report.b());
    write("onlyA", comparison.onlyA());
    write("onlyB", comparison.onlyB());
    json.writeStringField("scored", report.scored());
    Json.number(json, "coverage", comparison.coverage(report.counts()));
    json.writeObjectFieldStart("mean");
    figures(value -> comparison.mean(value, report.counts()));
    json.writeEndObject();
    json.writeObjectFieldStart("largest");
    figures(value -> value.applyAsDouble(comparison.largest(value)));
    Json.number(json, "difference", largestDifference());
    json.writeEndObject();
    json.writeArrayFieldStart("contexts");
    for (Row row : comparison.rows()) {
      write(row);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pairs");
    for (Difference pair : comparison.pairs().stream().limit(top).toList()) {
      write(pair);
    }
    json.writeEndArray();
  }

  private void write(String name, Side side) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("model", side.name());
    json.writeStringField("kind", ModelFile.kindOf(side.model()).name());
    json.writeNumberField("vocabulary", side.model().vocabulary().size());
    Json.number(json, "nll", side.evaluation().averageNll());
    json.writeNumberField("impossible", side.evaluation().impossibleTokens());
    json.writeEndObject();
  }

  private void write(String name, List<Integer> tokens) throws IOException {
    json.writeArrayFieldStart(name);
    for (int token : tokens) {
      json.writeString(text(token));
    }
    json.writeEndArray();
  }

  private interface Figure {
    double of(ToDoubleFunction<Row> value);
  }

  private void figures(Figure figure) throws IOException {
    Json.number(json, "totalVariation", figure.of(row -> row.ab().totalVariation()));
    Json.number(json, "klAB", figure.of(row -> row.ab().kl()));
    Json.number(json, "klBA", figure.of(Row::klBa));
  }

  private double largestDifference() {
    ToDoubleFunction<Row> difference = row -> row.ab().largestDifference();
    return difference.applyAsDouble(comparison.largest(difference));
  }

  private void write(Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("context", text(row.context()));
    json.writeNumberField("count", comparison.weight(row, report.counts()));
    Json.number(json, "totalVariation", row.ab().totalVariation());
    Json.number(json, "klAB", row.ab().kl());
    Json.number(json, "klBA", row.klBa());
    Json.number(json, "difference", row.ab().largestDifference());
    json.writeStringField("next", text(row.ab().token()));
    json.writeEndObject();
  }

  private void write(Difference pair) throws IOException {
    json.writeStartObject();
    json.writeStringField("context", text(pair.context()));
    json.writeStringField("next", text(pair.next()));
    Json.number(json, "a", pair.a());
    Json.number(json, "b", pair.b());
    json.writeEndObject();
  }

  private String text(int token) {
    return ModelJson.text(comparison.vocabulary(), token);
  }
}
