package dev.makemore.cli.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.TableModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a table tells sparsely is what looking at every pair tells. */
class TokenTableProperties {

  @Provide
  Arbitrary<TokenTable> tables() {
    Arbitrary<TokenTable> plain =
        Corpora.small().map(corpus -> ProbabilityTable.of(CountModel.fit(corpus)));
    Arbitrary<TokenTable> sparse = TableModel.smoothed().map(ProbabilityTable::of);
    Arbitrary<TokenTable> counts =
        Corpora.small().map(corpus -> CountTable.of(BigramCounts.of(corpus)));
    return Arbitraries.oneOf(plain, sparse, counts);
  }

  private static List<Pair> row(TokenTable table, int context) {
    return IntStream.range(0, table.vocabulary().size())
        .mapToObj(next -> new Pair(context, next, table.value(context, next)))
        .toList();
  }

  private static List<Pair> all(TokenTable table) {
    return IntStream.range(0, table.vocabulary().size())
        .mapToObj(context -> row(table, context))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Pair> sorted(List<Pair> pairs, Comparator<Pair> order, int limit) {
    return pairs.stream().filter(pair -> pair.value() > 0).sorted(order).limit(limit).toList();
  }

  @Property
  void thePairsThatComeFirstAreThoseOfAll(
      @ForAll("tables") TokenTable table, @ForAll @IntRange(max = 30) int limit) {
    for (Comparator<Pair> order : List.of(Pair.HIGHEST_FIRST, Pair.LOWEST_FIRST)) {
      assertThat(table.first(limit, order)).isEqualTo(sorted(all(table), order, limit));
      assertThat(table.first(limit, order, 0)).isEqualTo(sorted(row(table, 0), order, limit));
    }
  }

  @Property
  void whatIsNotImpossibleIsPossible(@ForAll("tables") TokenTable table) {
    assertThat(table.impossible())
        .isEqualTo(all(table).stream().filter(pair -> pair.value() == 0).count());
    for (int context = 0; context < table.vocabulary().size(); context++) {
      assertThat(table.possible(context))
          .isEqualTo((int) row(table, context).stream().filter(pair -> pair.value() > 0).count());
    }
  }

  @Property
  void aTotalIsTheSumOfItsRow(@ForAll("tables") TokenTable table) {
    for (int context = 0; context < table.vocabulary().size(); context++) {
      assertThat(table.total(context))
          .isEqualTo(row(table, context).stream().mapToDouble(Pair::value).sum(), within(1e-12));
    }
  }

  @Property
  void aTokenWeighsAsMuchAsItsColumn(@ForAll("tables") TokenTable table) {
    double[] weights = table.weights();
    double[] columns = new double[weights.length];
    all(table).forEach(pair -> columns[pair.next()] += pair.value());
    assertThat(weights).hasSize(table.vocabulary().size());
    assertThat(weights).containsExactly(columns, within(1e-9));
  }

  @Property
  void theMainTokensWeighNoLessThanTheOthers(
      @ForAll("tables") TokenTable table, @ForAll @IntRange(min = 1, max = 25) int limit) {
    double[] weights = table.weights();
    int[] main = table.mainTokens(limit);
    assertThat(main).hasSize(Math.min(limit, weights.length)).isSorted().doesNotHaveDuplicates();
    List<Integer> others = new ArrayList<>(IntStream.range(0, weights.length).boxed().toList());
    IntStream.of(main).forEach(token -> others.remove((Integer) token));
    double least = IntStream.of(main).mapToDouble(token -> weights[token]).min().getAsDouble();
    assertThat(others).allSatisfy(token -> assertThat(weights[token]).isLessThanOrEqualTo(least));
  }

  @Property
  void anyNumberHasAShadeAndADarkness(@ForAll("tables") TokenTable table) {
    for (Pair pair : all(table)) {
      assertThat(table.scale().shade(pair.value())).isBetween(pair.value() == 0 ? 0 : 1, 9);
      assertThat(table.darkness(pair.value()) > 0).isEqualTo(pair.value() > 0);
      assertThat(table.darkness(pair.value())).isBetween(0.0, 1.0);
      assertThat(table.shortText(pair.value()).length()).isLessThanOrEqualTo(6);
    }
  }
}
