package dev.makemore.cli.demo;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.random.RandomGenerator;

/**
 * Draws in such a way that models with almost the same probabilities nearly always make the same
 * choice.
 *
 * <p>{@link Distribution#sample} is faster, but a small change of the probabilities can change its
 * alias table so much that the same random number means another token. Here the probabilities of a
 * row are added up, token by token, until their sum exceeds a random number from 0 to 1. Two rows
 * choose differently only when the number falls between their sums.
 */
final class SameDice {

  private final RandomGenerator random;

  private SameDice(RandomGenerator random) {
    this.random = random;
  }

  /** The dice for one name. Each name has its own, so a name of another length shifts no other. */
  static SameDice of(long seed, long number) {
    return new SameDice(Xoshiro256PlusPlus.of(seed, number));
  }

  /** A name from a bigram model. */
  String name(LanguageModel model) {
    StringBuilder name = new StringBuilder();
    int token = choose(model.next());
    while (token != Vocabulary.BOUNDARY) {
      name.append(model.vocabulary().text(token));
      token = choose(model.next(token));
    }
    return name.toString();
  }

  private int choose(Distribution row) {
    double roll = (random.nextLong() >>> 11) * 0x1p-53; // 53 bits, from 0 to below 1
    int token = 0;
    double sum = row.probability(token);
    while (sum <= roll && token < row.size() - 1) {
      token++;
      sum += row.probability(token);
    }
    return token;
  }
}
