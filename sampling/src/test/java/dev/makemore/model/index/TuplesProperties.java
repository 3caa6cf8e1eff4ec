package dev.makemore.model.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Numbers of tuples, compared with a list that is searched from its start. */
class TuplesProperties {

  @Property(tries = 200)
  void aTupleHasTheNumberOfItsFirstSight(
      @ForAll @IntRange(max = 5) int length,
      @ForAll @IntRange(min = 1, max = 8) int values,
      @ForAll long seed) {
    Random random = new Random(seed);
    Tuples tuples = Tuples.ofLength(length);
    List<List<Integer>> met = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int[] padded = random.ints(length + 2L, 0, values).toArray();
      List<Integer> tuple = Arrays.stream(padded, 1, length + 1).boxed().toList();
      int before = met.indexOf(tuple);
      assertThat(tuples.find(padded, 1)).isEqualTo(before);
      if (before < 0) {
        met.add(tuple);
      }
      assertThat(tuples.add(padded, 1)).isEqualTo(met.indexOf(tuple));
    }
    assertThat(tuples.size()).isEqualTo(met.size());
    for (int number = 0; number < met.size(); number++) {
      int n = number;
      assertThat(IntStream.range(0, length).mapToObj(i -> tuples.element(n, i)).toList())
          .isEqualTo(met.get(number));
    }
  }
}
