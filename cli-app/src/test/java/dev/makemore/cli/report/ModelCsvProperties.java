package dev.makemore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.table.Contexts;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.TableModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The whole model can be had back from its comma-separated values. */
class ModelCsvProperties {

  @Provide
  Arbitrary<LanguageModel> models() {
    Arbitrary<Corpus> quotable =
        Arbitraries.strings()
            .withChars("a,\"\n\r .")
            .ofMinLength(1)
            .ofMaxLength(6)
            .list()
            .ofMinSize(1)
            .ofMaxSize(8)
            .map(Corpus::of);
    Arbitrary<LanguageModel> counted =
        Combinators.combine(
                Arbitraries.oneOf(quotable, Corpora.smallNotEmpty()), Arbitraries.of(0.0, 0.5, 1.0))
            .as(CountModel::fit);
    return Arbitraries.oneOf(counted, TableModel.smoothed().map(model -> model));
  }

  private static List<List<String>> rows(LanguageModel model) {
    StringBuilder text = new StringBuilder();
    ModelCsv csv = ModelCsv.of(model);
    csv.header(line -> text.append(line).append('\n'));
    Contexts.all(model)
        .forEach(context -> csv.row(context, line -> text.append(line).append('\n')));
    return Rfc4180.parsed(text.toString());
  }

  private static String text(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? "" : vocabulary.text(token);
  }

  @Property
  void everyProbabilityCanBeHadBackExactly(@ForAll("models") LanguageModel model) {
    Map<String, Map<String, Double>> table = new HashMap<>();
    List<List<String>> rows = rows(model);
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, Double> nexts = table.computeIfAbsent(row.get(0), context -> new HashMap<>());
      assertThat(nexts.put(row.get(1), Double.valueOf(row.get(2)))).isNull();
    }
    Vocabulary vocabulary = model.vocabulary();
    assertThat(table).hasSize(vocabulary.size());
    for (int context = 0; context < vocabulary.size(); context++) {
      Map<String, Double> nexts = table.get(text(vocabulary, context));
      double other = nexts.getOrDefault("other", 0.0);
      double sum = 0;
      Set<String> known = new HashSet<>(Set.of("other"));
      for (int next = 0; next < vocabulary.size(); next++) {
        double probability = nexts.getOrDefault(text(vocabulary, next), other);
        assertThat(probability).isEqualTo(model.next(context).probability(next));
        sum += probability;
        known.add(text(vocabulary, next));
      }
      assertThat(sum).isEqualTo(1, within(1e-9));
      assertThat(known).containsAll(nexts.keySet());
    }
  }

  @Property
  void theCountsOfACountModelAreThere(@ForAll("models") LanguageModel model) {
    List<List<String>> rows = rows(model);
    if (!(model instanceof CountModel count)) {
      assertThat(rows.get(0)).containsExactly("context", "next", "probability");
      return;
    }
    assertThat(rows.get(0)).containsExactly("context", "next", "probability", "count");
    long total = 0;
    for (List<String> row : rows.subList(1, rows.size())) {
      total += Long.parseLong(row.get(3));
      if (!row.get(1).equals("other")) {
        int context = token(model.vocabulary(), row.get(0));
        int next = token(model.vocabulary(), row.get(1));
        assertThat(row.get(3)).isEqualTo(Long.toString(count.counts().count(context, next)));
      }
    }
    assertThat(total).isEqualTo(count.counts().total());
  }

  private static int token(Vocabulary vocabulary, String field) {
    return field.isEmpty() ? Vocabulary.BOUNDARY : vocabulary.token(field.codePointAt(0));
  }

  @Property(tries = 20)
  void whatSharesAProbabilityIsOneRow(@ForAll("smoothed") TableModel model) {
    long listed = model.rows().stream().mapToLong(row -> row.listed().count()).sum();
    assertThat(rows(model)).hasSize((int) (1 + listed + 20)); // 20 contexts
  }

  /** In memory, a row of which half was seen holds the other half one by one. */
  @Property
  void whatACountModelHasNotSeenIsOneRow(
      @ForAll("texts") Corpus corpus, @ForAll("smoothings") double smoothing) {
    CountModel model = CountModel.fit(corpus, smoothing);
    int size = model.vocabulary().size();
    int expected = 1;
    for (int context = 0; context < size; context++) {
      int seen = model.counts().row(context).size();
      expected += seen + (seen < size && (smoothing > 0 || seen == 0) ? 1 : 0);
    }
    assertThat(rows(model)).hasSize(expected);
  }

  @Provide
  Arbitrary<Corpus> texts() {
    return Corpora.smallNotEmpty();
  }

  @Provide
  Arbitrary<Double> smoothings() {
    return Arbitraries.of(0.0, 0.5, 1.0);
  }

  @Provide
  Arbitrary<TableModel> smoothed() {
    return TableModel.smoothed();
  }

  @Property(tries = 100)
  void aModelOfTwoTokensHasARowForEachContextThatCanComeUp(@ForAll("twoTokens") TableModel model) {
    int size = model.vocabulary().size();
    List<List<Integer>> contexts = Contexts.all(model).toList();
    assertThat(contexts).hasSize(1 + (size - 1) + (size - 1) * (size - 1)).doesNotHaveDuplicates();
    assertThat(contexts.get(0)).containsExactly(0, 0);
    Set<String> texts = new HashSet<>();
    for (List<Integer> context : contexts) {
      assertThat(texts.add(ModelJson.text(model.vocabulary(), context))).isTrue();
      double other = 0;
      double sum = 0;
      int listed = 0;
      List<String> lines = new ArrayList<>();
      ModelCsv.of(model).row(context, lines::add);
      for (String line : lines) {
        String[] fields = line.split(",", -1);
        double probability = Double.parseDouble(fields[2]);
        boolean isOther = fields[1].equals("other");
        other = isOther ? probability : other;
        sum += isOther ? 0 : probability;
        listed += isOther ? 0 : 1;
      }
      assertThat(sum + (size - listed) * other).isEqualTo(1, within(1e-9));
    }
  }

  @Provide
  Arbitrary<TableModel> twoTokens() {
    return TableModel.arbitrary(2);
  }
}
