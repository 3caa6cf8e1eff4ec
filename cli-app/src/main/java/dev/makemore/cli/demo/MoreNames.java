package dev.makemore.cli.demo;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names made by counting beside names made by chance alone. */
record MoreNames(Corpus names, LanguageModel model, LanguageModel chance) {

  private static final int SHOWN = 12;
  private static final int COUNTED = 10_000;
  private static final int LONGEST_SHOWN = 47;
  private static final String CUT = "...";

  void tell(Page page) {
    page.say(
        """
        Start at the boundary and draw a letter by the probabilities of its row. Go to the row of \
        that letter and draw again, until the boundary comes back. The names made by chance alone \
        come from a model that always gives every token the same probability.""");
    page.showLists("by counting", few(page, model), "by chance alone", few(page, chance));
    List<String> made = draw(model, COUNTED);
    page.say(
        """
        These are not good names yet. But of %,d names made by counting, %.1f%% are on the list; \
        of as many made by chance, %.1f%%. And those made by counting are as long as real names: \
        %.1f letters on average, and %.1f on the list.""",
        COUNTED,
        realShare(made),
        realShare(draw(chance, COUNTED)),
        averageLength(made),
        averageLength(names.list()));
  }

  private static List<String> few(Page page, LanguageModel model) {
    int longest = Math.min(LONGEST_SHOWN, page.room()) - CUT.length();
    return draw(model, SHOWN).stream().map(name -> shown(name, longest)).toList();
  }

  private static List<String> draw(LanguageModel model, int count) {
    return Sampler.of(model).samples(Demo.SEED).limit(count).map(Sample::text).toList();
  }

  private static String shown(String name, int longest) {
    if (name.isEmpty()) {
      return "(nothing: the boundary came first)";
    }
    return name.length() <= longest ? name : name.substring(0, longest) + CUT;
  }

  private static double averageLength(List<String> names) {
    return names.stream().mapToInt(String::length).average().orElseThrow();
  }

  /** The percentage of {@code made} that are on the list. */
  private double realShare(List<String> made) {
    Set<String> real = new HashSet<>(names.list());
    return 100.0 * made.stream().filter(real::contains).count() / made.size();
  }
}
