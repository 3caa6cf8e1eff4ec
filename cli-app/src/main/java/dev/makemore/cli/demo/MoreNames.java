package dev.makemore.cli.demo;

import dev.makemore.cli.picture.Columns;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names by counting beside names by chance alone. */
record MoreNames(Corpus names, LanguageModel model) implements Chapter {

  private static final int SHOWN = 12;
  private static final int COUNTED = 10_000;
  private static final int LONGEST_SHOWN = 44;

  @Override
  public String title() {
    return "Make more names";
  }

  @Override
  public void tell(Page page) {
    LanguageModel chance = UniformModel.over(model.vocabulary());
    page.say(
        """
        Start at the boundary, draw a letter by the probabilities of its row, go to that letter's \
        row, draw again, until the boundary comes back. On the right is what comes out when every \
        token is always as likely as any other.""");
    page.show(
        Columns.lines(namesUnder("by counting", model), 24, namesUnder("by chance alone", chance)));
    page.say(
        """
        Not good names yet, but of %,d made this way %.1f %% are real names from the list; of as \
        many on the right, %.1f %%. And they are as long as names are: %.1f letters on average, \
        where the list has %.1f.""",
        COUNTED,
        realShare(model),
        realShare(chance),
        averageLength(draw(model, COUNTED)),
        averageLength(names.list()));
  }

  private static List<String> namesUnder(String title, LanguageModel model) {
    List<String> lines = new ArrayList<>(List.of(title, "-".repeat(title.length())));
    draw(model, SHOWN).stream().map(MoreNames::shown).forEach(lines::add);
    return lines;
  }

  private static List<String> draw(LanguageModel model, int count) {
    return Sampler.of(model).samples(Demo.SEED).limit(count).map(Sample::text).toList();
  }

  private static String shown(String name) {
    if (name.isEmpty()) {
      return "(nothing: the boundary came first)";
    }
    return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "...";
  }

  private static double averageLength(List<String> names) {
    return names.stream().mapToInt(String::length).average().orElseThrow();
  }

  private double realShare(LanguageModel model) {
    Set<String> real = new HashSet<>(names.list());
    return 100.0 * draw(model, COUNTED).stream().filter(real::contains).count() / COUNTED;
  }
}
