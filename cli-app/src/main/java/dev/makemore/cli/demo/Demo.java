package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;

/**
 * The whole lesson as a story: names are counted, made, scored, learned a second time by a neural
 * net, and both ways are compared.
 */
public final class Demo {

  /** Decides all names in the story. {@code makemore generate --seed} makes the same ones. */
  static final long SEED = 7;

  private final Corpus names;

  /** The story of {@code names}, which consist of the lower-case letters a to z. */
  public Demo(Corpus names) {
    this.names = names;
  }

  /** Writes the story on {@code page}. */
  public void tell(Page page) {
    BigramCounts counts = BigramCounts.of(names);
    CountModel counted = CountModel.fit(counts);
    int size = counts.vocabulary().size();
    LanguageModel chance = BigramNet.of(counts.vocabulary(), new double[size * size]); // untrained
    page.say(
        """
        A language model reads the text so far and gives every possible next token a probability. \
        To write, it draws one, appends it, and predicts again. Here a token is a letter, a text \
        is a name, and the model remembers one letter only: a bigram model. This is how it learns \
        %,d names, twice, and makes more of them.""",
        names.items());
    page.chapter("The names");
    new TheNames(names, counts).tell(page);
    page.chapter("Count the pairs");
    new TheTable(counts).tell(page);
    page.chapter("A row becomes probabilities");
    new OneRow(counts).tell(page);
    page.chapter("Make more names");
    new MoreNames(names, counted, chance).tell(page);
    page.chapter("How good is it?");
    new HowGood(names, counted, chance).tell(page);
    page.chapter("Why the logarithm?");
    new WhyTheLogarithm(names, counted).tell(page);
    page.chapter("Learn it again, with a neural net");
    BigramNet net = new TheNet(counted).tell(page);
    page.chapter("Two ways, one table");
    new TwoTables(counted, net).tell(page);
    page.chapter("Why one letter is not enough");
    new OneLetterIsNotEnough(names, counted).tell(page);
    page.chapter("Your turn");
    new YourTurn().tell(page);
  }
}
