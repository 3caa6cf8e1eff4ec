package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Prediction;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.text.TextForm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scores of some texts, as people and as programs read them. They are written to memory, so
 * that each thread can write a report of its own.
 */
public final class ScoreReport {

  /** What is said of a text. */
  public enum Style {
    /** One line: the average, the total and the text, with tabs between. */
    LINE,
    /** The text alone, as the user wrote it, so that other programs can read it. */
    TEXT_ONLY,
    /**
     * A table of all pairs, and their total, with an empty line before it. The numbers come first,
     * so that they line up.
     */
    EXPLANATION,
    /** One JSON object on one line. */
    JSON,
    /** One JSON object on one line, with an array of all pairs. */
    JSON_EXPLANATION
  }

  // Names that have been checked for characters to be escaped, once and not a million times.
  private static final SerializedString TEXT = new SerializedString("text");
  private static final SerializedString TOKENS = new SerializedString("tokens");
  private static final SerializedString NLL = new SerializedString("nll");
  private static final SerializedString TOTAL = new SerializedString("total");
  private static final SerializedString IMPOSSIBLE = new SerializedString("impossible");

  private final Scorer scorer;
  private final TextForm form;
  private final Style style;
  private final boolean terminal;
  private final StringBuilder out = new StringBuilder();
  private final @Nullable JsonGenerator generator; // for JSON only
  private byte[] bytes = {}; // of out, after the end

  /**
   * An empty report.
   *
   * @param scorer explains a text
   * @param form the form into which texts are brought before they are explained
   * @param terminal whether control characters in the texts are to be made visible
   */
  public ScoreReport(Scorer scorer, TextForm form, Style style, boolean terminal) {
    this.scorer = scorer;
    this.form = form;
    this.style = style;
    this.terminal = terminal;
    boolean isJson = style == Style.JSON || style == Style.JSON_EXPLANATION;
    this.generator = isJson ? Json.generator(out) : null;
  }

  /** Adds a text as the user wrote it, and its score. */
  public void append(String text, Score score) {
    append(text, score, json -> {});
  }

  /** Adds a text and its score; in JSON, with {@code more} fields after the text. */
  void append(String text, Score score, Json.Fields more) {
    switch (style) {
      case LINE -> line(text, score);
      case TEXT_ONLY -> item(text);
      case EXPLANATION -> explanation(text, score);
      case JSON, JSON_EXPLANATION -> json(text, score, more);
    }
  }

  /** Adds a line to the table of an explanation. */
  void remark(String label) {
    row("", "", label);
  }

  private void line(String text, Score score) {
    SixDecimals.append(out, score.averageNll()).append('\t');
    SixDecimals.append(out, score.totalNll()).append('\t');
    item(text);
  }

  private void item(String text) {
    out.append(terminal ? ControlCharacters.visible(text) : text).append('\n');
  }

  private void explanation(String text, Score score) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    item(text);
    row("probability", "nll", "pair");
    scorer.explain(form.apply(text), this::row);
    row("", SixDecimals.of(score.totalNll()), "total");
    row("", SixDecimals.of(score.averageNll()), "average of " + score.tokens());
  }

  private void row(Prediction prediction) {
    double probability = prediction.probability();
    String pair = Labels.of(prediction.context()) + Labels.of(prediction.next());
    row(
        probability == 0 ? "0" : SixDecimals.of(probability),
        SixDecimals.of(prediction.nll()),
        prediction.known() ? pair : pair + "  (a character that the model does not know)");
  }

  private void row(String probability, String nll, String label) {
    out.append(String.format(Locale.ROOT, "%13s  %11s  %s\n", probability, nll, label));
  }

  private void json(String text, Score score, Json.Fields more) {
    try {
      JsonGenerator json = Objects.requireNonNull(generator);
      json.writeStartObject();
      json.writeFieldName(TEXT);
      json.writeString(text);
      more.writeTo(json);
      json.writeFieldName(TOKENS);
      json.writeNumber(score.tokens());
      json.writeFieldName(NLL);
      Json.number(json, score.averageNll());
      json.writeFieldName(TOTAL);
      Json.number(json, score.totalNll());
      json.writeFieldName(IMPOSSIBLE);
      json.writeNumber(score.impossible());
      if (style == Style.JSON_EXPLANATION) {
        json.writeArrayFieldStart("bigrams");
        scorer.explain(form.apply(text), prediction -> json(json, prediction));
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it writes to memory
    }
  }

  private static void json(JsonGenerator json, Prediction prediction) {
    try {
      json.writeStartObject();
      json.writeStringField("context", prediction.context());
      json.writeStringField("next", prediction.next());
      json.writeBooleanField("known", prediction.known());
      Json.number(json, "probability", prediction.probability());
      Json.number(json, "nll", prediction.nll());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Completes the report and encodes it. Nothing can be added after that. */
  public ScoreReport end() {
    if (generator != null) {
      try {
        generator.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e); // it writes to memory
      }
    }
    bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Whether there is nothing in it. To be called after {@link #end}. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Writes it in UTF-8. To be called after {@link #end}. */
  public void writeTo(OutputStream target) throws IOException {
    target.write(bytes);
  }
}
