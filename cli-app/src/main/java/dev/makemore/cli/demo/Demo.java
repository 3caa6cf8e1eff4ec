package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import java.util.List;
import java.util.function.Consumer;

/**
 * The whole lesson as a story: names are counted, made, scored, learned a second time by a neural
 * net, and both ways are compared.
 */
public final class Demo {

  /** Decides all names in the story. {@code makemore generate --seed} makes the same ones. */
  static final long SEED = 7;

  private record Chapter(String title, Consumer<Page> story) {}

  /** Who reads the story. */
  @FunctionalInterface
  public interface Reader {
    /** Waits until the reader has read what is on the page. Returns false to end the story. */
    boolean goesOn(Page page);
  }

  private final Corpus names;

  /** The story of {@code names}, which consist of the lower-case letters a to z. */
  public Demo(Corpus names) {
    this.names = names;
  }

  /** Writes the story on {@code page}, chapter by chapter, as long as {@code reader} goes on. */
  public void tell(Page page, Reader reader) {
    page.say(
        """
        A language model reads the text so far and gives every possible next token a probability. \
        To write, it draws one, appends it, and predicts again. Here a token is a letter, a text \
        is a name, and the model remembers one letter only: a bigram model. This is how it learns \
        %,d names, twice, and makes more of them.""",
        names.items());
    for (Chapter chapter : chapters()) {
      if (!reader.goesOn(page)) {
        return;
      }
      page.chapter(chapter.title());
      chapter.story().accept(page);
    }
  }

  private List<Chapter> chapters() {
    BigramCounts counts = BigramCounts.of(names);
    CountModel counted = CountModel.fit(counts);
    int size = counts.vocabulary().size();
    LanguageModel chance = BigramNet.of(counts.vocabulary(), new double[size * size]); // untrained
    TheNet net = new TheNet(counted);
    return List.of(
        new Chapter("The names", new TheNames(names, counts)::tell),
        new Chapter("Count the pairs", new TheTable(counts)::tell),
        new Chapter("A row becomes probabilities", new OneRow(counts)::tell),
        new Chapter("Make more names", new MoreNames(names, counted, chance)::tell),
        new Chapter("How good is it?", new HowGood(names, counted, chance)::tell),
        new Chapter("Why the logarithm?", new WhyTheLogarithm(names, counted)::tell),
        new Chapter("Learn it again, with a neural net", net::tell),
        new Chapter("Two ways, one table", page -> new TwoTables(counted, net.net()).tell(page)),
        new Chapter("Why one letter is not enough", new OneLetterIsNotEnough(names, counted)::tell),
        new Chapter("Your turn", new YourTurn()::tell));
  }
}
