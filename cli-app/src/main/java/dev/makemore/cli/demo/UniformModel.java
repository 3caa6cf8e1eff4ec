package dev.makemore.cli.demo;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;

/** A model that has learnt nothing: every token is as likely as any other, always. */
record UniformModel(Vocabulary vocabulary, Distribution row) implements LanguageModel {

  static UniformModel over(Vocabulary vocabulary) {
    return new UniformModel(vocabulary, Distribution.uniform(vocabulary.size()));
  }

  @Override
  public int contextLength() {
    return 0;
  }

  @Override
  public Distribution next(int... context) {
    return row;
  }
}
