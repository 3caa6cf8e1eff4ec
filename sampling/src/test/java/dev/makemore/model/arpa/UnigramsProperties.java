package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnigramsProperties {

  /** Probabilities of which many are equal, in any order. */
  @Provide
  Arbitrary<double[]> probabilities() {
    return Arbitraries.integers()
        .between(0, 4)
        .array(int[].class)
        .ofMinSize(1)
        .ofMaxSize(30)
        .filter(weights -> Arrays.stream(weights).sum() > 0)
        .map(
            weights -> {
              double total = Arrays.stream(weights).sum();
              return Arrays.stream(weights).mapToDouble(weight -> weight / total).toArray();
            });
  }

  @Property
  void theCommonestIsTheOneThatMostTokensHave(@ForAll("probabilities") double[] probabilities) {
    Unigrams unigrams = Unigrams.of(probabilities.length, probabilities);
    Map<Double, Long> counts =
        Arrays.stream(probabilities)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long most = counts.values().stream().mapToLong(count -> count).max().orElseThrow();
    assertThat(counts.get(unigrams.commonest())).isEqualTo(most);
    assertThat(unigrams.uncommon())
        .containsExactly(
            IntStream.range(0, probabilities.length)
                .filter(token -> probabilities[token] != unigrams.commonest())
                .toArray());
  }

  @Property
  void whatIsLeftIsExactToTheLastDigits(
      @ForAll("probabilities") double[] probabilities, @ForAll Random random) {
    int[] tokens =
        IntStream.range(0, probabilities.length).filter(t -> random.nextInt(4) > 0).toArray();
    BigDecimal left = BigDecimal.ZERO;
    for (int token = 0; token < probabilities.length; token++) {
      if (Arrays.binarySearch(tokens, token) < 0) {
        left = left.add(new BigDecimal(probabilities[token]));
      }
    }
    Unigrams unigrams = Unigrams.of(probabilities.length, probabilities);
    assertThat(unigrams.sumWithout(tokens)).isEqualTo(left.doubleValue(), within(1e-30));
  }
}
