package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LinearProperties {

  @Property
  void aOneHotInputSelectsARowWithTheSameGradients(
      @ForAll @IntRange(min = 1, max = 8) int inputs,
      @ForAll @IntRange(min = 1, max = 8) int outputs,
      @ForAll @IntRange(max = 99) int anyInput,
      @ForAll @IntRange(max = 99) int anyOutput,
      @ForAll long seed) {
    Tape tape = Tape.create();
    Linear linear = Linear.random(tape, inputs, outputs, new SplitMix64(seed));
    int selected = anyInput % inputs;
    double[] oneHot = new double[inputs];
    oneHot[selected] = 1;
    List<Value> multiplied = linear.apply(tape.values(oneHot));
    List<Value> row = linear.row(selected);

    assertThat(data(multiplied)).isEqualTo(data(row));
    int target = anyOutput % outputs;
    Values.crossEntropy(multiplied, target).backward();
    List<Double> through = linear.parameters().stream().map(Value::gradient).toList();
    Values.crossEntropy(row, target).backward();
    List<Double> directly = linear.parameters().stream().map(Value::gradient).toList();
    assertThat(directly).isEqualTo(through);
  }

  private static List<Double> data(List<Value> values) {
    return values.stream().map(value -> value.data() + 0.0).toList(); // -0 + 0 is 0
  }
}
