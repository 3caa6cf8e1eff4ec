package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Prediction;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.text.TextForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The scores of single texts, as people and as programs read them. */
public final class ScoreReport {

  private final Console console;
  private final Scorer scorer;
  private final TextForm form;
  private boolean begun;

  /**
   * Prints to {@code console}. The methods take a text as the user wrote it; it was scored after it
   * was brought into {@code form}.
   */
  public ScoreReport(Console console, Scorer scorer, TextForm form) {
    this.console = console;
    this.scorer = scorer;
    this.form = form;
  }

  /** Prints one line: the average, the total and the text, with tabs between. */
  public void line(String text, Score score) {
    StringBuilder line = new StringBuilder();
    SixDecimals.append(line, score.averageNll()).append('\t');
    SixDecimals.append(line, score.totalNll()).append('\t');
    console.out().print(line);
    console.item(text);
  }

  /** Prints the text alone, as the user wrote it, so that other programs can read it. */
  public void textOnly(String text) {
    console.item(text);
  }

  /** Prints a table of all pairs, and their total. The numbers come first, so that they line up. */
  public void explanation(String text, Score score) {
    if (begun) {
      console.line("");
    }
    begun = true;
    console.item(text);
    row("probability", "nll", "pair");
    scorer.explain(form.apply(text), this::explain);
    row("", SixDecimals.of(score.totalNll()), "total");
    row("", SixDecimals.of(score.averageNll()), "average of " + score.tokens());
  }

  private void explain(Prediction prediction) {
    double probability = prediction.probability();
    String pair = Labels.of(prediction.context()) + Labels.of(prediction.next());
    row(
        probability == 0 ? "0" : SixDecimals.of(probability),
        SixDecimals.of(prediction.nll()),
        prediction.known() ? pair : pair + "  (a character that the model does not know)");
  }

  private void row(String probability, String nll, String label) {
    console.line(String.format(Locale.ROOT, "%13s  %11s  %s", probability, nll, label));
  }

  /** Prints one JSON object on one line. */
  public void json(String text, Score score) {
    console.line(jsonLine(text, score, false, json -> {}));
  }

  /** Prints one JSON object on one line, with an array of all pairs. */
  public void jsonExplanation(String text, Score score) {
    console.line(jsonLine(text, score, true, json -> {}));
  }

  /** Prints one JSON object on one line, with {@code more} fields after the text. */
  void json(String text, Score score, boolean explain, Json.Fields more) {
    console.line(jsonLine(text, score, explain, more));
  }

  private String jsonLine(String text, Score score, boolean explain, Json.Fields more) {
    return Json.line(
        json -> {
          json.writeStringField("text", text);
          more.writeTo(json);
          json.writeNumberField("tokens", score.tokens());
          Json.number(json, "nll", score.averageNll());
          Json.number(json, "total", score.totalNll());
          json.writeNumberField("impossible", score.impossible());
          if (explain) {
            json.writeArrayFieldStart("bigrams");
            scorer.explain(form.apply(text), prediction -> writeTo(json, prediction));
            json.writeEndArray();
          }
        });
  }

  private static void writeTo(JsonGenerator json, Prediction prediction) {
    try {
      json.writeStartObject();
      json.writeStringField("context", prediction.context());
      json.writeStringField("next", prediction.next());
      json.writeBooleanField("known", prediction.known());
      Json.number(json, "probability", prediction.probability());
      Json.number(json, "nll", prediction.nll());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Json.line writes to memory
    }
  }
}
