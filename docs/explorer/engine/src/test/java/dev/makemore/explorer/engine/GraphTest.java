package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GraphTest {

  private static final Graph PRODUCT = Engine.expression("a * b + a").at(new double[] {3, -2});

  @Test
  void aGraphHasTheNodesOfItsExpression() {
    assertThat(PRODUCT.variables()).containsExactly("a", "b");
    assertThat(PRODUCT.point()).containsExactly(3, -2);
    assertThat(PRODUCT.labels()).containsExactly("a", "b", "", "");
    assertThat(PRODUCT.operations()).containsExactly("", "", "times", "plus");
    assertThat(PRODUCT.data()).containsExactly(3, -2, -6, -3);
    assertThat(PRODUCT.gradients()).containsExactly(-1, 3, 1, 1);
    assertThat(PRODUCT.edges()).containsExactly(2, 0, -2, 2, 1, 3, 3, 2, 1, 3, 0, 1);
  }

  @Test
  void gradientsArePassedOnFromTheResult() {
    assertThat(PRODUCT.gradientsAfter(0)).containsExactly(0, 0, 0, 1);
    assertThat(PRODUCT.gradientsAfter(1)).containsExactly(1, 0, 1, 1);
    assertThat(PRODUCT.gradientsAfter(2)).containsExactly(-1, 3, 1, 1);
  }

  @Test
  void theFirstPointHasNoTwoEqualNumbers() {
    assertThat(Engine.expression("a + b + c + d + e").point())
        .containsExactly(0.5, -1, 1.5, -2, 2.5);
  }

  @Test
  void aGraphOfOneNumberIsOneNode() {
    Graph graph = Engine.expression("1.50");
    assertThat(graph.labels()).containsExactly("1.50");
    assertThat(graph.gradients()).containsExactly(1);
    assertThat(graph.edges()).isEmpty();
  }

  @Test
  void theResultMayBeAskedForElsewhere() {
    assertThat(PRODUCT.resultWith(1, 5)).isEqualTo(18);
    assertThat(PRODUCT.slope(0)).isEqualTo(-1, within(1e-9));
    assertThat(PRODUCT.slope(1)).isEqualTo(3, within(1e-9));
    assertThat(PRODUCT.data()).endsWith(-3); // as before
  }

  @Test
  void aPointNeedsANumberForEachVariable() {
    assertThatThrownBy(() -> PRODUCT.at(new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 variables need as many numbers, not 1");
    assertThatThrownBy(() -> PRODUCT.slope(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Engine.expression("a +"))
        .hasMessageStartingWith("the expression ends where");
  }
}
