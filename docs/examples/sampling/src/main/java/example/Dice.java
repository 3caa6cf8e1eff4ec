package example;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import java.util.Locale;

/** A language model of one's own, written by hand: syllables of a consonant and a vowel. */
public final class Dice implements LanguageModel {

  private static final String VOWELS = "aeiou";

  private final Vocabulary vocabulary = Vocabulary.of("klmnst" + VOWELS);

  private Dice() {}

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public int contextLength() {
    return 1;
  }

  /** A vowel after a consonant; after a vowel an end, half of the time, or a consonant. */
  @Override
  public Distribution next(int... context) {
    int last = vocabulary.lastToken(context);
    double[] weights = new double[vocabulary.size()];
    for (int token = 1; token < weights.length; token++) {
      weights[token] = isVowel(token) == isConsonant(last) ? 1 : 0;
    }
    weights[Vocabulary.BOUNDARY] = isVowel(last) ? 6 : 0;
    return Distribution.ofWeights(weights);
  }

  private boolean isVowel(int token) {
    return token != Vocabulary.BOUNDARY && VOWELS.indexOf(vocabulary.codePoint(token)) >= 0;
  }

  private boolean isConsonant(int token) {
    return token != Vocabulary.BOUNDARY && !isVowel(token);
  }

  /** Starts the example. */
  public static void main(String[] args) {
    LanguageModel dice = new Dice();
    Sampler.of(dice).samples(1).limit(5).map(Sample::text).forEach(System.out::println);
    Sample cut = Sampler.of(Temperature.of(dice, 0)).withPrefix("m").withMaxLength(8).next(() -> 0);
    System.out.println("likeliest after m: " + cut.text());
    System.out.printf(
        Locale.ROOT,
        "a name costs %.3f nats per character%n",
        Evaluation.of(dice, Corpus.of("milo", "tone")).averageNll());
  }
}
