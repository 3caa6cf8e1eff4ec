package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.nn.Activation;
import dev.makemore.autograd.nn.Loss;
import dev.makemore.autograd.nn.MultilayerPerceptron;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.autograd.optim.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void anExpressionHasItsDerivatives() {
    // @start region="derivative"
    Tape tape = Tape.create();
    Value a = tape.value(2);
    Value b = tape.value(3);
    Value y = a.times(b).plus(a.pow(2)); // y = ab + a^2
    y.backward();
    double slope = a.gradient(); // dy/da = b + 2a = 7
    // @end
    assertThat(y.data()).isEqualTo(10);
    assertThat(slope).isEqualTo(7);
    assertThat(b.gradient()).isEqualTo(2);
  }

  @Test
  void aLoopRunsInTheMemoryOfOneRound() {
    // @start region="training"
    Tape tape = Tape.create();
    Value x = tape.value(0);
    Mark mark = tape.mark();
    for (int step = 0; step < 100; step++) {
      tape.rewind(mark);
      Value loss = x.minus(3).pow(2); // smallest at x = 3
      loss.backward();
      x.set(x.data() - 0.1 * x.gradient());
    }
    // @end
    assertThat(x.data()).isEqualTo(3, within(1e-8));
    assertThat(tape.size()).isEqualTo(3);
  }

  @Test
  void anExpressionIsRecordedOnceAndReplayed() {
    // @start region="replay"
    Tape tape = Tape.create();
    Value x = tape.value(0);
    Mark mark = tape.mark();
    Value loss = x.minus(3).pow(2); // smallest at x = 3
    for (int step = 0; step < 100; step++) {
      tape.replay(mark);
      loss.backward();
      x.set(x.data() - 0.1 * x.gradient());
    }
    // @end
    assertThat(x.data()).isEqualTo(3, within(1e-8));
    assertThat(tape.size()).isEqualTo(3);
  }

  @Test
  void aFrozenFunctionComputesWithoutItsTape() {
    // @start region="frozen"
    Tape tape = Tape.create();
    Value x = tape.value(1);
    Value weight = tape.value(3);
    Value y = x.times(weight).plus(1);
    FrozenFunction f = FrozenFunction.of(List.of(x), List.of(y));
    weight.set(100); // f keeps the 3
    double[] result = f.apply(5); // 5 * 3 + 1 = 16
    // @end
    assertThat(result).containsExactly(16);
  }

  @Test
  void aGraphHasAllThatItTakesToGoBackward() {
    // @start region="graph"
    Tape tape = Tape.create();
    Value a = tape.value(2);
    Value b = tape.value(3);
    Value y = a.times(b).plus(a); // dy/da = b + 1 = 4, dy/db = a = 2
    List<ExpressionGraph.Node> nodes = ExpressionGraph.of(y).nodes(); // a, b, ab, y
    double[] gradients = new double[nodes.size()];
    gradients[nodes.size() - 1] = 1;
    for (int n = nodes.size() - 1; n >= 0; n--) {
      if (gradients[n] != 0) {
        for (ExpressionGraph.Edge edge : nodes.get(n).edges()) {
          gradients[edge.operand()] += edge.partial() * gradients[n];
        }
      }
    }
    // gradients are now 4, 2, 1, 1
    // @end
    assertThat(gradients).containsExactly(4, 2, 1, 1);
  }

  @Test
  void aNetworkLearnsExclusiveOr() {
    // @start region="network"
    Tape tape = Tape.create();
    RandomGenerator random = new Random(1);
    var network = MultilayerPerceptron.random(tape, random, Activation.TANH, 2, 8, 1);
    var questions =
        List.of(tape.values(0, 0), tape.values(0, 1), tape.values(1, 0), tape.values(1, 1));
    Optimizer adam = Adam.of(network.parameters(), LearningRate.constant(0.05));
    Mark mark = tape.mark();
    List<Value> scores = new ArrayList<>();
    for (int step = 0; step < 200; step++) {
      tape.rewind(mark);
      scores.clear();
      questions.forEach(question -> scores.addAll(network.apply(question)));
      Loss.hinge(scores, -1, 1, 1, -1).backward(); // above 0 where the two differ
      adam.step();
    }
    // @end
    assertThat(scores)
        .extracting(Value::data)
        .satisfiesExactly(
            score -> assertThat(score).isNegative(),
            score -> assertThat(score).isPositive(),
            score -> assertThat(score).isPositive(),
            score -> assertThat(score).isNegative());
  }
}
