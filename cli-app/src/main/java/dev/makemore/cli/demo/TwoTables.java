package dev.makemore.cli.demo;

import dev.makemore.model.Divergence;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Counted and learned probabilities, and names from both made with the same dice. */
record TwoTables(LanguageModel counted, LanguageModel net) {

  private static final int NAMES = 12;

  void tell(Page page) {
    page.say("The net's table beside the one that counting gave:");
    page.show(examples());
    int context = contextOfLargestDifference();
    Divergence largest = Divergence.of(counted, net, context);
    page.say(
        """
        In all %,d cells the largest difference is %.5f, at `%s`: %.5f by counting, %.5f by the \
        net. A softmax never gives quite 0; with more steps it gets closer.""",
        counted.vocabulary().size() * counted.vocabulary().size(),
        largest.largestDifference(),
        counted.vocabulary().decode(context, largest.token()),
        counted.next(context).probability(largest.token()),
        net.next(context).probability(largest.token()));
    List<String> byCounting = names(counted);
    List<String> byNet = names(net);
    page.say("So both make the same names when they roll the same dice for each name:");
    page.showLists("by counting", byCounting, "by the net", byNet);
    long same =
        IntStream.range(0, NAMES).filter(i -> byCounting.get(i).equals(byNet.get(i))).count();
    page.say(
        """
        %d of %d are the same. A roll is a number between 0 and 1. The probabilities of the row \
        are added up one by one, and the token at which the sum exceeds the roll is drawn. The two \
        tables differ so little that hardly any roll falls between their sums. (The command \
        generate draws in a faster way, in which the two models make different names.) Counting is \
        the shortcut. Gradient descent still works when a table would be far too large, up to the \
        largest models.""",
        same, NAMES);
  }

  private List<String> examples() {
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

  private int contextOfLargestDifference() {
    List<Divergence> rows = Divergence.perContext(counted, net);
    return IntStream.range(0, rows.size())
        .boxed()
        .max(Comparator.comparingDouble(context -> rows.get(context).largestDifference()))
        .orElseThrow();
  }

  private static List<String> names(LanguageModel model) {
    return IntStream.range(0, NAMES).mapToObj(i -> SameDice.of(Demo.SEED, i).name(model)).toList();
  }
}
