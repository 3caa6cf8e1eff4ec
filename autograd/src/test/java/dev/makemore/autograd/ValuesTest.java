package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {

  private static final double LN_2 = 0.6931471805599453;

  private final Tape tape = Tape.create();

  @Test
  void sumsMeansAndInnerProductsByHand() {
    List<Value> a = tape.values(1, 2, 3);
    List<Value> b = tape.values(4, 5, 6);

    assertResult(Values.sum(a), 6, a, 1, 1, 1);
    assertResult(Values.sum(a.get(0), a.get(2)), 4, a, 1, 0, 1);
    assertResult(Values.mean(a), 2, a, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    assertResult(Values.dot(a, b), 32, a, 4, 5, 6);
    assertResult(Values.dot(a, b), 32, b, 1, 2, 3);
    assertResult(Values.dot(a, a), 14, a, 2, 4, 6);
    assertResult(Values.dot(a, b, b.get(0)), 36, b, 2, 2, 3);
    assertResult(
        Values.dot(List.of(a.get(0), b.get(0)), List.of(b.get(1), a.get(0)), b.get(2)),
        15,
        a,
        9,
        0,
        0);
    assertResult(Values.dot(new double[] {0.5, -1, 2}, b), 9, b, 0.5, -1, 2);
  }

  @Test
  void eachIsASingleNode() {
    List<Value> a = tape.values(1, 2, 3);
    int size = tape.size();
    Values.sum(a);
    Values.mean(a);
    Values.dot(a, a);
    Values.dot(new double[] {1, 2, 3}, a);
    Values.logSumExp(a);
    Values.crossEntropy(a, 1);
    Values.crossEntropy(a, new double[] {0.5, 0, 0.5});
    assertThat(tape.size()).isEqualTo(size + 7);
  }

  @Test
  void logSumExpOfEqualLogitsByHand() {
    List<Value> logits = tape.values(0, 0, 0, 0);
    assertResult(Values.logSumExp(logits), 2 * LN_2, logits, 0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void logSumExpOfLogarithmsAddsUpTheirNumbers() {
    List<Value> logits = tape.values(Math.log(1), Math.log(2), Math.log(5));
    assertResult(Values.logSumExp(logits), 3 * LN_2, logits, 1 / 8.0, 2 / 8.0, 5 / 8.0);
  }

  @Test
  void logSumExpSurvivesHugeLogits() {
    List<Value> equal = tape.values(1000, 1000);
    assertResult(Values.logSumExp(equal), 1000 + LN_2, equal, 0.5, 0.5);
    List<Value> apart = tape.values(-1000, 1000);
    assertResult(Values.logSumExp(apart), 1000, apart, 0, 1);
    List<Value> low = tape.values(-1000, -1000);
    assertResult(Values.logSumExp(low), -1000 + LN_2, low, 0.5, 0.5);
  }

  @Test
  void anImpossibleLogitHasNoPart() {
    List<Value> logits = tape.values(Double.NEGATIVE_INFINITY, 3);
    assertResult(Values.logSumExp(logits), 3, logits, 0, 1);
    assertThat(Values.logSumExp(tape.values(Double.NEGATIVE_INFINITY)).data())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void softmaxByHand() {
    List<Value> p = Values.softmax(tape.values(0, Math.log(3)));
    assertThat(p.get(0).data()).isEqualTo(0.25, within(1e-15));
    assertThat(p.get(1).data()).isEqualTo(0.75, within(1e-15));
  }

  @Test
  void theJacobianOfSoftmaxByHand() {
    List<Value> z = tape.values(0, Math.log(3));
    Values.softmax(z).get(0).backward(); // dp_0/dz_j = p_0 ([j = 0] - p_j)
    assertThat(z.get(0).gradient()).isEqualTo(0.25 * 0.75, within(1e-15));
    assertThat(z.get(1).gradient()).isEqualTo(-0.25 * 0.75, within(1e-15));
  }

  @Test
  void softmaxSurvivesHugeLogits() {
    List<Value> z = tape.values(1000, -1000, 1000);
    List<Value> p = Values.softmax(z);
    p.get(0).backward();
    double[] probabilities = {0.5, 0, 0.5};
    double[] gradient = {0.25, 0, -0.25};
    for (int i = 0; i < 3; i++) {
      assertThat(p.get(i).data()).isEqualTo(probabilities[i]);
      assertThat(z.get(i).gradient()).isEqualTo(gradient[i]);
    }
  }

  @Test
  void crossEntropyByHand() {
    List<Value> z = tape.values(0, Math.log(3));
    Value cost = Values.crossEntropy(z, 0); // -ln(1/4)
    assertResult(cost, 2 * LN_2, z, 0.25 - 1, 0.75);
  }

  @Test
  void crossEntropySurvivesHugeLogits() {
    List<Value> z = tape.values(1000, -1000);
    assertResult(Values.crossEntropy(z, 0), 0, z, 0, 0);
    assertResult(Values.crossEntropy(z, 1), 2000, z, 1, -1);
  }

  /** Two equal logits have the probability 1/2, however large they are. */
  @Test
  void hugeLogitsLoseNoDigits() {
    for (double huge : new double[] {1e9, 1e16, 1e300, -1e16}) {
      List<Value> z = tape.values(huge, huge);
      assertResult(Values.crossEntropy(z, 0), LN_2, z, -0.5, 0.5);
      assertThat(Values.softmax(z)).allSatisfy(p -> assertThat(p.data()).isEqualTo(0.5));
    }
  }

  /** -ln(1 / (1 + e^-40)) is e^-40 to 17 digits: 4.24835425529158900e-18. */
  @Test
  void aCostThatIsNearlyNothingKeepsItsDigits() {
    List<Value> z = tape.values(40, 0);
    Value cost = Values.crossEntropy(z, 0);
    cost.backward();
    assertThat(cost.data()).isEqualTo(4.248354255291589e-18, within(1e-33));
    assertThat(z.get(0).gradient()).isEqualTo(-4.248354255291589e-18, within(1e-33));
  }

  @Test
  void weightedTargetsByHand() {
    List<Value> z = tape.values(0, Math.log(3)); // p is 1/4 and 3/4
    Value cost = Values.crossEntropy(z, new double[] {2, 1}); // 2 ln 4 + ln 4/3
    assertResult(cost, 4 * LN_2 + Math.log(4 / 3.0), z, 3 * 0.25 - 2, 3 * 0.75 - 1);
  }

  @Test
  void anImpossibleLogitOfNoWeightCostsNothing() {
    List<Value> z = tape.values(0, Double.NEGATIVE_INFINITY, 0);
    assertResult(Values.crossEntropy(z, new double[] {1, 0, 0}), LN_2, z, -0.5, 0, 0.5);
    assertThat(Values.crossEntropy(z, new double[] {1, 1e-300, 0}).data())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void laterChangesOfTheWeightsAreNotSeen() {
    double[] weights = {1, 0};
    Value x = tape.value(0);
    Mark mark = tape.mark();
    Value cost = Values.crossEntropy(List.of(x, x), weights);
    weights[0] = 7;
    tape.replay(mark);
    assertThat(cost.data()).isEqualTo(LN_2);
  }

  @Test
  void weightsThatDoNotFitAreNamedAndNothingIsRecorded() {
    List<Value> z = tape.values(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.crossEntropy(z, new double[] {1}))
        .withMessage("2 logits need as many weights, had 1");
    for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Values.crossEntropy(z, new double[] {0, wrong}))
          .withMessage("a weight must be a finite number >= 0, was " + wrong);
    }
    assertThat(tape.size()).isEqualTo(2);
  }

  @Test
  void aTargetThatIsNoLogitIsAnErrorAndRecordsNothing() {
    List<Value> z = tape.values(1, 2);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Values.crossEntropy(z, 2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Values.crossEntropy(z, -1));
    assertThat(tape.size()).isEqualTo(2);
  }

  @Test
  void nothingToAddUpIsAnError() {
    List<Runnable> empty =
        List.of(
            () -> Values.sum(),
            () -> Values.sum(List.of()),
            () -> Values.mean(List.of()),
            () -> Values.dot(List.of(), List.of()),
            () -> Values.dot(new double[0], List.of()),
            () -> Values.logSumExp(List.of()),
            () -> Values.softmax(List.of()),
            () -> Values.crossEntropy(List.of(), new double[0]));
    for (Runnable use : empty) {
      assertThatIllegalArgumentException()
          .isThrownBy(use::run)
          .withMessage("at least one value is needed, there is none");
    }
  }

  @Test
  void listsOfDifferentSizesAreAnError() {
    List<Value> three = tape.values(1, 2, 3);
    List<Value> two = tape.values(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.dot(three, two))
        .withMessage("a dot product needs two lists of one size, these have 3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.dot(new double[] {1}, two))
        .withMessage("a dot product needs two lists of one size, these have 1 and 2");
  }

  @Test
  void listsThatRecordTheirValuesOnlyWhenAskedWork() {
    List<Value> x = tape.values(1, 2, 3);
    List<Value> doubled =
        new AbstractList<>() {
          @Override
          public Value get(int index) {
            return x.get(index).times(2);
          }

          @Override
          public int size() {
            return x.size();
          }
        };
    assertResult(Values.sum(doubled), 12, x, 2, 2, 2);
    assertResult(Values.dot(x, doubled), 28, x, 4, 8, 12);
    assertThat(Values.logSumExp(doubled).data())
        .isEqualTo(Math.log(Math.exp(2) + Math.exp(4) + Math.exp(6)), within(1e-14));
  }

  private static void assertResult(
      Value root, double data, List<Value> inputs, double... gradient) {
    root.backward();
    assertThat(root.data()).isEqualTo(data, within(1e-15 * Math.max(1, Math.abs(data))));
    for (int i = 0; i < gradient.length; i++) {
      assertThat(inputs.get(i).gradient()).isEqualTo(gradient[i], within(1e-15));
    }
  }
}
