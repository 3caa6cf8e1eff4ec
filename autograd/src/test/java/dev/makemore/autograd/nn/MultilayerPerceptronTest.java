package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.GradientCheck;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultilayerPerceptronTest {

  private final Tape tape = Tape.create();

  private MultilayerPerceptron network(int... sizes) {
    return MultilayerPerceptron.random(tape, new SplitMix64(7), Activation.TANH, sizes);
  }

  private static void set(List<Value> parameters, double... data) {
    for (int i = 0; i < data.length; i++) {
      parameters.get(i).set(data[i]);
    }
  }

  @Test
  void aLayerAppliesEachNeuronToTheSameInput() {
    Layer layer = Layer.random(tape, 2, 3, Activation.IDENTITY, new SplitMix64(7));
    set(layer.parameters(), 1, 2, 3, 4, 5, 6, 7, 8, 9); // two weights and a bias each
    assertThat(layer.apply(tape.values(1, 10)))
        .isUnmodifiable()
        .extracting(Value::data)
        .containsExactly(24.0, 60.0, 96.0);
    assertThat(List.of(layer.inputs(), layer.outputs())).containsExactly(2, 3);
  }

  @Test
  void theParametersAreThoseOfAllLayersInTurn() {
    MultilayerPerceptron network = network(2, 16, 16, 1);
    assertThat(network.parameters())
        .hasSize(16 * 3 + 16 * 17 + 17)
        .isUnmodifiable()
        .doesNotHaveDuplicates()
        .allMatch(Value::isLeaf);
    assertThat(List.of(network.inputs(), network.outputs())).containsExactly(2, 1);
  }

  @Test
  void hiddenLayersAreActivatedAndTheLastIsNot() {
    MultilayerPerceptron network = network(1, 1, 1);
    set(network.parameters(), 1, 0, 10, 5); // tanh(x), then 10 h + 5
    assertThat(network.apply(tape.values(0.5493061443340548)).get(0).data())
        .isEqualTo(10, within(1e-14)); // artanh(1/2)
  }

  @Test
  void theGradientsOfANetworkAgreeWithCentralDifferences() {
    MultilayerPerceptron shape = network(2, 4, 3);
    double[] at = shape.parameters().stream().mapToDouble(Value::data).toArray();
    GradientCheck check = GradientCheck.of(MultilayerPerceptronTest::spelledOut, at);
    MultilayerPerceptron network = network(2, 4, 3);
    Loss.crossEntropy(List.of(network.apply(tape.values(0.3, -0.8))), 1).backward();
    for (int i = 0; i < at.length; i++) {
      assertThat(network.parameters().get(i).gradient())
          .isEqualTo(check.numeric().get(i), within(1e-8));
    }
  }

  /** The cost of a 2-4-3 network written out with nothing but arithmetic on its parameters. */
  private static Value spelledOut(List<Value> p) {
    Value[] h = new Value[4];
    for (int j = 0; j < 4; j++) {
      int at = 3 * j;
      h[j] = p.get(at).times(0.3).plus(p.get(at + 1).times(-0.8)).plus(p.get(at + 2)).tanh();
    }
    Value[] z = new Value[3];
    for (int k = 0; k < 3; k++) {
      int at = 12 + 5 * k;
      z[k] = p.get(at + 4);
      for (int j = 0; j < 4; j++) {
        z[k] = z[k].plus(p.get(at + j).times(h[j]));
      }
    }
    Value total = z[0].exp().plus(z[1].exp()).plus(z[2].exp());
    return z[1].exp().dividedBy(total).log().negate();
  }

  @Test
  void oneSeedGivesOneNetwork() {
    assertThat(network(2, 3, 1).parameters())
        .extracting(Value::data)
        .isEqualTo(network(2, 3, 1).parameters().stream().map(Value::data).toList());
  }

  @Test
  void sizesThatDoNotFitAreErrors() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(2))
        .withMessage("a network needs at least two sizes, of its input and its output, had 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(2, 0, 1))
        .withMessage("the number of outputs must be >= 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network(2, 3).apply(tape.values(1)))
        .withMessage("the input must have 2 entries, one for each input, had 1");
  }
}
