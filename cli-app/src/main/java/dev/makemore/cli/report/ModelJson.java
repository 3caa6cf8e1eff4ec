package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * A model as one JSON object. It is sparse: for each context it has the tokens that the model lists
 * with their probabilities, and the one probability that each other token has. The boundary is the
 * empty string.
 */
public final class ModelJson {

  private ModelJson() {}

  /** The fields of the object, with all contexts or with a single one. */
  public static Json.Fields fields(String name, LanguageModel model, OptionalInt context) {
    return json -> writeTo(json, name, model, context);
  }

  private static void writeTo(
      JsonGenerator json, String name, LanguageModel model, OptionalInt context)
      throws IOException {
    int size = model.vocabulary().size();
    json.writeStringField("model", name);
    json.writeStringField("kind", ModelFile.kindOf(model).name());
    if (model instanceof CountModel count) {
      Json.number(json, "smoothing", count.smoothing());
    }
    json.writeArrayFieldStart("vocabulary");
    for (int token = 0; token < size; token++) {
      json.writeString(text(model.vocabulary(), token));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("contexts");
    for (int c = context.orElse(0); c <= context.orElse(size - 1); c++) {
      writeContext(json, model, c);
    }
    json.writeEndArray();
  }

  private static void writeContext(JsonGenerator json, LanguageModel model, int context)
      throws IOException {
    ListedRow row = ListedRow.of(model, context);
    json.writeStartObject();
    json.writeStringField("context", text(model.vocabulary(), context));
    json.writeObjectFieldStart("probabilities");
    for (int next : row.tokens()) {
      Json.number(json, text(model.vocabulary(), next), row.row().probability(next));
    }
    json.writeEndObject();
    Json.number(json, "other", row.other());
    if (model instanceof CountModel count) {
      json.writeObjectFieldStart("counts");
      for (BigramCounts.Bigram pair : count.counts().row(context)) {
        json.writeNumberField(text(model.vocabulary(), pair.next()), pair.count());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The token as a program reads it: its character, or the empty string for the boundary. */
  static String text(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? "" : vocabulary.text(token);
  }
}
