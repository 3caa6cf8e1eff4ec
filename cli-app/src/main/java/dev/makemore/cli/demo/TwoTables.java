package dev.makemore.cli.demo;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.picture.Columns;
import dev.makemore.model.Divergence;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Counted and learnt probabilities side by side, and names drawn from both with the same dice. */
record TwoTables(CountModel counted, Training training) implements Chapter {

  private static final int NAMES = 12;

  @Override
  public String title() {
    return "Two ways, one table";
  }

  @Override
  public void tell(Page page) {
    LanguageModel net = training.result().net();
    page.say("The net's table beside the one that counting gave:");
    page.show(examples(net));
    int context = contextOfLargestDifference(net);
    Divergence largest = Divergence.of(counted, net, context);
    page.say(
        """
        In all %,d cells the largest difference is %.5f, at `%s`: %.5f by counting, %.5f by the \
        net. A softmax never says quite 0, it only gets closer with every step.""",
        counted.vocabulary().size() * counted.vocabulary().size(),
        largest.largestDifference(),
        counted.vocabulary().decode(context, largest.token()),
        counted.next(context).probability(largest.token()),
        net.next(context).probability(largest.token()));
    List<String> byCounting = names(counted);
    List<String> byNet = names(net);
    page.say("So both make the same names, when both roll the same dice for each name:");
    page.show(Columns.lines(under("by counting", byCounting), 24, under("by the net", byNet)));
    long same =
        IntStream.range(0, NAMES).filter(i -> byCounting.get(i).equals(byNet.get(i))).count();
    page.say(
        """
        %d of %d are the same. A roll is a number between 0 and 1, and the letter is the one at \
        which the probabilities of the row, added up, exceed it; the two tables differ so little \
        that hardly a roll falls in between. (The command generate rolls in a faster way, in which \
        both models make different names.) Counting is the shortcut. Gradient descent is the \
        way that still works when a table no longer fits, up to the largest models.""",
        same, NAMES);
  }

  private List<String> examples(LanguageModel net) {
    Vocabulary vocabulary = counted.vocabulary();
    List<String> lines = new ArrayList<>();
    lines.add("pair   counting   net");
    for (String pair : List.of("em", "mm", "ma")) {
      int[] tokens = vocabulary.encode(pair);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-6s %.5f    %.5f",
              pair,
              counted.next(tokens[0]).probability(tokens[1]),
              net.next(tokens[0]).probability(tokens[1])));
    }
    return lines;
  }

  private int contextOfLargestDifference(LanguageModel net) {
    List<Divergence> rows = Divergence.perContext(counted, net);
    return IntStream.range(0, rows.size())
        .boxed()
        .max(
            (a, b) ->
                Double.compare(rows.get(a).largestDifference(), rows.get(b).largestDifference()))
        .orElseThrow();
  }

  private static List<String> names(LanguageModel model) {
    return IntStream.range(0, NAMES).mapToObj(i -> SameDice.of(Demo.SEED, i).name(model)).toList();
  }

  private static List<String> under(String title, List<String> names) {
    List<String> lines = new ArrayList<>(List.of(title, "-".repeat(title.length())));
    lines.addAll(names);
    return lines;
  }
}
