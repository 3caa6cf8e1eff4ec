package example.gpt;

import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** GPTs of all sizes up to a few tokens, whose numbers are random, and up to the largest. */
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
    List<Gpt> gpts = new ArrayList<>();
    Random random = new Random(18);
    for (Gpt.Shape shape : SHAPES.subList(0, shapes)) {
      for (String characters : new String[] {"", "a", "abd"}) {
        for (double largest : new double[] {0, 0.5, 4, 1e3, 1e9}) {
          gpts.add(gpt(Vocabulary.of(characters), shape, largest, random));
        }
      }
    }
    return Arbitraries.of(gpts);
  }

  /** The numbers have few digits, so that files are short. */
  private static Gpt gpt(Vocabulary vocabulary, Gpt.Shape shape, double largest, Random random) {
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
