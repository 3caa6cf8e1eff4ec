package dev.makemore.cli.demo;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The negative log likelihood, of one name pair by pair and of all names. */
record HowGood(Corpus names, LanguageModel model, LanguageModel chance) {

  void tell(Page page) {
    String name = names.list().get(0);
    page.say(
        """
        A good model gives real names a high probability. Each prediction costs -ln P, where P is \
        the probability of the token that comes next: nothing if it was certain, and more the less \
        it was expected. This cost is the negative log likelihood, or NLL, in nats. Here is `%s`, \
        pair by pair:""",
        name);
    page.showText(pairByPair(name));
    Evaluation all = Evaluation.of(model, names);
    Evaluation uniform = Evaluation.of(chance, names);
    page.say("The average over all %,d predictions says how good the model is:", all.tokens());
    page.showText(
        List.of(
            String.format(
                Locale.ROOT,
                "by counting       %.3f   as unsure as a fair die with %.1f sides",
                all.averageNll(),
                all.perplexity()),
            String.format(
                Locale.ROOT,
                "by chance alone   %.3f   = ln %d, the die with %.0f sides",
                uniform.averageNll(),
                model.vocabulary().size(),
                uniform.perplexity())));
    page.say("No bigram model can do better than counting on these names.");
  }

  private List<String> pairByPair(String name) {
    Vocabulary vocabulary = model.vocabulary();
    List<String> lines = new ArrayList<>();
    lines.add("pair    P(next | before)    -ln P");
    int before = Vocabulary.BOUNDARY;
    double product = 1;
    double sum = 0;
    int[] tokens = vocabulary.encode(name);
    for (int i = 0; i <= tokens.length; i++) {
      int next = i < tokens.length ? tokens[i] : Vocabulary.BOUNDARY;
      double probability = model.next(before).probability(next);
      double cost = model.next(before).negativeLogLikelihood(next);
      lines.add(row(vocabulary.decode(before, next), "%.6f", probability, cost));
      product *= probability;
      sum += cost;
      before = next;
    }
    lines.add(row("all", "%.9f", product, sum) + "   the product, and the sum");
    lines.add(row("average", "", 0, sum / (tokens.length + 1)));
    return lines;
  }

  private static String row(String label, String format, double probability, double cost) {
    String middle = String.format(Locale.ROOT, format, probability);
    return String.format(Locale.ROOT, "%-7s %-16s %8.3f", label, middle, cost);
  }
}
