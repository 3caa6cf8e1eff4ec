package dev.makemore.cli.option;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.model.LanguageModel;

/** The two ways to learn a bigram model. */
public enum Learner {
  COUNT {
    @Override
    LanguageModel learn(BigramCounts counts, double smoothing) {
      return CountModel.fit(counts, smoothing);
    }
  },
  NET {
    @Override
    LanguageModel learn(BigramCounts counts, double smoothing) {
      return BigramTrainer.create().withSmoothing(smoothing).train(counts).net();
    }
  };

  abstract LanguageModel learn(BigramCounts counts, double smoothing);
}
