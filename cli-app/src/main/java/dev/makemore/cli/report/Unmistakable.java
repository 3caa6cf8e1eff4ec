package dev.makemore.cli.report;

import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;

/**
 * A text whose boundary is printed so that nobody takes it for a character of the text: as {@code
 * <boundary>} where {@code .} is one, and as {@code .} elsewhere.
 *
 * @param text any text
 * @param vocabulary its vocabulary, but for the printed form of the boundary
 */
public record Unmistakable(Transitions text, Vocabulary vocabulary) implements Transitions {

  public static Transitions of(Transitions text) {
    Vocabulary vocabulary = text.vocabulary();
    return vocabulary.token('.') == Vocabulary.UNKNOWN
        ? text
        : new Unmistakable(text, vocabulary.printingBoundaryAs("<boundary>"));
  }

  @Override
  public void forEach(Visitor visitor) {
    text.forEach(visitor);
  }
}
