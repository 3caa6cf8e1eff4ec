package dev.makemore.model.contract;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random backoff models, for tests. */
public final class BackoffModels {

  private static final String CHARACTERS = " .<\\a\u00E9\uD83D\uDE00";

  private BackoffModels() {}

  /**
   * Bigram models with 1 to 8 tokens, a space and an emoji among them: some unigrams are equal,
   * some 0; some rows are whole, some empty, and some backoffs are above 1.
   */
  public static Arbitrary<BackoffModel> arbitrary() {
    return arbitrary(2, 8, 12);
  }

  /** Models of order 1 to 5 of the same kind. Of the longer contexts, some are known. */
  public static Arbitrary<BackoffModel> ofAnyOrder() {
    return Arbitraries.integers().between(1, 5).flatMap(order -> arbitrary(order, 8, 12));
  }

  /** Models of order 1 to 4 whose files are short. */
  public static Arbitrary<BackoffModel> small() {
    return Arbitraries.integers().between(1, 4).flatMap(order -> arbitrary(order, 4, 3));
  }

  private static Arbitrary<BackoffModel> arbitrary(int order, int mostTokens, int contexts) {
    return Arbitraries.integers()
        .between(1, mostTokens)
        .flatMap(
            size ->
                Arbitraries.longs().map(seed -> random(size, order, contexts, new Random(seed))));
  }

  private static BackoffModel random(int size, int order, int mostContexts, Random random) {
    int[] codePoints = CHARACTERS.codePoints().limit(size - 1).toArray();
    double[] unigrams = shares(size, 1, random);
    BackoffModel.Builder model =
        BackoffModel.builder(Vocabulary.ofCodePoints(codePoints), order, unigrams);
    for (int length = 1; length < order; length++) {
      for (int[] context : contexts(size, length, mostContexts, random)) {
        addRow(model, context, size, random);
      }
    }
    return model.build();
  }

  /** All contexts of one token, and a few longer ones, in any order. */
  private static List<int[]> contexts(int size, int length, int most, Random random) {
    if (length == 1) {
      return IntStream.range(0, size).mapToObj(token -> new int[] {token}).toList();
    }
    Set<List<Integer>> contexts = new HashSet<>();
    for (int i = random.nextInt(most); i > 0 && size > 1; i--) {
      List<Integer> context = new ArrayList<>(List.of(random.nextInt(size)));
      random.ints(length - 1, 1, size).forEach(context::add);
      contexts.add(context);
    }
    return contexts.stream().map(c -> c.stream().mapToInt(token -> token).toArray()).toList();
  }

  private static void addRow(BackoffModel.Builder model, int[] context, int size, Random random) {
    int[] listed = IntStream.range(0, size).filter(t -> random.nextInt(3) > 0).toArray();
    double left = model.rowSum(context, 1, listed, new double[listed.length]);
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

  /** Random numbers of the given sum, of which some are equal or 0. */
  private static double[] shares(int count, double sum, Random random) {
    double[] weights = random.doubles(count).map(x -> x < 0.5 ? Math.rint(4 * x) : x).toArray();
    weights[random.nextInt(count)] += 0.25;
    double total = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight * sum / total).toArray();
  }
}
