package example.gpt;

import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** GPTs of all sizes up to a few tokens, with random numbers. */
final class SmallGpts {

  private static final List<Gpt.Shape> SHAPES =
      List.of(
          new Gpt.Shape(1, 1, 1),
          new Gpt.Shape(2, 1, 2),
          new Gpt.Shape(4, 2, 3),
          new Gpt.Shape(6, 3, 5));

  private SmallGpts() {}

  /**
   * Some of them.
   *
   * @param shapes how many of the shapes, the smallest first
   */
  static Arbitrary<Gpt> arbitrary(int shapes) {
    Arbitrary<Vocabulary> vocabularies =
        Arbitraries.strings().withCharRange('a', 'd').ofMaxLength(4).map(Vocabulary::of);
    return Combinators.combine(
            vocabularies,
            Arbitraries.of(SHAPES.subList(0, shapes)),
            Arbitraries.longs(),
            Arbitraries.of(0.0, 0.5, 3.0, 1e3, 1e9))
        .as(SmallGpts::gpt);
  }

  /** The numbers have few digits, so that files are short. */
  private static Gpt gpt(Vocabulary vocabulary, Gpt.Shape shape, long seed, double largest) {
    Random random = new Random(seed);
    return new Gpt(
        vocabulary,
        shape,
        (name, count) -> {
          double[] numbers = new double[count];
          Arrays.setAll(numbers, i -> largest * (random.nextInt(9) - 4) / 4);
          return numbers;
        });
  }
}
