package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Evaluation.Impossible;
import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.contract.TableModel;
import dev.makemore.model.contract.Visits;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  /** Rows over . a b: after the boundary a; after a 0.2, 0, 0.8; after b the boundary. */
  private static final TableModel MODEL =
      TableModel.bigram(
          "ab", new double[] {0, 1, 0}, new double[] {0.2, 0, 0.8}, new double[] {1, 0, 0});

  @Test
  void theCostOfATextIsTheSumOfTheCostsOfItsPredictions() {
    Evaluation evaluation = Evaluation.of(MODEL, Corpus.of("ab", "a"));
    // .a 0, ab -ln 0.8, b. 0; .a 0, a. -ln 0.2
    assertThat(evaluation.totalNll()).isEqualTo(0.22314355131 + 1.60943791243, within(1e-10));
    assertThat(evaluation.tokens()).isEqualTo(5);
    assertThat(evaluation.items()).isEqualTo(2);
    assertThat(evaluation.averageNll()).isEqualTo(1.83258146375 / 5, within(1e-10));
    assertThat(evaluation.perplexity()).isEqualTo(Math.exp(1.83258146375 / 5), within(1e-10));
    assertThat(evaluation.bitsPerCharacter())
        .isEqualTo(1.83258146375 / Math.log(2) / 3, within(1e-10));
    assertThat(evaluation.impossible()).isEmpty();
    assertThat(evaluation.impossibleTokens()).isZero();
  }

  @Test
  void whatTheModelHeldForImpossibleCostsInfinityAndIsListed() {
    Evaluation evaluation = Evaluation.of(MODEL, Corpus.of("aa", "ba", "aa"));
    assertThat(evaluation.totalNll()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(evaluation.averageNll()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(evaluation.perplexity()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(evaluation.impossible())
        .containsExactly(
            new Impossible("a", "a", 2), new Impossible("", "b", 1), new Impossible("b", "a", 1));
    assertThat(evaluation.impossibleTokens()).isEqualTo(4);
  }

  @Test
  void anUnknownCharacterAndWhatFollowsItAreImpossible() {
    Evaluation evaluation = Evaluation.of(MODEL, Corpus.of("azb"));
    assertThat(evaluation.tokens()).isEqualTo(4);
    assertThat(evaluation.impossible())
        .containsExactly(new Impossible("a", "z", 1), new Impossible("z", "b", 1));
  }

  @Test
  void theCharacterFullStopIsNotTakenForTheBoundary() {
    // After a in a text of ab comes b alone: neither the full stop nor the end.
    TableModel ab =
        TableModel.bigram(
            "ab", new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0});
    assertThat(Evaluation.of(ab, Corpus.of("a.", "a")).impossible())
        .containsExactly(
            new Impossible("a", ".", 1), // the character
            new Impossible(".", "", 1), // the end after it
            new Impossible("a", "", 1)); // the end
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
    Evaluation.of(counting, Corpus.of("ab", "ab", "ab", "a"));
    assertThat(asked).hasValue(3);
  }

  @Test
  void aCorpusNeedsNoNameToBeOne() {
    TableModel two =
        new TableModel(Vocabulary.of("a"), 2, Collections.nCopies(4, Distribution.uniform(2)));
    assertThat(Evaluation.of(two, (Transitions) Corpus.of("a")).totalNll())
        .isEqualTo(2 * Math.log(2), within(1e-15));
  }

  @Test
  void whatIsNoTransitionIsNamed() {
    assertThatThrownBy(() -> Evaluation.of(MODEL, visiting(0, 3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token must be from 0 to 2, was 3");
    assertThatThrownBy(() -> Evaluation.of(MODEL, visiting(0, 0, 1)))
        .hasMessageContaining("empty item");
    assertThatThrownBy(() -> Evaluation.of(MODEL, visiting(0, 1, 0))).hasMessageContaining("was 0");
  }

  /** A text that is no corpus, of one visit. */
  private static Transitions visiting(int context, int next, long count) {
    return Visits.over("ab").visit(context, next, count);
  }

  @Test
  void aUnigramModelDoesNotCareWhatAnUnknownCharacterPrecedes() {
    LanguageModel unigram =
        new TableModel(
            Vocabulary.of("ab"), 0, Collections.nCopies(1, Distribution.of(0.5, 0.25, 0.25)));
    assertThat(Evaluation.of(unigram, Corpus.of("zb")).impossible())
        .containsExactly(new Impossible("", "z", 1));
  }

  @Test
  void aModelOfTwoTokensIsScoredOnTwoTokens() {
    // Over . and a: after .. and .a an a is certain, after aa the item ends; a. never comes up.
    Distribution a = Distribution.certain(2, 1);
    Distribution end = Distribution.certain(2, 0);
    TableModel twoAs = new TableModel(Vocabulary.of("a"), 2, List.of(a, a, end, end));
    assertThat(Evaluation.of(twoAs, Corpus.of("aa")).totalNll()).isZero();
    assertThat(Evaluation.of(twoAs, Corpus.of("aa", "aa", "a")).items()).isEqualTo(3);
    assertThat(Evaluation.of(twoAs, Corpus.of("aa", "aa", "a")).tokens()).isEqualTo(8);
    assertThat(Evaluation.of(twoAs, Corpus.of("aaa", "a")).impossible())
        .containsExactly(new Impossible("a", "", 1), new Impossible("aa", "a", 1));
    // An unknown character is in the context of the two tokens after it.
    assertThat(Evaluation.of(twoAs, Corpus.of("zaaa")).impossible())
        .containsExactly(
            new Impossible("", "z", 1),
            new Impossible("z", "a", 1),
            new Impossible("aa", "a", 1),
            new Impossible("za", "a", 1));
  }

  @Test
  void transitionsCanNotScoreAModelThatLooksFurtherThanTheyDo() {
    TableModel two =
        new TableModel(Vocabulary.of("a"), 2, Collections.nCopies(4, Distribution.uniform(2)));
    assertThatThrownBy(() -> Evaluation.of(two, visiting(0, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Corpus");
  }

  @Test
  void transitionsNeedNotEndAnItem() {
    Evaluation evaluation = Evaluation.of(MODEL, Visits.over("ab").visit(1, 2, 3));
    assertThat(evaluation.items()).isZero();
    assertThat(evaluation.totalNll()).isEqualTo(-3 * Math.log(0.8), within(1e-12));
  }

  @Test
  void aCostBelowZeroIsNone() {
    assertThatThrownBy(() -> new Evaluation(1, 2, -3, List.of())).hasMessageContaining("was -3.0");
  }

  @Test
  void everyItemIsClosedByATokenOfItsOwn() {
    assertThat(new Evaluation(2, 2, 1, List.of()).averageNll()).isEqualTo(0.5);
    assertThat(new Evaluation(0, 1, 1, List.of()).averageNll()).isEqualTo(1);
    assertThatThrownBy(() -> new Evaluation(3, 2, 1, List.of()))
        .hasMessage("2 tokens can't close 3 items");
    assertThatThrownBy(() -> new Evaluation(0, 0, 1, List.of())).hasMessageContaining("0 tokens");
    assertThatThrownBy(() -> new Evaluation(-1, 1, 1, List.of())).hasMessageContaining("-1 items");
  }

  @Test
  void nothingCanNotBeScored() {
    assertThatThrownBy(() -> Evaluation.of(MODEL, Corpus.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to score");
  }

  @Test
  void uniformCostsTheLogOfTheNumberOfTokens() {
    TableModel uniform =
        new TableModel(
            Vocabulary.of("abcdefghijklmnopqrstuvwxyz"),
            1,
            Collections.nCopies(27, Distribution.uniform(27)));
    assertThat(Evaluation.of(uniform, Corpus.of("emma")).averageNll())
        .isEqualTo(3.295836866004329, within(1e-14)); // ln 27
  }

  /** After two a's comes b, after all else a. */
  private static LanguageModel counting(AtomicInteger asked) {
    return new FunctionModel(
        Vocabulary.of("ab"),
        2,
        context -> {
          asked.incrementAndGet();
          boolean twoAs = context.length >= 2 && context[0] == 1 && context[1] == 1;
          return twoAs ? Distribution.of(0.25, 0.25, 0.5) : Distribution.of(0.25, 0.5, 0.25);
        });
  }

  @Test
  void aModelOfLongerContextIsAskedOncePerContext() {
    AtomicInteger asked = new AtomicInteger();
    Evaluation evaluation = Evaluation.of(counting(asked), Corpus.of("aab", "aab", "aaa"));
    // .. a, .a a, aa b or a, ab . or aa .
    assertThat(asked).hasValue(4);
    assertThat(evaluation.totalNll()).isEqualTo(8 * Math.log(2) + 4 * Math.log(4), within(1e-12));
  }

  @Test
  void ngramsAreScoredAsTheirTextIs() {
    LanguageModel model = counting(new AtomicInteger());
    Corpus corpus = Corpus.of("aab", "b", "aaa");
    assertThat(Evaluation.of(model, NgramCounts.of(3, corpus)))
        .isEqualTo(Evaluation.of(model, corpus));
    Evaluation longer = Evaluation.of(model, NgramCounts.of(5, corpus));
    assertThat(longer.totalNll()).isEqualTo(Evaluation.of(model, corpus).totalNll(), within(1e-12));
    assertThatThrownBy(() -> Evaluation.of(model, NgramCounts.of(2, corpus)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a model that looks at 2 tokens can't be scored on n-grams with 1 tokens of context");
  }

  @Test
  void theUnknownTokenHasAProbabilityOfItsOwn() {
    Vocabulary open = Vocabulary.of("a").withUnknown();
    LanguageModel model = new FunctionModel(open, 1, c -> Distribution.of(0.5, 0.25, 0.25));
    Evaluation evaluation = Evaluation.of(model, Corpus.of("az"));
    assertThat(evaluation.totalNll()).isEqualTo(5 * Math.log(2), within(1e-12));
    assertThat(Scorer.of(model).score("az").totalNll()).isEqualTo(5 * Math.log(2), within(1e-12));
  }
}
