package dev.makemore.cli.learning;

import dev.makemore.bigram.count.BigramCounter;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounter;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.learn.TrainingText;
import java.util.Collections;
import java.util.List;

/**
 * Some of the items of a text, in memory, over the vocabulary of all.
 *
 * @param items each with its weight
 * @param vocabulary the vocabulary that it is over
 */
record PartText(List<Item> items, Vocabulary vocabulary) implements TrainingText {

  /** An item, and how often it occurs. */
  record Item(String text, long weight) {}

  @Override
  public BigramCounts transitions() {
    BigramCounter counter = BigramCounter.create();
    items.forEach(item -> counter.add(item.text(), item.weight()));
    return BigramCounts.of(counter.counts().over(vocabulary));
  }

  @Override
  public NgramCounts ngrams(int order) {
    NgramCounter counter = NgramCounter.create(order, vocabulary);
    items.forEach(item -> counter.add(item.text(), item.weight()));
    return counter.counts();
  }

  @Override
  public Corpus corpus() {
    return Corpus.of(
            items.stream()
                .flatMap(i -> Collections.nCopies(Math.toIntExact(i.weight()), i.text()).stream())
                .toList())
        .over(vocabulary);
  }
}
