package dev.makemore.autograd.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LearningRateTest {

  private static double[] at(LearningRate rate, long... steps) {
    return LongStream.of(steps).mapToDouble(rate::at).toArray();
  }

  @Test
  void aConstantRateNeverChanges() {
    assertThat(at(LearningRate.constant(0.3), 0, 1, 1_000_000_000_000L))
        .containsExactly(0.3, 0.3, 0.3);
  }

  @Test
  void aLinearRateGoesFromTheFirstToTheLastAndStays() {
    assertThat(at(LearningRate.linear(1, 0.2, 4), 0, 1, 2, 4, 5, Long.MAX_VALUE))
        .containsExactly(new double[] {1, 0.8, 0.6, 0.2, 0.2, 0.2}, within(1e-15));
    assertThat(at(LearningRate.linear(1, 0, 10), 10)).containsExactly(0.0);
  }

  @Test
  void anExponentialRateIsMultipliedAtEveryStep() {
    assertThat(at(LearningRate.exponential(8, 0.5), 0, 1, 2, 3, 10))
        .containsExactly(8, 4, 2, 1, 8 / 1024.0);
  }

  @Test
  void aFactorOfOneChangesNothing() {
    assertThat(at(LearningRate.exponential(8, 1), 0, 1, 1_000)).containsExactly(8, 8, 8);
  }

  @Test
  void aRateMayFallInOneStep() {
    assertThat(at(LearningRate.linear(1, 0.5, 1), 0, 1, 2)).containsExactly(1, 0.5, 0.5);
    assertThat(at(LearningRate.cosine(1, 0.5, 1), 0, 1, 2)).containsExactly(1, 0.5, 0.5);
  }

  @Test
  void aCosineRateFallsSlowlyThenFastThenSlowly() {
    assertThat(at(LearningRate.cosine(1, 0.5, 6), 0, 2, 3, 4, 6, 7))
        .containsExactly(new double[] {1, 0.875, 0.75, 0.625, 0.5, 0.5}, within(1e-15));
  }

  @Test
  void wrongRatesAreErrorsThatNameTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.constant(-1))
        .withMessage("learning rate must be a finite number > 0, was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.constant(Double.NaN))
        .withMessage("learning rate must be a finite number > 0, was NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> LearningRate.constant(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.constant(Double.POSITIVE_INFINITY));
    List<ThrowingCallable> wrongFirst =
        List.of(
            () -> LearningRate.linear(0, 0, 1),
            () -> LearningRate.cosine(0, 0, 1),
            () -> LearningRate.exponential(0, 0.5));
    for (ThrowingCallable wrong : wrongFirst) {
      assertThatIllegalArgumentException()
          .isThrownBy(wrong)
          .withMessage("first learning rate must be a finite number > 0, was 0.0");
    }
    List<ThrowingCallable> wrongLast =
        List.of(() -> LearningRate.linear(1, -1, 1), () -> LearningRate.cosine(1, -1, 1));
    for (ThrowingCallable wrong : wrongLast) {
      assertThatIllegalArgumentException()
          .isThrownBy(wrong)
          .withMessage("last learning rate must be a finite number >= 0, was -1.0");
    }
    List<ThrowingCallable> wrongSteps =
        List.of(() -> LearningRate.linear(1, 0, 0), () -> LearningRate.cosine(1, 0, 0));
    for (ThrowingCallable wrong : wrongSteps) {
      assertThatIllegalArgumentException()
          .isThrownBy(wrong)
          .withMessage("number of steps must be >= 1, was 0");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.exponential(1, 1.5))
        .withMessage("decay factor must be > 0 and <= 1, was 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningRate.exponential(1, 0))
        .withMessage("decay factor must be > 0 and <= 1, was 0.0");
  }
}
