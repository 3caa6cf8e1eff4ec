package dev.makemore.autograd.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Every optimizer finds the minimum of the bowl 5 (x - a)^2 + (y - b)^2 from anywhere. */
class OptimizerProperties {

  private static final LearningRate RATE = LearningRate.constant(0.05);

  @Property(tries = 100)
  void everyOptimizerFindsTheBottomOfABowl(
      @ForAll @DoubleRange(min = -3, max = 3) double x,
      @ForAll @DoubleRange(min = -3, max = 3) double y,
      @ForAll @DoubleRange(min = -3, max = 3) double a,
      @ForAll @DoubleRange(min = -3, max = 3) double b) {
    Tape tape = Tape.create();
    List<Value> xy = tape.values(x, y);
    Mark mark = tape.mark();
    GradientDescent plain = GradientDescent.of(xy, RATE);
    List<Optimizer> optimizers =
        List.of(
            plain,
            plain.withMomentum(0.9),
            plain.withScale(0.2, 1),
            Adam.of(xy, LearningRate.cosine(0.2, 1e-4, 500)));
    for (Optimizer optimizer : optimizers) {
      xy.get(0).set(x);
      xy.get(1).set(y);
      for (int step = 0; step < 500; step++) {
        tape.rewind(mark);
        Value dx = xy.get(0).minus(a);
        Value dy = xy.get(1).minus(b);
        Values.sum(dx.times(dx).times(5), dy.times(dy)).backward();
        optimizer.step();
      }
      assertThat(xy.get(0).data()).isEqualTo(a, within(1e-3));
      assertThat(xy.get(1).data()).isEqualTo(b, within(1e-3));
    }
  }
}
