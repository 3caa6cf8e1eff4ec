package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void countingTakesTwoLines() {
    // @start region="count"
    BigramCounts counts = BigramCounts.of(Corpus.of("emma", "olivia", "ava"));
    LanguageModel model = CountModel.fit(counts);
    int m = model.vocabulary().token('m');
    double twice = model.next(m).probability(m); // of em, mm and ma: 1/2
    // @end
    assertThat(counts.total()).isEqualTo(16);
    assertThat(twice).isEqualTo(0.5);
  }

  @Test
  void itemsMayHaveWeights() {
    Map<String, Long> births = Map.of("emma", 1_000_000_000_000L, "ava", 3L);
    // @start region="weights"
    BigramCounter counter = BigramCounter.create();
    births.forEach(counter::add); // emma a trillion times, and ava three times
    CountModel model = CountModel.fit(counter.counts());
    // @end
    int v = model.vocabulary().token('v');
    assertThat(model.counts().items()).isEqualTo(1_000_000_000_003L);
    assertThat(model.counts().count(v, model.vocabulary().token('a'))).isEqualTo(3);
  }

  @Test
  void aModelIsSavedAndLoaded(@TempDir Path folder) throws IOException {
    LanguageModel model = CountModel.fit(Corpus.of("emma", "olivia", "ava"));
    Path file = folder.resolve("names.model");
    // @start region="save"
    ModelFile.save(model, file);
    LanguageModel loaded = ModelFile.load(file);
    // @end
    assertThat(loaded.next()).isEqualTo(model.next());
  }
}
