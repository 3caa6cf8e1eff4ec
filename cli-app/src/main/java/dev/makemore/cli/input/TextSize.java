package dev.makemore.cli.input;

import dev.makemore.model.Transitions;

/**
 * How large a text is that was read.
 *
 * @param verb what was done with it, such as {@code counted}
 * @param unit what a prediction is called there, such as {@code pair}
 * @param items the number of items
 * @param total the number of predictions: characters, and the end of each item
 * @param tokens the number of different characters, and the boundary
 */
public record TextSize(String verb, String unit, long items, long total, int tokens) {

  /** The size of {@code text}. */
  public static TextSize of(String verb, String unit, Transitions text) {
    return new TextSize(verb, unit, text.items(), text.total(), text.vocabulary().size());
  }
}
