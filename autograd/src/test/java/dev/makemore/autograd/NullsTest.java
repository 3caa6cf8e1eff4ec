package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.makemore.autograd.nn.Activation;
import dev.makemore.autograd.nn.Attention;
import dev.makemore.autograd.nn.Embedding;
import dev.makemore.autograd.nn.Layer;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.autograd.nn.Loss;
import dev.makemore.autograd.nn.MultilayerPerceptron;
import dev.makemore.autograd.nn.Neuron;
import dev.makemore.autograd.nn.Normalization;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.GradientDescent;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.autograd.optim.Optimizer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is given a null says so at once, and not when it needs the value. */
class NullsTest {

  private static final Tape TAPE = Tape.create();
  private static final List<Value> VALUES = TAPE.values(1, 2);
  private static final LearningRate RATE = LearningRate.constant(1);

  /** What stands for each type: as a receiver, and as an argument that is not null. */
  private static final Map<Class<?>, Object> SAMPLES = new HashMap<>();

  static {
    List.of(
            TAPE,
            VALUES.get(0),
            TAPE.mark(),
            new double[] {1},
            new int[] {1, 1},
            new Value[] {VALUES.get(0)},
            GradientCheck.of(x -> x.get(0), 1),
            ExpressionGraph.of(VALUES.get(0)),
            Neuron.of(TAPE, Activation.TANH, 0, 1),
            Layer.random(TAPE, 1, 1, Activation.TANH, new Random(1)),
            MultilayerPerceptron.random(TAPE, new Random(1), Activation.TANH, 1, 1),
            Linear.zeros(TAPE, 1, 1),
            GradientDescent.of(VALUES, RATE),
            Adam.of(VALUES, RATE),
            Embedding.of(TAPE, 1, 1, 0),
            FrozenFunction.of(VALUES, VALUES),
            Activation.TANH)
        .forEach(sample -> SAMPLES.put(sample.getClass(), sample));
    SAMPLES.put(int.class, 1);
    SAMPLES.put(long.class, 1L);
    SAMPLES.put(double.class, 0.5);
    SAMPLES.put(String.class, "label");
    SAMPLES.put(List.class, VALUES);
    SAMPLES.put(UnaryOperator.class, Activation.TANH);
    SAMPLES.put(Function.class, (Function<List<Value>, Value>) x -> x.get(0));
    SAMPLES.put(RandomGenerator.class, new Random(1));
    SAMPLES.put(LearningRate.class, RATE);
    SAMPLES.put(Optimizer.class, GradientDescent.of(VALUES, RATE));
  }

  static Stream<Method> methods() {
    Stream<Class<?>> withoutReceiver =
        Stream.of(Values.class, Vectors.class, Loss.class, Normalization.class, Attention.class);
    return Stream.concat(SAMPLES.keySet().stream(), withoutReceiver)
        .filter(type -> type.getName().startsWith("dev.makemore"))
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.isSynthetic())
        .filter(method -> !Set.of("equals", "valueOf").contains(method.getName()))
        .filter(method -> Stream.of(method.getParameterTypes()).anyMatch(t -> !t.isPrimitive()));
  }

  private static Object sample(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return type.equals(ROWS) ? List.of(VALUES, VALUES) : SAMPLES.get(raw);
  }

  /** The type of the lists of rows. */
  private static final Type ROWS;

  static {
    try {
      ROWS = Vectors.class.getMethod("columns", List.class).getGenericParameterTypes()[0];
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyNullIsAnErrorAtTheCallThatIsGivenIt(Method method) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isPrimitive()) {
        Object[] arguments =
            Stream.of(method.getGenericParameterTypes()).map(NullsTest::sample).toArray();
        arguments[i] = null;
        Object receiver = SAMPLES.get(method.getDeclaringClass());
        assertThat(catchThrowable(() -> method.invoke(receiver, arguments)))
            .as("argument %d", i)
            .hasCauseInstanceOf(NullPointerException.class);
      }
    }
  }
}
