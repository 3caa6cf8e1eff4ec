package dev.makemore.cli.learning;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.TextSize;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.learn.TrainingText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The text of an input. It is read once, in the form that the learner asks for: pairs are counted
 * on several threads, and neither they nor n-grams need the items in memory.
 */
public final class InputText implements TrainingText {

  /** The most items that a list can hold. */
  private static final long MOST_ITEMS = Integer.MAX_VALUE - 8;

  private final Input input;
  private final int threads;
  private UnaryOperator<Vocabulary> vocabulary = UnaryOperator.identity();
  private @Nullable ObjLongConsumer<String> each; // null: nobody wants the items
  private Consumer<TextSize> told = size -> {};
  private @Nullable Object read; // what the learner got

  private InputText(Input input, int threads) {
    this.input = input;
    this.threads = threads;
  }

  /** The text of {@code input}, whose pairs are counted on {@code threads} threads. */
  public static InputText of(Input input, int threads) {
    return new InputText(input, threads);
  }

  /** From now on, this text is over the vocabulary that {@code larger} makes of its own. */
  public InputText over(UnaryOperator<Vocabulary> larger) {
    vocabulary = larger;
    return this;
  }

  /** From now on, its items are added to {@code items} when it is read, once for each line. */
  public InputText keeping(List<String> items) {
    each = (item, weight) -> items.add(item);
    return this;
  }

  /** From now on, {@code listener} is told as well how large it is when it has been read. */
  public InputText telling(Consumer<TextSize> listener) {
    told = told.andThen(listener);
    return this;
  }

  /** What messages call the input. */
  public String name() {
    return input.name();
  }

  @Override
  public BigramCounts transitions() {
    checkNotRead();
    BigramCounts pairs = each == null ? input.counts(threads) : input.counts(each);
    Vocabulary over = vocabulary.apply(pairs.vocabulary());
    BigramCounts text = over.equals(pairs.vocabulary()) ? pairs : BigramCounts.of(pairs.over(over));
    return tell(text, TextSize.of("counted", "pair", text));
  }

  @Override
  public NgramCounts ngrams(int order) {
    checkNotRead();
    NgramCounts counts = each == null ? input.ngrams(order) : input.ngrams(order, each);
    Vocabulary over = vocabulary.apply(counts.vocabulary());
    NgramCounts text = over.equals(counts.vocabulary()) ? counts : counts.over(over);
    return tell(
        text, new TextSize("counted", "prediction", text.items(), text.total(), over.size()));
  }

  @Override
  public Corpus corpus() {
    checkNotRead();
    List<String> items = new ArrayList<>();
    Transitions pairs =
        input.counts(
            (item, weight) -> {
              add(item, weight, items);
              if (each != null) {
                each.accept(item, weight);
              }
            });
    Corpus corpus = Corpus.of(items).over(vocabulary.apply(pairs.vocabulary()));
    return tell(corpus, TextSize.of("read", "prediction", corpus));
  }

  private void add(String item, long weight, List<String> items) {
    if (weight > MOST_ITEMS - items.size()) {
      throw new Failure(
          ExitCode.FAILURE,
          name() + ": has more than 2^31 items, too many for a learner that keeps them in memory");
    }
    for (long i = 0; i < weight; i++) {
      items.add(item);
    }
  }

  private void checkNotRead() {
    if (read != null) {
      throw new IllegalStateException("a learner can ask for the text once");
    }
  }

  private <T> T tell(T text, TextSize size) {
    read = text;
    told.accept(size);
    return text;
  }

  /** Reads the text, if the learner has not. */
  public void finish() {
    if (read == null) {
      transitions();
    }
  }

  /** Reads this text in the form in which {@code other} was read. */
  public void readLike(InputText other) {
    if (other.read instanceof NgramCounts ngrams) {
      ngrams(ngrams.order());
    } else if (other.read instanceof Corpus) {
      corpus();
    } else {
      transitions();
    }
  }

  /**
   * How well {@code model} predicts this text. If the text has not been read in a form that tells,
   * it is read now.
   */
  public Evaluation evaluation(LanguageModel model) {
    int context = model.contextLength();
    if (read instanceof Corpus corpus) {
      return Evaluation.of(model, corpus);
    } else if (read instanceof NgramCounts ngrams && context <= ngrams.contextLength()) {
      return Evaluation.of(model, ngrams);
    } else if (read instanceof BigramCounts pairs && context <= 1) {
      return Evaluation.of(model, pairs);
    }
    return evaluation(model, new InputText(input, threads).over(vocabulary));
  }

  /** How well {@code model} predicts a text, which is read in the form that it needs. */
  static Evaluation evaluation(LanguageModel model, TrainingText text) {
    int context = model.contextLength();
    if (context <= 1) {
      return Evaluation.of(model, text.transitions());
    }
    return context < NgramCounts.MAX_ORDER
        ? Evaluation.of(model, text.ngrams(context + 1))
        : Evaluation.of(model, text.corpus());
  }
}
