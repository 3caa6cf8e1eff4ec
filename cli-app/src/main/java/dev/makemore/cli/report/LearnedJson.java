package dev.makemore.cli.report;

import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.model.Transitions;

/** What a model was learned from, and how well that went, as one JSON object. */
public final class LearnedJson {

  private LearnedJson() {}

  /** The fields of a model that was counted. */
  public static Json.Fields of(Transitions counts) {
    return of(counts.items(), counts.total(), counts.vocabulary().size());
  }

  /**
   * The fields of a model that was learned from so many items.
   *
   * @param total the number of predictions: characters, and the end of each item
   * @param tokens the number of different characters, and the boundary
   */
  public static Json.Fields of(long items, long total, int tokens) {
    return json -> {
      json.writeNumberField("items", items);
      json.writeNumberField("tokens", total);
      json.writeNumberField("vocabulary", tokens);
    };
  }

  /**
   * The fields of a model that was trained in steps.
   *
   * @param text the fields of what it was learned from
   * @param loss in nats; NaN if it is not known
   */
  public static Json.Fields of(Json.Fields text, long steps, double loss) {
    return json -> {
      text.writeTo(json);
      json.writeNumberField("steps", steps);
      Json.number(json, "loss", loss);
    };
  }

  /** The fields of a net that was trained on {@code counts}. */
  public static Json.Fields of(Transitions counts, TrainingResult result) {
    return json -> {
      of(of(counts), result.steps(), result.loss()).writeTo(json);
      Json.number(json, "totalVariation", result.totalVariation());
      json.writeBooleanField("certified", result.stop() == TrainingResult.Stop.CERTIFIED);
    };
  }
}
