package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.explorer.expression.RandomFormula;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class GraphProperties {

  @Provide
  Arbitrary<RandomFormula> formulas() {
    return RandomFormula.all();
  }

  /** Bit for bit, also where a gradient is infinite or not a number. */
  @Property
  void afterAllStepsTheGradientsAreThoseOfTheTape(
      @ForAll("formulas") RandomFormula formula,
      @ForAll @DoubleRange(min = -3, max = 3) double first,
      @ForAll @DoubleRange(min = -3, max = 3) double others) {
    Graph graph = Engine.expression(formula.text());
    double[] point = graph.point();
    for (int i = 0; i < point.length; i++) {
      point[i] = i == 0 ? first : others;
    }
    Graph moved = graph.at(point);
    int nodes = moved.data().length;
    assertThat(moved.gradientsAfter(nodes)).isEqualTo(moved.gradients());
    assertThat(moved.gradientsAfter(nodes + 5)).isEqualTo(moved.gradients());
    double[] start = moved.gradientsAfter(0);
    assertThat(start[nodes - 1]).isEqualTo(1);
    assertThat(Arrays.copyOf(start, nodes - 1)).containsOnly(new double[nodes - 1]);
  }

  @Property
  void edgesLeadFromResultsToOperands(@ForAll("formulas") RandomFormula formula) {
    Graph graph = Engine.expression(formula.text());
    double[] edges = graph.edges();
    boolean[] used = new boolean[graph.data().length];
    used[used.length - 1] = true;
    for (int i = 0; i < edges.length; i += 3) {
      assertThat(edges[i + 1]).isLessThan(edges[i]).isNotNegative();
      used[(int) edges[i + 1]] = true;
    }
    assertThat(used).doesNotContain(false);
    assertThat(graph.labels()).hasSameSizeAs(used);
    assertThat(graph.operations()).hasSameSizeAs(used);
    assertThat(graph.gradients()).hasSize(used.length);
  }

  /** Smooth everywhere, and steep nowhere: the error of the slope is in proportion to step^2. */
  @Property
  void theSlopeIsNearTheGradient(
      @ForAll @DoubleRange(min = -2, max = 2) double w,
      @ForAll @DoubleRange(min = -2, max = 2) double x,
      @ForAll @DoubleRange(min = -2, max = 2) double b) {
    Graph graph =
        Engine.expression("tanh(w * x + b) ^ 2 - exp(w) * sigmoid(b)").at(new double[] {w, x, b});
    for (int i = 0; i < 3; i++) {
      int node = Arrays.asList(graph.labels()).indexOf(graph.variables()[i]);
      assertThat(graph.slope(i)).isEqualTo(graph.gradients()[node], within(1e-8));
    }
  }
}
