package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Corpus;
import java.util.ArrayList;
import java.util.List;

/** The corpus in numbers, and one name as pairs of tokens. */
record TheNames(Corpus names, BigramCounts counts) {

  void tell(Page page) {
    String first = names.list().get(0);
    page.say(
        """
        Our text is %,d given names of children born in the United States in 2016, the most \
        frequent first: %s and so on. A model of names must also know how they begin and how \
        they end, so a boundary, written as a dot, stands on both sides. To the model, `%s` is \
        %d pairs:""",
        names.items(), String.join(", ", names.list().subList(0, 5)), first, pairs(first).size());
    page.show(List.of(String.join("   ", pairs(first))));
    page.say(
        "All names together have %,d such pairs, of %d tokens: %d letters and the boundary.",
        counts.total(), counts.vocabulary().size(), counts.vocabulary().size() - 1);
  }

  private static List<String> pairs(String name) {
    String bounded = "." + name + ".";
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < bounded.length(); i++) {
      pairs.add(bounded.substring(i, i + 2));
    }
    return pairs;
  }
}
