package example.gpt;

import dev.makemore.autograd.FrozenFunction;
import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.nn.Attention;
import dev.makemore.autograd.nn.Embedding;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.autograd.nn.Loss;
import dev.makemore.autograd.nn.Normalization;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A generative pre-trained transformer: predicts a token from those before it, back to the start of
 * its item. Once trained it does not change, and any number of threads may use it.
 */
public final class Gpt implements LanguageModel {

  /** Sizes: numbers in a vector, heads that share them, and tokens that it looks at. */
  record Shape(int width, int heads, int context) {
    Shape {
      if (Math.min(heads, context) < 1 || Math.max(width, context) > 1_000) {
        throw new IllegalArgumentException("'width', 'heads' and 'context' must be from 1 to 1000");
      }
      if (width % heads != 0) {
        throw new IllegalArgumentException(
            "'width' must be a multiple of 'heads', but is " + width + " for " + heads);
      }
    }
  }

  final Shape shape;
  final Tape tape = Tape.create(); // of whoever trains it, and then of whoever locks this
  final Map<String, List<Value>> parameters = new LinkedHashMap<>(); // at the foot of the tape
  private final Vocabulary vocabulary;
  private final BiFunction<String, Integer, double[]> numbers;
  private final Embedding tokens, places;
  private final Linear query, key, value, output, up, down, logits;
  private final Map<Integer, FrozenFunction> functions = new HashMap<>(); // by number of tokens

  /** A GPT whose parameters a function gives, by their names and how many numbers they have. */
  Gpt(Vocabulary vocabulary, Shape shape, BiFunction<String, Integer, double[]> numbers) {
    this.vocabulary = vocabulary;
    this.shape = shape;
    this.numbers = numbers;
    int width = shape.width;
    this.tokens = embedding("tokens", vocabulary.size());
    this.places = embedding("places", shape.context);
    this.query = linear("query", width, width);
    this.key = linear("key", width, width);
    this.value = linear("value", width, width);
    this.output = linear("output", width, width);
    this.up = linear("up", width, 4 * width);
    this.down = linear("down", 4 * width, width);
    this.logits = linear("logits", width, vocabulary.size());
  }

  private Embedding embedding(String name, int rows) {
    double[] given = numbers.apply(name, rows * shape.width);
    Embedding embedding = Embedding.of(tape, rows, shape.width, given);
    parameters.put(name, embedding.parameters());
    return embedding;
  }

  private Linear linear(String name, int inputs, int outputs) {
    Linear linear = Linear.of(tape, inputs, outputs, numbers.apply(name, inputs * outputs));
    parameters.put(name, linear.parameters());
    return linear;
  }

  /** The numbers of a parameter. */
  synchronized double[] numbers(String name) {
    return Vectors.data(parameters.get(name));
  }

  /** The average cost of predicting each token of an item, and then the boundary. */
  Value loss(int... item) {
    List<List<Value>> rows = new ArrayList<>();
    int[] targets = Arrays.copyOf(item, Math.min(item.length + 1, shape.context)); // 0 at its end
    for (int i = 0; i < targets.length; i++) {
      rows.add(tokens.row(i == 0 ? Vocabulary.BOUNDARY : item[i - 1]));
    }
    return Loss.crossEntropy(logits(rows, new ArrayList<>()), targets);
  }

  /**
   * The logits of what follows each token.
   *
   * @param rows the vectors of the tokens, from the boundary on
   * @param looks takes up how much each token looks at itself and those before it, for each head
   */
  private List<List<Value>> logits(List<List<Value>> rows, List<List<Value>> looks) {
    List<List<Value>> x = new ArrayList<>();
    for (List<Value> row : rows) {
      x.add(normalized(Vectors.plus(row, places.row(x.size()))));
    }
    List<List<Value>> normal = each(x, Gpt::normalized);
    List<List<List<Value>>> queries = heads(each(normal, query::apply));
    List<List<List<Value>>> keys = heads(each(normal, key::apply));
    List<List<List<Value>>> values = heads(each(normal, value::apply));
    List<List<Value>> result = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      for (int head = 0; head < shape.heads; head++) {
        looks.add(Attention.weights(queries.get(head).get(i), keys.get(head).subList(0, i + 1)));
      }
      List<List<Value>> seen = new ArrayList<>(); // one after the other on the tape: that is fast
      for (int head = 0; head < shape.heads; head++) {
        List<Value> weights = looks.get(i * shape.heads + head);
        seen.add(Vectors.weightedSum(weights, values.get(head).subList(0, i + 1)));
      }
      List<Value> y = Vectors.plus(output.apply(Vectors.concat(seen)), x.get(i));
      List<Value> hidden = Vectors.map(up.apply(normalized(y)), Value::relu);
      result.add(logits.apply(Vectors.plus(down.apply(hidden), y)));
    }
    return result;
  }

  private static List<Value> normalized(List<Value> x) {
    return Normalization.rms(x, 1e-5);
  }

  /** The part of each head in each of these vectors. */
  private List<List<List<Value>>> heads(List<List<Value>> vectors) {
    int size = shape.width / shape.heads;
    return IntStream.range(0, shape.heads)
        .mapToObj(head -> each(vectors, x -> x.subList(head * size, (head + 1) * size)))
        .toList();
  }

  private static <T> List<List<Value>> each(List<T> x, Function<T, List<Value>> f) {
    return x.stream().map(f).toList();
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public int contextLength() {
    return shape.context;
  }

  @Override
  public Distribution next(int... context) {
    double[] last = last(context);
    return Distribution.of(function(last.length).apply(last));
  }

  /** The last tokens of a context, from the start of the item on. */
  private double[] last(int... context) {
    int[] last = new int[shape.context]; // boundaries, where the context has no more
    int count = Math.min(context.length, last.length);
    System.arraycopy(context, context.length - count, last, last.length - count, count);
    int start = 0;
    for (int i = 0; i < last.length; i++) {
      start = vocabulary.checkToken(last[i]) == Vocabulary.BOUNDARY ? i : start;
    }
    return IntStream.range(start, last.length).mapToDouble(i -> last[i]).toArray();
  }

  /** From some tokens to the probabilities of the next one; recorded when it is needed first. */
  private synchronized FrozenFunction function(int length) {
    return functions.computeIfAbsent(length, this::recorded);
  }

  private FrozenFunction recorded(int length) {
    Mark foot = tape.mark();
    List<Value> inputs = tape.values(new double[length]);
    List<Value> last = logits(each(inputs, tokens::row), new ArrayList<>()).get(length - 1);
    FrozenFunction function = FrozenFunction.of(inputs, Values.softmax(last));
    tape.rewind(foot);
    return function;
  }

  /**
   * How much each token of an item looks at itself and at those before it: numbers with the sum 1,
   * by head and token. The first token is the boundary.
   */
  public synchronized double[][][] attention(int... context) {
    double[] last = last(context);
    double[][][] shares = new double[shape.heads][last.length][];
    List<List<Value>> looks = new ArrayList<>();
    Mark foot = tape.mark();
    logits(each(tape.values(last), tokens::row), looks);
    for (int i = 0; i < looks.size(); i++) {
      shares[i % shape.heads][i / shape.heads] = Vectors.data(looks.get(i));
    }
    tape.rewind(foot);
    return shares;
  }
}
