package dev.makemore.cli.report;

import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.cli.table.Figures;
import dev.makemore.model.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * An evaluation of a model on the text that it learned from, beside one on text that was held out.
 *
 * @param model the description of the model
 * @param source the name of the text that both are parts of
 * @param vocabulary the number of tokens that the model knows, the boundary included
 * @param train the score on the part that it learned from
 * @param heldOut the score on the other part
 */
public record HoldoutReport(
    String model, String source, int vocabulary, Evaluation train, Evaluation heldOut) {

  /** The lines of a table for people. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format("%-14s %s", "model", ControlCharacters.visible(model)));
    lines.add(String.format("%-14s %s", "text", ControlCharacters.visible(source)));
    lines.add("");
    lines.add(row("", "train", "held out", ""));
    lines.add(whole("items", Evaluation::items, ""));
    lines.add(whole("predictions", Evaluation::tokens, ""));
    lines.add(decimal("average NLL", 6, Evaluation::averageNll, "nats per prediction"));
    lines.add(decimal("perplexity", 3, Evaluation::perplexity, "sides of a die"));
    lines.add(decimal("bits/character", 3, Evaluation::bitsPerCharacter, "ends not counted"));
    lines.add(whole("impossible", Evaluation::impossibleTokens, "predictions"));
    return lines;
  }

  private String whole(String label, ToLongFunction<Evaluation> figure, String unit) {
    return row(
        label,
        Figures.grouped(figure.applyAsLong(train)),
        Figures.grouped(figure.applyAsLong(heldOut)),
        unit);
  }

  private String decimal(
      String label, int digits, ToDoubleFunction<Evaluation> figure, String unit) {
    return row(
        label,
        Figures.rounded(figure.applyAsDouble(train), digits),
        Figures.rounded(figure.applyAsDouble(heldOut), digits),
        unit);
  }

  private static String row(String label, String train, String heldOut, String unit) {
    return String.format("%-14s %11s %11s  %s", label, train, heldOut, unit).stripTrailing();
  }

  /** Both evaluations as one JSON object on one line: {@code train} and {@code heldOut}. */
  public String json() {
    return Json.line(
        json -> {
          json.writeObjectFieldStart("train");
          EvaluationReport.fields(vocabulary, train).writeTo(json);
          json.writeEndObject();
          json.writeObjectFieldStart("heldOut");
          EvaluationReport.fields(vocabulary, heldOut).writeTo(json);
          json.writeEndObject();
        });
  }
}
