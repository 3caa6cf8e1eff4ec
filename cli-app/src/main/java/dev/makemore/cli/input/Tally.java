package dev.makemore.cli.input;

import dev.makemore.bigram.count.BigramCounter;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.NgramCounter;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of several lists.
 *
 * @param <C> the counts of one list, and of all
 */
interface Tally<C> {

  /**
   * Counts a list.
   *
   * @param notes takes remarks on what is read
   */
  C count(ItemList list, Consumer<String> notes);

  /**
   * Adds the counts of one list.
   *
   * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} predictions
   */
  void add(C part);

  /** The counts of all lists that were added. */
  C sum();

  /** How often each pair occurs, if these counts tell. */
  Optional<BigramCounts> pairs(C counts);

  /** The size of what was counted. */
  TextSize size(C counts);

  /**
   * Pairs of characters.
   *
   * @param each takes every item and its weight; if it is null, a list is counted from its bytes on
   *     {@code threads} threads
   */
  static Tally<BigramCounts> ofPairs(int threads, @Nullable ObjLongConsumer<String> each) {
    BigramCounter sum = BigramCounter.create();
    return new Tally<>() {
      @Override
      public BigramCounts count(ItemList list, Consumer<String> notes) {
        return each == null ? list.counts(threads, notes) : list.items(each, notes);
      }

      @Override
      public void add(BigramCounts part) {
        sum.addAll(part);
      }

      @Override
      public BigramCounts sum() {
        return sum.counts();
      }

      @Override
      public Optional<BigramCounts> pairs(BigramCounts counts) {
        return Optional.of(counts);
      }

      @Override
      public TextSize size(BigramCounts counts) {
        return TextSize.of("counted", "pair", counts);
      }
    };
  }

  /**
   * N-grams of a given order.
   *
   * @param each takes every item and its weight; may be null
   */
  static Tally<NgramCounts> ofNgrams(int order, @Nullable ObjLongConsumer<String> each) {
    NgramCounter sum = NgramCounter.create(order);
    return new Tally<>() {
      @Override
      public NgramCounts count(ItemList list, Consumer<String> notes) {
        return list.ngrams(order, each, notes);
      }

      @Override
      public void add(NgramCounts part) {
        sum.addAll(part);
      }

      @Override
      public NgramCounts sum() {
        return sum.counts();
      }

      @Override
      public Optional<BigramCounts> pairs(NgramCounts counts) {
        return order == 1 ? Optional.empty() : Optional.of(BigramCounts.of(pairsOf(counts)));
      }

      @Override
      public TextSize size(NgramCounts counts) {
        return new TextSize(
            "counted", "prediction", counts.items(), counts.total(), counts.vocabulary().size());
      }
    };
  }

  private static Transitions pairsOf(NgramCounts counts) {
    return new Transitions() {
      @Override
      public Vocabulary vocabulary() {
        return counts.vocabulary();
      }

      @Override
      public void forEach(Visitor visitor) {
        counts.forEach(
            (context, next, count) -> visitor.visit(context[context.length - 1], next, count));
      }
    };
  }
}
