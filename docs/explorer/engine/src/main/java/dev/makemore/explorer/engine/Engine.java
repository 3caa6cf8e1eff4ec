package dev.makemore.explorer.engine;

import dev.makemore.bigram.net.BigramNet;
import dev.makemore.bigram.net.Descent;
import dev.makemore.explorer.expression.Formula;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/** The functions that the page begins with. */
public final class Engine {

  private Engine() {}

  /**
   * Reads a list, one item a line.
   *
   * @param utf8 the bytes of the list
   * @throws IOException if the list is not valid UTF-8, with a message that names the line
   * @throws IllegalArgumentException if the list has no items
   */
  @JSExport
  public static ItemList read(@JSByRef byte[] utf8) throws IOException {
    return ItemList.read(utf8);
  }

  /**
   * The counts of a list that was read elsewhere, such as in a worker.
   *
   * @param codePoints the characters of the vocabulary, as {@link PairCounts#codePoints} gives them
   * @param cells context, next token and count of each distinct pair, one pair after the other, as
   *     {@link PairCounts#cells} gives them
   * @throws IllegalArgumentException if the cells are not such triples of whole numbers, or a token
   *     is not in the vocabulary
   */
  @JSExport
  public static PairCounts counts(@JSByRef int[] codePoints, @JSByRef double[] cells) {
    return PairCounts.of(Vocabulary.ofCodePoints(codePoints), cells);
  }

  /**
   * Loads a model file.
   *
   * @throws IOException if the text is not a model file
   * @throws IllegalArgumentException if it is a model that looks at more than one character
   */
  @JSExport
  public static Predictor load(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Predictor.ofBigrams(ModelFile.read(new ByteArrayInputStream(bytes), "the model"));
  }

  /**
   * The net with the given weights.
   *
   * @param codePoints the characters of the vocabulary of V tokens
   * @param weights V x V, row by row
   * @throws IllegalArgumentException if there are more or fewer weights, or one is not finite
   */
  @JSExport
  public static Predictor net(@JSByRef int[] codePoints, @JSByRef double[] weights) {
    return Predictor.ofBigrams(BigramNet.of(Vocabulary.ofCodePoints(codePoints), weights));
  }

  /**
   * The learning rate of a kind of descent, such as {@code row-scaled-momentum}, unless another is
   * given.
   *
   * @throws IllegalArgumentException if there is no such kind, with a message that names all kinds
   */
  @JSExport
  public static double defaultLearningRate(String descent) {
    return descent(descent).defaultLearningRate();
  }

  /** The kind of descent of a name as the command has it: {@code row-scaled-momentum}. */
  static Descent descent(String name) {
    List<String> names = new ArrayList<>();
    for (Descent descent : Descent.values()) {
      names.add(descent.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      if (names.contains(name)) {
        return descent;
      }
    }
    throw new IllegalArgumentException(
        "there is no descent '" + name + "'; there are " + String.join(", ", names));
  }

  /**
   * Reads an expression, such as {@code tanh(w * x + b)}.
   *
   * @throws IllegalArgumentException if it can't be read, with a message that names the place
   */
  @JSExport
  public static Graph expression(String text) {
    return Graph.of(Formula.parse(text));
  }
}
