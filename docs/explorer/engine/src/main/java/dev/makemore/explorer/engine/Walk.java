package dev.makemore.explorer.engine;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/**
 * How a name was drawn: after each token the die fell, and chose the next. The die that would come
 * after the last character of a name that is cut is thrown, too, since it might have ended the
 * name. It is not part of the walk.
 */
public final class Walk {

  private final List<Integer> tokens; // drawn; the last is the boundary unless the name was cut
  private final List<Double> positions;

  private Walk(List<Integer> tokens, List<Double> positions) {
    this.tokens = tokens;
    this.positions = positions;
  }

  static Walk of(LanguageModel model, RandomGenerator random) {
    List<Integer> tokens = new ArrayList<>();
    List<Double> positions = new ArrayList<>();
    int token = Vocabulary.BOUNDARY;
    do {
      Die die = Die.roll(model.next(token), random);
      token = die.token();
      if (token != Vocabulary.BOUNDARY && tokens.size() == Sampler.DEFAULT_MAX_LENGTH) {
        break; // where the sampler cuts a name
      }
      tokens.add(token);
      positions.add(die.position());
    } while (token != Vocabulary.BOUNDARY);
    return new Walk(tokens, positions);
  }

  /** The tokens in the order in which they were drawn; the boundary ends the name. */
  @JSExport
  @JSByRef
  public int[] tokens() {
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Where the die fell for each token, from 0 to 1, when the tokens of the row lie side by side,
   * each as wide as its probability.
   */
  @JSExport
  @JSByRef
  public double[] positions() {
    return positions.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
