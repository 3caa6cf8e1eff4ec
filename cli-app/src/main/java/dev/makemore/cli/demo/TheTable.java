package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.picture.CountScale;
import dev.makemore.cli.picture.HeatMap;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All counts as a picture. */
record TheTable(BigramCounts counts) {

  void tell(Page page) {
    Vocabulary vocabulary = counts.vocabulary();
    int size = vocabulary.size();
    List<String> labels = IntStream.range(0, size).mapToObj(vocabulary::text).toList();
    double[][] cells =
        IntStream.range(0, size)
            .mapToObj(
                row -> IntStream.range(0, size).mapToDouble(c -> counts.count(row, c)).toArray())
            .toArray(double[][]::new);
    CountScale scale = new CountScale(counts.mostFrequent(1).get(0).count());
    page.say(
        """
        How often does one token follow another? The rows are the token before, the columns the \
        token after: %d x %d cells. Each shade stands for counts about %.1f times as large as the \
        shade before.""",
        size, size, scale.factor());
    page.show(new HeatMap(labels, cells, scale).within(page.room()).lines(page.ink()));
    page.say(
        """
        The most frequent pairs are %s. And %d of the %d cells are empty: no name has `%s` in it, \
        for example. This table is all that the model knows.""",
        mostFrequent(6), counts.zeroCells(), size * size, anEmptyCell());
  }

  private String mostFrequent(int limit) {
    return counts.mostFrequent(limit).stream()
        .map(
            pair ->
                String.format(
                    Locale.ROOT,
                    "`%s%s` %,d",
                    counts.vocabulary().text(pair.context()),
                    counts.vocabulary().text(pair.next()),
                    pair.count()))
        .collect(Collectors.joining(", "));
  }

  /** The first pair of letters, in alphabetical order, that never occurs. */
  private String anEmptyCell() {
    int size = counts.vocabulary().size();
    return IntStream.range(0, size * size)
        .filter(cell -> cell / size > 0 && cell % size > 0)
        .filter(cell -> counts.count(cell / size, cell % size) == 0)
        .mapToObj(cell -> counts.vocabulary().decode(cell / size, cell % size))
        .findFirst()
        .orElse("??");
  }
}
