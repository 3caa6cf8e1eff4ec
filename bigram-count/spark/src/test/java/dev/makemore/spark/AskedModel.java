package dev.makemore.spark;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.concurrent.atomic.LongAdder;

/**
 * A model that counts how many predictions it is asked for, in all tasks of this process. It looks
 * at two of many characters, so {@link dev.makemore.model.Scorer} keeps no answer of it.
 */
record AskedModel(Vocabulary vocabulary) implements LanguageModel {

  static final LongAdder ASKED = new LongAdder();

  /** A model of 1,000 characters, of which the first is {@code a}. */
  static AskedModel create() {
    StringBuilder characters = new StringBuilder();
    for (int c = 'a'; c < 'a' + 1_000; c++) {
      characters.append((char) c);
    }
    return new AskedModel(Vocabulary.of(characters.toString()));
  }

  @Override
  public int contextLength() {
    return 2;
  }

  @Override
  public Distribution next(int... context) {
    return Distribution.uniform(vocabulary.size());
  }

  @Override
  public double probability(int next, int... context) {
    ASKED.increment();
    return next(context).probability(next);
  }
}
