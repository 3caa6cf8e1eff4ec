package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares random expressions on the tape with the same expressions in plain doubles. */
class ExpressionProperties {

  @Property(tries = 2_000, maxDiscardRatio = 20)
  void theTapeAgreesWithPlainDoublesAndCentralDifferences(
      @ForAll("programs") Program program, @ForAll("points") double[] at) {
    double expected = program.compute(at);
    Assume.that(!Double.isNaN(expected));

    List<Value> nodes = program.record(Tape.create(), at);
    Value root = nodes.get(nodes.size() - 1);
    root.backward();

    assertThat(root.data()).isEqualTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    for (int i = 0; i < at.length; i++) {
      double wide = centralDifference(program, at, i, 2e-5);
      double narrow = centralDifference(program, at, i, 1e-5);
      double slope = (4 * narrow - wide) / 3; // Richardson: the error of order h^2 cancels
      assertThat(nodes.get(i).gradient())
          .as("toward input %d", i)
          .isEqualTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
    }
  }

  private static double centralDifference(Program program, double[] at, int input, double h) {
    double[] above = at.clone();
    double[] below = at.clone();
    above[input] += h;
    below[input] -= h;
    double difference = program.compute(above) - program.compute(below);
    Assume.that(!Double.isNaN(difference));
    return difference / (above[input] - below[input]);
  }

  @Provide
  Arbitrary<Program> programs() {
    return Program.arbitrary();
  }

  @Provide
  Arbitrary<double[]> points() {
    return Program.points();
  }
}
