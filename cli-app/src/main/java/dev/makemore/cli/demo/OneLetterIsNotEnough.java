package dev.makemore.cli.demo;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a model that remembers one letter can't know. */
record OneLetterIsNotEnough(Corpus names, LanguageModel model) {

  private static final int SHOWN = 6;

  void tell(Page page) {
    page.say("What comes next? The model's likeliest tokens after two beginnings:");
    page.showText(List.of(afterwards("emm"), afterwards("xqem")));
    page.say(
        """
        They are the same to the last digit, because all that the model sees is the `m` at the \
        end. But %s names on the list begin with `emm`, and %s with `xqem`: a model that remembers \
        more letters knows more. That is the way forward: a longer memory, bigger tokens, a better \
        model. What stays is to predict, draw, append and repeat.""",
        begin("emm"), begin("xqem"));
  }

  private String afterwards(String beginning) {
    Vocabulary vocabulary = model.vocabulary();
    Distribution next = model.next(vocabulary.encode(beginning));
    return IntStream.of(next.mostLikely(SHOWN))
        .mapToObj(
            token ->
                String.format(
                    Locale.ROOT, "%s %.4f", vocabulary.text(token), next.probability(token)))
        .collect(Collectors.joining("  ", String.format("%-6s", beginning), ""));
  }

  private String begin(String beginning) {
    long count = names.list().stream().filter(name -> name.startsWith(beginning)).count();
    return count == 0 ? "none" : Long.toString(count);
  }
}
