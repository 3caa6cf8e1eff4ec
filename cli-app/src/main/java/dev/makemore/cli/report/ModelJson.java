package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.ModelFile;
import dev.makemore.ngram.NgramModel;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model as one JSON object. It is sparse: for each context it has the tokens that the model lists
 * with their probabilities, and the one probability that each other token has. The boundary is the
 * empty string.
 */
public final class ModelJson {

  private ModelJson() {}

  /** The fields of the object, with the rows of {@code contexts}. */
  public static Json.Fields fields(
      String name, LanguageModel model, Stream<List<Integer>> contexts) {
    return json -> writeTo(json, name, model, contexts);
  }

  private static void writeTo(
      JsonGenerator json, String name, LanguageModel model, Stream<List<Integer>> contexts)
      throws IOException {
    int size = model.vocabulary().size();
    json.writeStringField("model", name);
    json.writeStringField("kind", ModelFile.kindOf(model).name());
    if (model instanceof CountModel count) {
      Json.number(json, "smoothing", count.smoothing());
    } else if (model instanceof NgramModel ngram) {
      json.writeStringField("smoothing", ngram.smoothing().toString());
    }
    json.writeNumberField("contextLength", model.contextLength());
    json.writeArrayFieldStart("vocabulary");
    for (int token = 0; token < size; token++) {
      json.writeString(text(model.vocabulary(), token));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("contexts");
    for (List<Integer> context : (Iterable<List<Integer>>) contexts::iterator) {
      writeContext(json, model, context);
    }
    json.writeEndArray();
  }

  private static void writeContext(JsonGenerator json, LanguageModel model, List<Integer> context)
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
      for (BigramCounts.Bigram pair : count.counts().row(context.get(0))) {
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

  /** The characters of a context. One that is shorter than others starts an item. */
  static String text(Vocabulary vocabulary, List<Integer> context) {
    return context.stream().map(token -> text(vocabulary, token)).collect(Collectors.joining());
  }
}
