package dev.makemore.autograd.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdamTest {

  private final Tape tape = Tape.create();
  private final Value p = tape.value(1);
  private final Mark mark = tape.mark();

  private void step(Optimizer optimizer, double gradient) {
    tape.rewind(mark);
    p.times(gradient).backward();
    optimizer.step();
  }

  @Test
  void theFirstStepIsTheRateWhateverTheGradient() {
    for (double gradient : new double[] {1e-3, 1, 1e6}) {
      p.set(1);
      step(Adam.of(List.of(p), LearningRate.constant(0.1)), gradient);
      assertThat(p.data()).isEqualTo(0.9, within(1e-5));
    }
  }

  @Test
  void threeStepsByHand() {
    Adam adam = Adam.of(List.of(p), LearningRate.constant(0.1)).withBetas(0.5, 0.75).withEpsilon(1);
    step(adam, 2);
    // m = 1, v = 1; corrected 1 / 0.5 = 2 and 1 / 0.25 = 4; step 0.1 * 2 / (2 + 1)
    assertThat(p.data()).isEqualTo(1 - 0.2 / 3, within(1e-15));
    step(adam, 0);
    // m = 0.5, v = 0.75; corrected 0.5 / 0.75 = 2/3 and 0.75 / 0.4375 = 12/7
    double second = 0.1 * (2 / 3.0) / (Math.sqrt(12 / 7.0) + 1);
    assertThat(p.data()).isEqualTo(1 - 0.2 / 3 - second, within(1e-15));
    step(adam, -4);
    // m = 0.25 - 2 = -1.75, v = 0.5625 + 4 = 4.5625; corrected by 0.875 to -2 and by 0.578125
    double third = 0.1 * -2 / (Math.sqrt(4.5625 / 0.578125) + 1);
    assertThat(p.data()).isEqualTo(1 - 0.2 / 3 - second - third, within(1e-15));
    assertThat(adam.steps()).isEqualTo(3);
  }

  /** With betas of 0, m is g and v is g squared: the step is the rate times the sign of g. */
  @Test
  void withoutAPastOnlyTheSignOfTheGradientCounts() {
    Adam adam = Adam.of(List.of(p), LearningRate.constant(0.25)).withBetas(0, 0);
    step(adam, 3);
    assertThat(p.data()).isEqualTo(0.75, within(1e-8));
    step(adam, -1e3);
    assertThat(p.data()).isEqualTo(1, within(1e-8));
  }

  /** With the defaults of the paper: 0.9, 0.999, 1e-8. */
  @Test
  void twoStepsWithTheDefaultsByHand() {
    Adam adam = Adam.of(List.of(p), LearningRate.constant(0.5));
    step(adam, 3);
    assertThat(p.data()).isEqualTo(1 - 0.5 * 3 / (3 + 1e-8), within(1e-14));
    step(adam, -1);
    // m = 0.27 - 0.1 = 0.17, v = 0.008991 + 0.001 = 0.009991, corrected by 0.19 and 0.001999
    double second = 0.5 * (0.17 / 0.19) / (Math.sqrt(0.009991 / 0.001999) + 1e-8);
    assertThat(p.data()).isEqualTo(1 - 0.5 * 3 / (3 + 1e-8) - second, within(1e-13));
  }

  @Test
  void aResumedOneGoesOnWithTheSameBits() {
    LearningRate falling = LearningRate.linear(0.1, 0, 10);
    Adam whole = Adam.of(List.of(p), falling).withBetas(0.8, 0.9);
    for (int i = 0; i < 3; i++) {
      step(whole, 1 + i);
    }
    double then = p.data();
    Adam resumed =
        Adam.of(List.of(p), falling)
            .withBetas(0.8, 0.9)
            .resumedAt(whole.steps(), whole.firstMoments(), whole.secondMoments());
    step(whole, -7);
    double expected = p.data();
    p.set(then);
    step(resumed, -7);
    assertThat(p.data()).isEqualTo(expected);
    assertThat(resumed.steps()).isEqualTo(4);
  }

  @Test
  void aPastThatCanNotBeIsAnError() {
    Adam adam = Adam.of(List.of(p), LearningRate.constant(1));
    double[] one = {1};
    for (Runnable wrong :
        List.<Runnable>of(
            () -> adam.resumedAt(-1, one, one),
            () -> adam.resumedAt(1, new double[2], one),
            () -> adam.resumedAt(1, one, new double[0]),
            () -> adam.resumedAt(1, new double[] {Double.NaN}, one),
            () -> adam.resumedAt(1, one, new double[] {-1}))) {
      assertThatIllegalArgumentException().isThrownBy(wrong::run);
    }
  }

  @Test
  void configuringMakesANewOptimizerWithNoPast() {
    Adam first = Adam.of(List.of(p), LearningRate.constant(0.1));
    step(first, 1);
    Adam second = first.withBetas(0.9, 0.999);
    assertThat(second.steps()).isZero();
    p.set(1);
    step(second, 0);
    assertThat(p.data()).isEqualTo(1);
  }

  @Test
  void wrongSettingsAreErrorsThatNameTheValue() {
    Adam adam = Adam.of(List.of(p), LearningRate.constant(0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam.withBetas(1, 0.9))
        .withMessage("beta1 must be >= 0 and < 1, was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam.withBetas(0.9, -1))
        .withMessage("beta2 must be >= 0 and < 1, was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam.withEpsilon(0))
        .withMessage("epsilon must be a finite number > 0, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Adam.of(List.of(), LearningRate.constant(0.1)));
  }
}
