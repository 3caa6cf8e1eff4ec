package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Scorer.Prediction;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.contract.TableModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorerTest {

  /**
   * Rows over . a b n, as {@code an} four times and {@code ab} once give: after a comes n with 0.8
   * and b with 0.2; all else is certain.
   */
  private static final TableModel MODEL =
      TableModel.bigram(
          "abn",
          new double[] {0, 1, 0, 0},
          new double[] {0, 0, 0.2, 0.8},
          new double[] {1, 0, 0, 0},
          new double[] {1, 0, 0, 0});

  private static List<Prediction> explained(LanguageModel model, String text) {
    List<Prediction> predictions = new ArrayList<>();
    Scorer.of(model).explain(text, predictions::add);
    return predictions;
  }

  @Test
  void theWorkedExampleHasItsKnownCosts() {
    Scorer scorer = Scorer.of(MODEL);
    assertThat(scorer.score("an").totalNll()).isEqualTo(0.22314355131, within(1e-11)); // -ln 0.8
    assertThat(scorer.score("ab").totalNll()).isEqualTo(1.60943791243, within(1e-11)); // -ln 0.2
    assertThat(scorer.score("ab").averageNll()).isEqualTo(1.60943791243 / 3, within(1e-11));
    assertThat(scorer.score("ab").tokens()).isEqualTo(3);
    assertThat(scorer.score("ab").impossible()).isZero();
  }

  @Test
  void theEmptyTextIsAPredictionOfTheEnd() {
    TableModel quarter = TableModel.bigram("a", new double[] {0.25, 0.75}, new double[] {0.5, 0.5});
    assertThat(Scorer.of(quarter).score("").totalNll()).isEqualTo(Math.log(4), within(1e-15));
    assertThat(Scorer.of(quarter).score("").tokens()).isEqualTo(1);
    assertThat(explained(quarter, "")).containsExactly(new Prediction("", "", true, 0.25));
  }

  @Test
  void theBoundaryIsTheEmptyText() {
    List<Prediction> predictions = explained(MODEL, "an");
    assertThat(predictions).first().isEqualTo(new Prediction("", "a", true, 1));
    assertThat(predictions).last().isEqualTo(new Prediction("n", "", true, 1));
  }

  @Test
  void whatIsImpossibleIsInfiniteAndCounted() {
    assertThat(Scorer.of(MODEL).score("na")) // .n, na, and a.
        .isEqualTo(new Score(3, Double.POSITIVE_INFINITY, 3));
    assertThat(Scorer.of(MODEL).score("na").averageNll()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void anUnknownCharacterAndWhatFollowsItAreImpossible() {
    assertThat(Scorer.of(MODEL).score("a\uD83D\uDE00n").impossible()).isEqualTo(2);
    assertThat(Scorer.of(MODEL).score("a\uD83D\uDE00n").tokens()).isEqualTo(4);
    assertThat(explained(MODEL, "a\uD83D\uDE00n"))
        .containsExactly(
            new Prediction("", "a", true, 1),
            new Prediction("a", "\uD83D\uDE00", false, 0),
            new Prediction("\uD83D\uDE00", "n", false, 0),
            new Prediction("n", "", true, 1));
  }

  @Test
  void halfOfASurrogatePairIsAnUnknownCharacter() {
    assertThat(Scorer.of(MODEL).score("a\uD83D").impossible()).isEqualTo(2);
  }

  @Test
  void theFullStopIsNotTakenForTheBoundary() {
    assertThat(explained(MODEL, "an.")).element(2).isEqualTo(new Prediction("n", ".", false, 0));
    assertThat(explained(MODEL, "an.")).element(3).isEqualTo(new Prediction(".", "", false, 0));
  }

  @Test
  void aUnigramModelDoesNotCareWhatAnUnknownCharacterPrecedes() {
    LanguageModel unigram =
        new TableModel(
            Vocabulary.of("ab"), 0, Collections.nCopies(1, Distribution.of(0.5, 0.25, 0.25)));
    assertThat(Scorer.of(unigram).score("zb").impossible()).isEqualTo(1);
    assertThat(Scorer.of(unigram).score("ba").totalNll()).isEqualTo(Math.log(32), within(1e-15));
    assertThat(explained(unigram, "b"))
        .containsExactly(new Prediction("", "b", true, 0.25), new Prediction("", "", true, 0.5));
  }

  @Test
  void aModelOfTwoTokensIsAskedForTwoTokens() {
    // Over . and a: after .. and .a an a is certain, after aa the item ends; a. never comes up.
    Distribution a = Distribution.certain(2, 1);
    Distribution end = Distribution.certain(2, 0);
    TableModel twoAs = new TableModel(Vocabulary.of("a"), 2, List.of(a, a, end, end));
    assertThat(Scorer.of(twoAs).score("aa").totalNll()).isZero();
    assertThat(Scorer.of(twoAs).score("a").impossible()).isEqualTo(1);
    // An unknown character is in the context of the two tokens after it.
    assertThat(explained(twoAs, "zaa"))
        .containsExactly(
            new Prediction("", "z", false, 0),
            new Prediction("z", "a", false, 0),
            new Prediction("za", "a", false, 0),
            new Prediction("aa", "", true, 1));
  }

  @Test
  void aModelIsAskedOnceForEachContext() {
    AtomicInteger asked = new AtomicInteger();
    LanguageModel counting =
        FunctionModel.bigram(
            MODEL.vocabulary(),
            context -> {
              asked.incrementAndGet();
              return MODEL.next(context);
            });
    Scorer scorer = Scorer.of(counting);
    scorer.score("anan");
    scorer.score("an");
    assertThat(asked).hasValue(3); // the boundary, a, and n
  }

  /** With 3,000 tokens, more than what is kept of the table. */
  @Test
  void aLargeVocabularyCostsTheSame() {
    int[] codePoints = new int[2_999];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < codePoints.length; i++) {
      codePoints[i] = 0x4E00 + i;
      text.appendCodePoint(codePoints[i]);
    }
    LanguageModel model =
        FunctionModel.bigram(
            Vocabulary.ofCodePoints(codePoints),
            context ->
                Distribution.sparse(
                    3_000, new int[] {context[0]}, new double[] {0.4}, 0.6 / 2_999));
    double once = 3_000 * -Math.log(0.6 / 2_999); // no character follows itself
    Scorer scorer = Scorer.of(model);
    assertThat(scorer.score(text).totalNll()).isEqualTo(once, within(1e-7));
    assertThat(scorer.score(text).totalNll()).isEqualTo(once, within(1e-7)); // now it has a table
  }

  /** Rows of 3,000 tokens: what is kept of them is bounded, and so is the work for the others. */
  @Test
  void aLargeVocabularyIsNotWorkedOutRowByRow() {
    Vocabulary vocabulary =
        Vocabulary.ofCodePoints(IntStream.range(0x4E00, 0x4E00 + 2_999).toArray());
    AtomicInteger rows = new AtomicInteger();
    double[] falling = IntStream.range(0, 3_000).mapToDouble(i -> 3_000 - i).toArray();
    Distribution row = Distribution.ofWeights(falling);
    LanguageModel model =
        new LanguageModel() {
          @Override
          public Vocabulary vocabulary() {
            return vocabulary;
          }

          @Override
          public int contextLength() {
            return 1;
          }

          @Override
          public Distribution next(int... context) {
            rows.incrementAndGet();
            return row;
          }

          @Override
          public double probability(int next, int... context) {
            return row.probability(next);
          }
        };
    String text = vocabulary.decode(IntStream.range(1, 3_000).toArray());
    Scorer scorer = Scorer.of(model);
    Score once = scorer.score(text);
    int asked = rows.get();
    assertThat(asked).isLessThan(3_000);
    assertThat(scorer.score(text)).isEqualTo(once);
    assertThat(rows).hasValue(asked);
  }
}
