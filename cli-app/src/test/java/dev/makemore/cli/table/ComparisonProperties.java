package dev.makemore.cli.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.table.Comparison.ContextDifference;
import dev.makemore.cli.table.Comparison.PairDifference;
import dev.makemore.model.Corpus;
import dev.makemore.model.Divergence;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.FunctionModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Models over different characters, smoothed or not. */
class ComparisonProperties {

  @Provide
  Arbitrary<LanguageModel> models() {
    return Combinators.combine(
            Arbitraries.oneOf(Corpora.smallNotEmpty(), manyCharacters()),
            Arbitraries.of(0.0, 0.5, 1.0))
        .as(CountModel::fit);
  }

  /** Texts with so many characters that a row lists few of them. */
  private static Arbitrary<Corpus> manyCharacters() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(4)
        .list()
        .ofMinSize(4)
        .ofMaxSize(9)
        .map(Corpus::of);
  }

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  private static Comparison compared(LanguageModel a, LanguageModel b, int top) {
    return Comparison.of(a, b, NgramCounts.ofPairs(Corpus.of("ab")), top);
  }

  private static int only(List<Integer> context) {
    assertThat(context).hasSize(1);
    return context.get(0);
  }

  /** P(next | context) by characters, 0 for what the model does not know. */
  private static double probability(
      LanguageModel model, Vocabulary vocabulary, int context, int next) {
    int from = token(model, vocabulary, context);
    int to = token(model, vocabulary, next);
    return to == Vocabulary.UNKNOWN ? 0 : model.next(from).probability(to);
  }

  private static int token(LanguageModel model, Vocabulary vocabulary, int token) {
    return token == 0 ? 0 : model.vocabulary().token(vocabulary.codePoint(token));
  }

  @Property
  void theFiguresAreThoseOfTheirDefinitions(
      @ForAll("models") LanguageModel a, @ForAll("models") LanguageModel b) {
    Comparison comparison = compared(a, b, 3);
    Vocabulary vocabulary = comparison.vocabulary();
    for (ContextDifference row : comparison.contexts()) {
      double variation = 0;
      double klAb = 0;
      double klBa = 0;
      int token = 0;
      double largest = 0;
      for (int next = 0; next < vocabulary.size(); next++) {
        double p = probability(a, vocabulary, only(row.context()), next);
        double q = probability(b, vocabulary, only(row.context()), next);
        variation += Math.abs(p - q) / 2;
        klAb += p == 0 ? 0 : p * Math.log(p / q);
        klBa += q == 0 ? 0 : q * Math.log(q / p);
        token = Math.abs(p - q) > largest ? next : token;
        largest = Math.max(largest, Math.abs(p - q));
      }
      assertThat(row.ab().totalVariation()).isEqualTo(variation, within(1e-12));
      assertThat(row.ab().kl()).isEqualTo(klAb, within(1e-12));
      assertThat(row.klBa()).isEqualTo(klBa, within(1e-12));
      assertThat(row.ab().largestDifference()).isEqualTo(largest);
      assertThat(row.ab().token()).isEqualTo(token);
    }
  }

  @Property
  void thePairsThatDifferMostAreThoseOfAll(
      @ForAll("models") LanguageModel a,
      @ForAll("models") LanguageModel b,
      @ForAll @IntRange(min = 1, max = 9) int top) {
    Comparison comparison = compared(a, b, top);
    Vocabulary vocabulary = comparison.vocabulary();
    List<PairDifference> all = new ArrayList<>();
    for (ContextDifference row : comparison.contexts()) {
      for (int next = 0; next < vocabulary.size(); next++) {
        all.add(
            new PairDifference(
                row.context(),
                next,
                probability(a, vocabulary, only(row.context()), next),
                probability(b, vocabulary, only(row.context()), next)));
      }
    }
    assertThat(comparison.pairs())
        .isEqualTo(
            all.stream()
                .filter(pair -> pair.size() > 0)
                .sorted(Comparator.comparingDouble((PairDifference pair) -> -pair.size())) // stable
                .limit(top)
                .toList());
  }

  @Property
  void everyCharacterIsKnownToBothOrToOne(
      @ForAll("models") LanguageModel a, @ForAll("models") LanguageModel b) {
    Comparison comparison = compared(a, b, 1);
    Vocabulary vocabulary = comparison.vocabulary();
    List<Integer> both = comparison.contexts().stream().map(c -> only(c.context())).toList();
    for (int token = 0; token < vocabulary.size(); token++) {
      boolean knownToA = token(a, vocabulary, token) != Vocabulary.UNKNOWN;
      boolean knownToB = token(b, vocabulary, token) != Vocabulary.UNKNOWN;
      assertThat(both.contains(token)).isEqualTo(knownToA && knownToB);
      assertThat(comparison.onlyA().contains(token)).isEqualTo(!knownToB);
      assertThat(comparison.onlyB().contains(token)).isEqualTo(!knownToA);
    }
  }

  @Property
  void aModelDoesNotDifferFromItself(@ForAll("models") LanguageModel model) {
    Comparison comparison = compared(model, model, 5);
    assertThat(comparison.contexts()).hasSize(model.vocabulary().size());
    assertThat(comparison.contexts())
        .allSatisfy(
            row -> {
              assertThat(row.ab().totalVariation()).isZero();
              assertThat(row.ab().kl()).isZero();
              assertThat(row.klBa()).isZero();
            });
    assertThat(comparison.pairs()).isEmpty();
    assertThat(comparison.onlyA()).isEmpty();
    assertThat(comparison.onlyB()).isEmpty();
  }

  @Property
  void theOtherWayRoundTheDivergencesChangePlaces(
      @ForAll("models") LanguageModel a, @ForAll("models") LanguageModel b) {
    Comparison there = compared(a, b, 5);
    Comparison back = compared(b, a, 5);
    assertThat(back.onlyA()).isEqualTo(there.onlyB());
    assertThat(back.contexts()).hasSameSizeAs(there.contexts());
    for (int i = 0; i < there.contexts().size(); i++) {
      ContextDifference ab = there.contexts().get(i);
      ContextDifference ba = back.contexts().get(i);
      assertThat(ba.ab().totalVariation()).isEqualTo(ab.ab().totalVariation(), within(1e-15));
      assertThat(ba.ab().kl()).isEqualTo(ab.klBa());
      assertThat(ba.klBa()).isEqualTo(ab.ab().kl());
    }
    assertThat(back.pairs().stream().map(PairDifference::size).toList())
        .isEqualTo(there.pairs().stream().map(PairDifference::size).toList());
  }

  /** The weights are the shares of the contexts in a text, so a mean is the one over its pairs. */
  @Property
  void aMeanIsTheOneOverThePairsOfAText(
      @ForAll("models") LanguageModel a,
      @ForAll("models") LanguageModel b,
      @ForAll("corpora") Corpus corpus) {
    Comparison comparison = Comparison.of(a, b, NgramCounts.ofPairs(corpus), 1);
    double[] sum = {0};
    long[] known = {0};
    corpus.forEach(
        (context, next, count) -> {
          int codePoint = context == 0 ? -1 : corpus.vocabulary().codePoint(context);
          for (ContextDifference row : comparison.contexts()) {
            int token = only(row.context());
            int other = token == 0 ? -1 : comparison.vocabulary().codePoint(token);
            if (other == codePoint) {
              sum[0] += row.ab().totalVariation();
              known[0]++;
            }
          }
        });
    assertThat(comparison.mean(row -> row.ab().totalVariation()))
        .isEqualTo(sum[0] / known[0], within(1e-12));
    assertThat(comparison.coverage()).isEqualTo((double) known[0] / corpus.total());
  }

  /** Models that look at one and at two tokens, compared after each pair of tokens of a text. */
  @Property
  void longerContextsAreThoseOfTheText(
      @ForAll("models") LanguageModel a, @ForAll("corpora") Corpus corpus) {
    Vocabulary vocabulary = a.vocabulary();
    LanguageModel b =
        new FunctionModel(
            vocabulary, 2, context -> context[0] == context[1] ? a.next() : a.next(context[1]));
    NgramCounts text = NgramCounts.of(3, corpus);
    Comparison comparison = Comparison.of(a, b, text, 1);
    int[] here = corpus.vocabulary().tokensIn(vocabulary);
    double[] sum = {0};
    long[] known = {0};
    text.forEach(
        (context, next, count) -> {
          int older = here[context[0]];
          int last = here[context[1]];
          if (older != Vocabulary.UNKNOWN && last != Vocabulary.UNKNOWN) {
            known[0] += count;
            sum[0] += count * Divergence.of(a.next(last), b.next(older, last)).totalVariation();
          }
        });
    assertThat(comparison.contexts().stream().mapToLong(ContextDifference::weight).sum())
        .isEqualTo(known[0]);
    assertThat(comparison.mean(row -> row.ab().totalVariation()))
        .isEqualTo(sum[0] / known[0], within(1e-12));
    assertThat(comparison.coverage()).isEqualTo((double) known[0] / corpus.total());
  }
}
