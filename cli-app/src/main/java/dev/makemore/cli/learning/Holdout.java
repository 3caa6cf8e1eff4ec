package dev.makemore.cli.learning;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The items of an input, of which some are to be learned from and the others are held out, to see
 * what a model makes of text that it has not read. Both parts are over the characters of all items.
 */
public final class Holdout {

  private final PartText train;
  private final PartText heldOut;

  private Holdout(PartText train, PartText heldOut) {
    this.train = train;
    this.heldOut = heldOut;
  }

  /**
   * Reads {@code input} and divides its items as {@link Corpus#split} does; of a table, its rows.
   *
   * @param share how many items are held out, above 0 and below 1
   * @param seed decides which items these are
   * @param larger makes the vocabulary of the parts from that of the text
   * @throws Failure if nothing would be left in one of the parts
   */
  public static Holdout of(Input input, double share, long seed, UnaryOperator<Vocabulary> larger) {
    List<PartText.Item> items = new ArrayList<>();
    BigramCounts counts =
        input.counts((text, weight) -> items.add(new PartText.Item(text, weight)));
    items.removeIf(item -> item.weight() == 0);
    // Rows are shuffled by their numbers, since two of them may have the same item.
    Corpus rows = Corpus.of(IntStream.range(0, items.size()).mapToObj(Integer::toString).toList());
    Corpus.Split split = rows.split(share, 0, Xoshiro256PlusPlus.of(seed));
    if (split.train().items() == 0 || split.dev().items() == 0) {
      throw new Failure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "%s: has %d %s, of which --holdout %s would leave none to %s; give another share, or"
                  + " more items",
              input.name(),
              items.size(),
              items.size() == 1 ? "item" : "items",
              Decimal.shortest(share),
              split.dev().items() == 0 ? "score" : "learn from"));
    }
    Vocabulary vocabulary = larger.apply(counts.vocabulary());
    return new Holdout(
        part(items, split.train(), vocabulary), part(items, split.dev(), vocabulary));
  }

  private static PartText part(List<PartText.Item> items, Corpus rows, Vocabulary vocabulary) {
    return new PartText(
        rows.list().stream().map(row -> items.get(Integer.parseInt(row))).toList(), vocabulary);
  }

  /** The part to learn from. */
  public TrainingText train() {
    return train;
  }

  /** How well {@code model} predicts the part that it has learned from. */
  public Evaluation ofTrain(LanguageModel model) {
    return InputText.evaluation(model, train);
  }

  /** How well {@code model} predicts the part that was held out. */
  public Evaluation ofHeldOut(LanguageModel model) {
    return InputText.evaluation(model, heldOut);
  }
}
