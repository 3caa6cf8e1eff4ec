package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import java.util.List;

/**
 * The whole lesson as a story: names are counted, drawn, scored, learnt a second time by a neural
 * net, and compared.
 */
public final class Demo {

  /** Decides all names in the story. {@code makemore generate --seed} makes the same ones. */
  static final long SEED = 7;

  private final Corpus names;

  /** The story of {@code names}, which are lower case a to z. */
  public Demo(Corpus names) {
    this.names = names;
  }

  /** Tells it. */
  public void tell(Page page) {
    BigramCounts counts = BigramCounts.of(names);
    CountModel model = CountModel.fit(counts);
    Training training = new Training(counts);
    page.say(
        """
        A language model reads a text so far and gives every possible next token a probability. \
        To write, it draws one, appends it, and predicts again. Here a token is a letter, a text \
        is a name, and the model remembers one letter only: a bigram model. This is how it learns \
        %,d names, twice, and makes more of them.""",
        names.items());
    List<Chapter> chapters =
        List.of(
            new TheNames(names, counts),
            new TheTable(counts),
            new OneRow(counts),
            new MoreNames(names, model),
            new HowGood(names, model),
            new WhyTheLogarithm(names, model),
            training,
            new TwoTables(model, training),
            new OneLetterIsNotEnough(names, model),
            new YourTurn());
    for (int i = 0; i < chapters.size(); i++) {
      page.title((i + 1) + ". " + chapters.get(i).title());
      chapters.get(i).tell(page);
    }
  }
}
