package dev.makemore.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FirstFewProperties {

  @Property
  void theBestAreTheFirstAfterSorting(
      @ForAll List<Integer> numbers, @ForAll @IntRange(max = 12) int limit) {
    FirstFew<Integer> best = new FirstFew<>(limit, Comparator.naturalOrder());
    numbers.forEach(best::offer);
    List<Integer> sorted = numbers.stream().sorted().limit(limit).toList();
    assertThat(best.list()).isEqualTo(sorted);
    if (limit > 0 && sorted.size() == limit) {
      assertThat(best.last()).hasValue(sorted.get(limit - 1));
    } else {
      assertThat(best.last()).isEmpty();
    }
  }
}
