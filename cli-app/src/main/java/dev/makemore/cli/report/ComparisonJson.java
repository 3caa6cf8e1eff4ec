package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.report.ComparisonReport.Side;
import dev.makemore.cli.table.Comparison;
import dev.makemore.cli.table.Comparison.ContextDifference;
import dev.makemore.cli.table.Comparison.PairDifference;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A comparison of two models as one JSON object. The boundary is the empty string. */
public final class ComparisonJson {

  private final JsonGenerator json;
  private final ComparisonReport report;
  private final Comparison comparison;

  private ComparisonJson(JsonGenerator json, ComparisonReport report) {
    this.json = json;
    this.report = report;
    this.comparison = report.comparison();
  }

  /** Prints the object, with all contexts and at most {@code top} pairs. */
  public static void write(Console console, ComparisonReport report, int top) {
    Json.print(console, json -> new ComparisonJson(json, report).write(top));
  }

  private void write(int top) throws IOException {
    write("a", report.a());
    write("b", report.b());
    write("onlyA", comparison.onlyA());
    write("onlyB", comparison.onlyB());
    json.writeStringField("scored", report.scored());
    Json.number(json, "coverage", comparison.coverage());
    json.writeObjectFieldStart("mean");
    figures(value -> comparison.mean(value));
    json.writeEndObject();
    json.writeObjectFieldStart("largest");
    figures(value -> value.applyAsDouble(comparison.largest(value)));
    Json.number(json, "difference", largestDifference());
    json.writeEndObject();
    json.writeArrayFieldStart("contexts");
    for (ContextDifference context : comparison.contexts()) {
      write(context);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("pairs");
    for (PairDifference pair : comparison.pairs().stream().limit(top).toList()) {
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
    double of(ToDoubleFunction<ContextDifference> value);
  }

  private void figures(Figure figure) throws IOException {
    Json.number(json, "totalVariation", figure.of(context -> context.ab().totalVariation()));
    Json.number(json, "klAB", figure.of(context -> context.ab().kl()));
    Json.number(json, "klBA", figure.of(ContextDifference::klBa));
  }

  private double largestDifference() {
    ToDoubleFunction<ContextDifference> difference = context -> context.ab().largestDifference();
    return difference.applyAsDouble(comparison.largest(difference));
  }

  private void write(ContextDifference context) throws IOException {
    json.writeStartObject();
    json.writeStringField("context", text(context.context()));
    json.writeNumberField("count", context.weight());
    Json.number(json, "totalVariation", context.ab().totalVariation());
    Json.number(json, "klAB", context.ab().kl());
    Json.number(json, "klBA", context.klBa());
    Json.number(json, "difference", context.ab().largestDifference());
    json.writeStringField("next", text(context.ab().token()));
    json.writeEndObject();
  }

  private void write(PairDifference pair) throws IOException {
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

  private String text(List<Integer> context) {
    return ModelJson.text(comparison.vocabulary(), context);
  }
}
