package dev.makemore.model.contract;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.function.Function;

/**
 * A model that answers with whatever a function says, for tests that want to watch or to mislead.
 *
 * @param vocabulary the tokens it claims to know
 * @param contextLength how many it claims to look at
 * @param answer gets the context as the caller passed it
 */
public record FunctionModel(
    Vocabulary vocabulary, int contextLength, Function<int[], Distribution> answer)
    implements LanguageModel {

  /** A bigram model. */
  public static FunctionModel bigram(Vocabulary vocabulary, Function<int[], Distribution> answer) {
    return new FunctionModel(vocabulary, 1, answer);
  }

  @Override
  public Distribution next(int... context) {
    return answer.apply(context);
  }
}
