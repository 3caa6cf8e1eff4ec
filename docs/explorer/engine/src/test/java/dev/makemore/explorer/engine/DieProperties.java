package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.draw.AliasTable;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DieProperties {

  private static final int GRID = 1 << 12;

  @Provide
  Arbitrary<Distribution> rows() {
    return Rows.all();
  }

  @Provide
  Arbitrary<Distribution> rowsWithoutRest() {
    return Rows.withoutRest();
  }

  @Property
  void aDieDrawsWhatTheDistributionDraws(
      @ForAll("rows") Distribution row, @ForAll long seed, @ForAll @IntRange(max = 30) int draws) {
    Xoshiro256PlusPlus ours = Xoshiro256PlusPlus.of(seed);
    Xoshiro256PlusPlus theirs = Xoshiro256PlusPlus.of(seed);
    for (int i = 0; i < draws; i++) {
      assertThat(Die.roll(row, ours).token()).isEqualTo(row.sample(theirs));
    }
    assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
  }

  @Property
  void aDieFallsIntoThePartOfItsToken(@ForAll("rows") Distribution row, @ForAll long seed) {
    double[] ends = new double[row.size() + 1]; // of the parts, after a 0
    for (int token = 0; token < row.size(); token++) {
      ends[token + 1] = ends[token] + row.probability(token);
    }
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(seed);
    for (int i = 0; i < 50; i++) {
      Die die = Die.roll(row, random);
      assertThat(die.position()).isBetween(ends[die.token()], ends[die.token() + 1]);
    }
  }

  /**
   * Random bits that are evenly spaced fall on the line evenly spaced, apart from the borders of
   * the pieces: each of the 2 V pieces at most has one point more or less than its size.
   */
  @Property(tries = 200)
  void evenlySpacedBitsFallEvenly(@ForAll("rowsWithoutRest") Distribution row) {
    double[] positions = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      long bits = (2L * i + 1) << (63 - 12); // the middle of each of as many parts
      positions[i] = Die.roll(row, () -> bits).position();
    }
    Arrays.sort(positions);
    for (int i = 0; i < GRID; i++) {
      assertThat(positions[i]).isEqualTo((i + 0.5) / GRID, within((2.0 * row.size() + 1) / GRID));
    }
  }

  /**
   * Within a column, dice that are a part in 2^40 apart fall on different places: nothing but the
   * rounding of doubles loses bits.
   */
  @Property
  void differentBitsOfAColumnFallOnDifferentPlaces(
      @ForAll("rowsWithoutRest") Distribution row,
      @ForAll @IntRange(max = 11) int column,
      @ForAll @IntRange(max = (1 << 20) - 2) int place) {
    int columns = Math.max(1, (int) row.listed().count());
    double start = (column % columns + place * 0x1p-20) / columns; // of the bits
    long bits = ((long) (start * 0x1p62) << 2) + (1L << 30);
    long others = bits + (1L << 24);
    assertThat(Die.roll(row, () -> bits).position())
        .isNotEqualTo(Die.roll(row, () -> others).position());
  }

  /** The shared rest is the last thing of a mixture, which takes a second number to draw. */
  @Property
  void theSharedRestLiesBehindTheOtherPieces(@ForAll long second) {
    Distribution row = Rows.withRest(0.5, 3, 2);
    long first = bitsOfTheRest(row);
    long[] numbers = {first, second};
    int[] next = {0};
    Die die = Die.roll(row, () -> numbers[next[0]++]);
    double left = 0;
    for (int token = 0; token < die.token(); token++) {
      left += row.probability(token);
    }
    double others = row.probability(die.token()) - row.rest();
    assertThat(next[0]).isEqualTo(2);
    assertThat(die.position()).isBetween(left + others, left + row.probability(die.token()));
  }

  private static long bitsOfTheRest(Distribution row) {
    double[] listed = row.listed().mapToDouble(row::probability).toArray();
    AliasTable table = AliasTable.ofMixture(listed, row.rest(), row.size());
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(1);
    while (true) {
      long bits = random.nextLong();
      if (table.draw(bits) == listed.length) {
        return bits;
      }
    }
  }
}
