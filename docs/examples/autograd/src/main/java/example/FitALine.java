package example;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.nn.Loss;
import dev.makemore.autograd.optim.GradientDescent;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.autograd.optim.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the line that goes through some points, by gradient descent. */
public final class FitALine {

  private FitALine() {}

  /** Starts the example. */
  public static void main(String[] args) {
    double[] x = {0, 1, 2, 3};
    double[] y = {-1, 1, 3, 5}; // 2 x - 1

    Tape tape = Tape.create();
    Value slope = tape.value(0);
    Value offset = tape.value(0);
    Optimizer descent =
        GradientDescent.of(List.of(slope, offset), LearningRate.constant(0.1)).withMomentum(0.5);
    Mark mark = tape.mark();
    for (int step = 0; step <= 200; step++) {
      tape.rewind(mark);
      List<Value> predictions = new ArrayList<>();
      for (double input : x) {
        predictions.add(slope.times(input).plus(offset));
      }
      Value loss = Loss.meanSquaredError(predictions, y);
      if (step % 50 == 0) {
        System.out.printf(
            Locale.ROOT,
            "step %3d  loss %.6f  y = %.4f x %+.4f%n",
            step,
            loss.data(),
            slope.data(),
            offset.data());
      }
      loss.backward();
      descent.step();
    }
  }
}
