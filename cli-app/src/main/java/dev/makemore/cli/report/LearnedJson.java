package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.model.Transitions;
import java.io.IOException;

/** What a model was learned from, and how well that went, as one JSON object. */
public final class LearnedJson {

  private LearnedJson() {}

  /** The fields of a model that was counted. */
  public static Json.Fields of(Transitions counts) {
    return json -> writeTo(json, counts);
  }

  /** The fields of a net that was trained on {@code counts}. */
  public static Json.Fields of(Transitions counts, TrainingResult result) {
    return json -> {
      writeTo(json, counts);
      json.writeNumberField("steps", result.steps());
      Json.number(json, "loss", result.loss());
      Json.number(json, "totalVariation", result.totalVariation());
      json.writeBooleanField("certified", result.stop() == TrainingResult.Stop.CERTIFIED);
    };
  }

  private static void writeTo(JsonGenerator json, Transitions counts) throws IOException {
    json.writeNumberField("items", counts.items());
    json.writeNumberField("tokens", counts.total());
    json.writeNumberField("vocabulary", counts.vocabulary().size());
  }
}
