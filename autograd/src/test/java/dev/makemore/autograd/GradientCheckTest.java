package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

  @Test
  void theTwoGradientsOfASmoothFunctionAgree() {
    GradientCheck check =
        GradientCheck.of(x -> x.get(0).times(x.get(1)).plus(x.get(0).exp()), 0, 5);
    assertThat(check.analytic()).containsExactly(6.0, 0.0); // y + e^x, x
    assertThat(check.numeric().get(0)).isEqualTo(6, within(1e-9));
    assertThat(check.numeric().get(1)).isEqualTo(0, within(1e-9));
    assertThat(check.largestRelativeError()).isLessThan(1e-9);
  }

  @Test
  void someTenDigitsAgreeAtLargeAndSmallInputs() {
    for (double x : new double[] {1e-8, 1e-3, 1, 1e3, 1e8}) {
      GradientCheck check = GradientCheck.of(inputs -> inputs.get(0).pow(2).plus(1), x);
      assertThat(check.largestRelativeError()).isLessThan(1e-9);
    }
  }

  @Test
  void aWrongDerivativeIsFound() {
    // The tape sees x + 6, with derivative 1; the numbers are those of x * 3, with derivative 3.
    GradientCheck check = GradientCheck.of(x -> x.get(0).plus(2 * x.get(0).data()), 3);
    assertThat(check.analytic()).containsExactly(1.0);
    assertThat(check.numeric().get(0)).isEqualTo(3, within(1e-9));
    assertThat(check.largestRelativeError()).isEqualTo(2 / 3.0, within(1e-9));
  }

  @Test
  void atAKinkTheTwoDiffer() {
    GradientCheck check = GradientCheck.of(x -> x.get(0).relu(), 0);
    assertThat(check.analytic()).containsExactly(0.0);
    assertThat(check.numeric()).containsExactly(0.5);
    assertThat(check.largestRelativeError()).isEqualTo(0.5);
  }

  @Test
  void smallEntriesAreComparedAbsolutely() {
    GradientCheck check = new GradientCheck(List.of(1e-9, 200.0), List.of(3e-9, 100.0));
    assertThat(check.largestRelativeError()).isEqualTo(0.5);
    assertThat(new GradientCheck(List.of(1e-9), List.of(3e-9)).largestRelativeError())
        .isEqualTo(2e-9, within(1e-20));
  }

  @Test
  void notANumberIsNotAgreement() {
    assertThat(GradientCheck.of(x -> x.get(0).log(), -1).largestRelativeError()).isNaN();
  }

  @Test
  void theFunctionMayBeAnInputItself() {
    assertThat(GradientCheck.of(x -> x.get(1), 3, 4).analytic()).containsExactly(0.0, 1.0);
  }

  @Test
  void aResultOfAnotherTapeIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.of(x -> Tape.create().value(1), 3))
        .withMessageContaining("two different tapes");
  }

  @Test
  void gradientsOfDifferentSizesAreAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientCheck(List.of(1.0), List.of()))
        .withMessage("the two gradients must have one size, were of 1 and 0");
  }

  @Test
  void everyEvaluationStartsWithTheInputsAlone() {
    List<Integer> sizes = new ArrayList<>();
    GradientCheck.of(
        x -> {
          sizes.add(x.get(0).tape().size());
          return x.get(0).times(x.get(1)).exp();
        },
        0.5,
        2);
    assertThat(sizes).containsExactly(2, 2, 2, 2, 2);
  }
}
