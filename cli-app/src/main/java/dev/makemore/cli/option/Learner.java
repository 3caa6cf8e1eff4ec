package dev.makemore.cli.option;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.progress.NetProgress;
import dev.makemore.cli.progress.Progress;
import dev.makemore.model.LanguageModel;

/** The two ways to learn a bigram model. */
public enum Learner {
  COUNT {
    @Override
    LanguageModel learn(BigramCounts counts, double smoothing, Console console) {
      return CountModel.fit(counts, smoothing);
    }
  },
  NET {
    @Override
    LanguageModel learn(BigramCounts counts, double smoothing, Console console) {
      try (Progress progress = Progress.on(console)) {
        NetProgress shown = NetProgress.ofDefaults(progress);
        return BigramTrainer.create()
            .withSmoothing(smoothing)
            .withListener(shown::show)
            .train(counts)
            .net();
      }
    }
  };

  /** Learns a model, and shows on {@code console} how far that is. */
  abstract LanguageModel learn(BigramCounts counts, double smoothing, Console console);
}
