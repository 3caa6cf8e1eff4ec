package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.contract.TableModel;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void predictingSamplingAndAppendingMakesAnItem() {
    LanguageModel model =
        TableModel.bigram(
            "ab", new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0});
    RandomGenerator random = new Random(1);
    StringBuilder text = new StringBuilder();
    // @start region="generate"
    int token = model.next().sample(random); // the first character of an item
    while (token != Vocabulary.BOUNDARY) {
      text.append(model.vocabulary().text(token));
      token = model.next(token).sample(random); // the last token is enough for a bigram model
    }
    // @end
    assertThat(text).hasToString("ab");
  }

  @Test
  void aTextIsScoredAndExplained() {
    LanguageModel model =
        TableModel.bigram(
            "ab", new double[] {0, 1, 0}, new double[] {0, 0.25, 0.75}, new double[] {1, 0, 0});
    List<String> lines = new ArrayList<>();
    // @start region="score"
    Scorer scorer = Scorer.of(model);
    double perToken = scorer.score("ab").averageNll(); // (0 - ln 0.75 + 0) / 3
    scorer.explain("ab", p -> lines.add(p.context() + "|" + p.next() + ": " + p.probability()));
    // |a: 1.0, a|b: 0.75, b|: 1.0
    // @end
    assertThat(perToken).isEqualTo(0.0958940, within(1e-7));
    assertThat(lines).containsExactly("|a: 1.0", "a|b: 0.75", "b|: 1.0");
  }

  @Test
  void ngramsAreCounted() {
    // @start region="ngrams"
    NgramCounter counter = NgramCounter.create(3);
    counter.add("emma").add("ella", 2); // as often as the second argument says
    NgramCounts counts = counter.counts();
    Vocabulary vocabulary = counts.vocabulary();
    long la = counts.count(vocabulary.token('a'), vocabulary.encode("ll")); // 2: lla in ella, twice
    // @end
    assertThat(la).isEqualTo(2);
  }

  @Test
  void textIsBroughtIntoAForm(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("names.txt"), "ZOE\u0308\n");
    // @start region="form"
    TextForm form = TextForm.asWritten().lowercase().normalized(Normalizer.Form.NFC);
    String name = form.apply("ZOE\u0308"); // E and a combining diaeresis
    Corpus names = Corpus.read(TextSource.file(file).in(form));
    // @end
    assertThat(name).isEqualTo("zo\u00EB");
    assertThat(names.list()).containsExactly(name);
  }

  @Test
  void countsTravelAsBytes() {
    // @start region="bytes"
    byte[] here = NgramBytes.encode(NgramCounts.of(2, Corpus.of("emma", "olivia")));
    byte[] there = NgramBytes.encode(NgramCounts.of(2, Corpus.of("ava")));
    NgramCounts all = NgramBytes.decode(here).merge(NgramBytes.decode(there));
    // @end
    assertThat(all).isEqualTo(NgramCounts.of(2, Corpus.of("emma", "olivia", "ava")));
  }
}
