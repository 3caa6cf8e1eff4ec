package dev.makemore.model.contract;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random backoff models, for tests. */
public final class BackoffModels {

  private static final String CHARACTERS = " .<a\u00E9\uD83D\uDE00";

  private BackoffModels() {}

  /**
   * Models with 1 to 7 tokens, a space and an emoji among them: some unigrams are equal, some 0;
   * some rows are whole, some empty, and some backoffs are above 1.
   */
  public static Arbitrary<BackoffModel> arbitrary() {
    int most = CHARACTERS.codePointCount(0, CHARACTERS.length()) + 1;
    return Arbitraries.integers()
        .between(1, most)
        .flatMap(size -> Arbitraries.longs().map(seed -> random(size, new Random(seed))));
  }

  private static BackoffModel random(int size, Random random) {
    int[] codePoints = CHARACTERS.codePoints().limit(size - 1).toArray();
    double[] unigrams = shares(size, 1, random);
    BackoffModel.Builder model =
        BackoffModel.builder(Vocabulary.ofCodePoints(codePoints), unigrams);
    for (int context = 0; context < size; context++) {
      int[] listed = IntStream.range(0, size).filter(t -> random.nextInt(3) > 0).toArray();
      double left = 1 - IntStream.of(listed).mapToDouble(token -> unigrams[token]).sum();
      if (listed.length == 0) {
        model.row(context, 1, listed, new double[0]);
      } else if (listed.length == size || left < 1e-6 || random.nextInt(4) == 0) {
        double backoff = listed.length == size ? 0.3 : 0;
        model.row(context, backoff, listed, shares(listed.length, 1, random));
      } else {
        double mass = random.nextDouble();
        model.row(context, (1 - mass) / left, listed, shares(listed.length, mass, random));
      }
    }
    return model.build();
  }

  /** Random numbers of the given sum, of which some are equal or 0. */
  private static double[] shares(int count, double sum, Random random) {
    double[] weights = random.doubles(count).map(x -> x < 0.5 ? Math.rint(4 * x) : x).toArray();
    weights[random.nextInt(count)] += 0.25;
    double total = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight * sum / total).toArray();
  }
}
