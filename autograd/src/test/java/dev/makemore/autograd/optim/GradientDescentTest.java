package dev.makemore.autograd.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientDescentTest {

  private final Tape tape = Tape.create();
  private final List<Value> parameters = tape.values(1, 10);
  private final Mark mark = tape.mark();

  /** Steps with the gradients of a p_0 + b p_1, which are a and b wherever the parameters are. */
  private void step(Optimizer optimizer, double a, double b) {
    tape.rewind(mark);
    Values.dot(new double[] {a, b}, parameters).backward();
    optimizer.step();
  }

  private void assertParameters(double first, double second) {
    assertThat(parameters.get(0).data()).isEqualTo(first, within(1e-15));
    assertThat(parameters.get(1).data()).isEqualTo(second, within(1e-14));
  }

  @Test
  void plainStepsFollowTheNegativeGradient() {
    Optimizer descent = GradientDescent.of(parameters, LearningRate.constant(0.5));
    step(descent, 2, -4);
    assertParameters(0, 12);
    step(descent, 2, -4);
    assertParameters(-1, 14);
    assertThat(descent.steps()).isEqualTo(2);
  }

  @Test
  void momentumKeepsTheVelocity() {
    Optimizer descent =
        GradientDescent.of(parameters, LearningRate.constant(0.5)).withMomentum(0.9);
    step(descent, 2, -4); // v = 2, -4
    assertParameters(0, 12);
    step(descent, 1, 0); // v = 2.8, -3.6
    assertParameters(-1.4, 13.8);
    step(descent, 0, 0); // v = 2.52, -3.24
    assertParameters(-2.66, 15.42);
  }

  @Test
  void momentumZeroIsPlainDescent() {
    Optimizer descent =
        GradientDescent.of(parameters, LearningRate.constant(0.5))
            .withMomentum(0.9)
            .withMomentum(0);
    step(descent, 2, -4);
    step(descent, 2, -4);
    assertParameters(-1, 14);
  }

  @Test
  void scalesMultiplyTheGradients() {
    Optimizer descent = GradientDescent.of(parameters, LearningRate.constant(0.5)).withScale(3, 0);
    step(descent, 2, -4);
    assertParameters(-2, 10);
  }

  @Test
  void scaleAndMomentumCombineInEitherOrder() {
    GradientDescent plain = GradientDescent.of(parameters, LearningRate.constant(1));
    Optimizer descent = plain.withScale(2, 1).withMomentum(0.5);
    step(descent, 1, 1); // v = 2, 1
    step(descent, 1, 1); // v = 3, 1.5
    assertParameters(-4, 7.5);
    parameters.get(0).set(1);
    parameters.get(1).set(10);
    Optimizer other = plain.withMomentum(0.5).withScale(2, 1);
    step(other, 1, 1);
    step(other, 1, 1);
    assertParameters(-4, 7.5);
  }

  @Test
  void configuringMakesANewOptimizerAtRest() {
    GradientDescent first = GradientDescent.of(parameters, LearningRate.constant(1));
    step(first, 1, 1);
    GradientDescent second = first.withMomentum(0.9);
    assertThat(second).isNotSameAs(first);
    assertThat(second.steps()).isZero();
    assertThat(first.steps()).isEqualTo(1);
    step(second, 0, 0);
    assertParameters(0, 9);
  }

  @Test
  void theScalesAreCopied() {
    double[] scales = {1, 1};
    Optimizer descent = GradientDescent.of(parameters, LearningRate.constant(1)).withScale(scales);
    scales[0] = 100;
    step(descent, 1, 1);
    assertParameters(0, 9);
  }

  @Test
  void theRateIsThatOfTheStep() {
    Optimizer descent = GradientDescent.of(parameters, LearningRate.linear(1, 0, 2));
    step(descent, 1, 1); // 1
    step(descent, 1, 1); // 0.5
    step(descent, 1, 1); // 0
    assertParameters(-0.5, 8.5);
  }

  @Test
  void aRateThatIsNoNumberMovesNothing() {
    Optimizer descent = GradientDescent.of(parameters, step -> step == 1 ? Double.NaN : 1.0);
    step(descent, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> step(descent, 1, 1))
        .withMessage("learning rate at step 1 must be a finite number >= 0, was NaN");
    assertParameters(0, 9);
    assertThat(descent.steps()).isEqualTo(1);
  }

  @Test
  void wrongSettingsAreErrorsThatNameTheValue() {
    GradientDescent descent = GradientDescent.of(parameters, LearningRate.constant(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> descent.withMomentum(1))
        .withMessage("momentum must be >= 0 and < 1, was 1.0");
    assertThatIllegalArgumentException().isThrownBy(() -> descent.withMomentum(-0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> descent.withMomentum(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> descent.withScale(1))
        .withMessage("2 parameters need as many scales, had 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> descent.withScale(1, Double.POSITIVE_INFINITY))
        .withMessage("scale of parameter 1 must be a finite number >= 0, was Infinity");
  }

  @Test
  void parametersAreDistinctLeaves() {
    LearningRate rate = LearningRate.constant(1);
    Value p = parameters.get(0);
    Value sum = p.plus(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientDescent.of(List.of(), rate))
        .withMessage("an optimizer needs at least one parameter, had none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientDescent.of(List.of(p, sum), rate))
        .withMessageStartingWith("a parameter must be a leaf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientDescent.of(List.of(p, p), rate))
        .withMessageStartingWith("a parameter must be given once");
    Value dropped = tape.value(1);
    tape.rewind(mark);
    assertThatIllegalStateException().isThrownBy(() -> GradientDescent.of(List.of(dropped), rate));
  }
}
