import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;

/**
 * The lesson in one file, to be read from top to bottom: which character follows which in names,
 * learned by counting and by a neural net alike. Run it: java docs/lesson/Makemore.java [FILE]
 */
public class Makemore {
  // The story. "Grown up" is what does the same in the library: here, the command makemore demo.
  public static void main(String[] args) {
    String names = "cli-app/src/main/resources/dev/makemore/cli/names.txt";
    String file = args.length == 0 ? names : args[0];
    Locale.setDefault(Locale.ROOT); // the same digits everywhere
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      String text = read(Path.of(file));
      List<Integer> characters = text.codePoints().distinct().boxed().toList();
      int[] tokens = text.codePoints().map(characters::indexOf).toArray();
      int[][] counts = count(tokens, characters.size());
      int size = counts.length;
      out.printf("%,d names, %,d pairs, %d tokens%n%n", sum(counts[0]), sum(counts), size);
      double[][] counted = normalize(counts);
      out.printf("Average negative log likelihood%n  counting       %.4f%n", nll(counted, tokens));
      double[][] learned = learn(counts, out);
      double difference = 0; // Grown up: Divergence.
      for (int i = 0; i < size * size; i++) {
        double gap = counted[i / size][i % size] - learned[i / size][i % size];
        difference = Math.max(difference, Math.abs(gap));
      }
      out.printf("%nLargest difference of the two tables%n  %.4f%n", difference);
      out.printf("%nNames, drawn with the same luck%n  %-11s  net%n", "counting");
      Random luck = new Random(3);
      Random sameLuck = new Random(3);
      for (int i = 0; i < 8; i++) {
        String name = sample(counted, characters, luck);
        out.printf("  %-11s  %s%n", name, sample(learned, characters, sameLuck));
      }
    } catch (IOException | InvalidPathException e) {
      String why = e instanceof CharacterCodingException ? "it is not UTF-8 text" : e.getMessage();
      System.err.println("Makemore can't learn from '" + file + "': " + why);
      System.exit(1);
    }
  }

  // 1. Read the names as one text, with a line end before, between and after them: the boundary.
  // A token is the number of a character, and 0 is the boundary. Grown up: Vocabulary, Corpus.
  static String read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException("no readable file. Start in the project's top folder, or name a file");
    }
    String text = Files.readString(file).replaceFirst("^\uFEFF", "").replace("\r\n", "\n");
    String names = ("\n" + text + "\n").replaceAll("\n+", "\n");
    long different = names.codePoints().distinct().count() - 1;
    if (different < 1 || different > 150) {
      throw new IOException("it has " + different + " different characters, and may have 1 to 150");
    }
    return names;
  }

  // 2. Count how often each token follows each other one. Grown up: BigramCounts.
  static int[][] count(int[] tokens, int size) {
    int[][] counts = new int[size][size];
    for (int i = 1; i < tokens.length; i++) {
      counts[tokens[i - 1]][tokens[i]]++;
    }
    return counts;
  }

  static int sum(int[]... rows) {
    return Stream.of(rows).flatMapToInt(IntStream::of).sum();
  }

  // 3. Divide each row by its sum: how likely is each token after this one? Grown up: CountModel.
  static double[][] normalize(int[][] counts) {
    return Stream.of(counts)
        .map(row -> IntStream.of(row).mapToDouble(n -> (double) n / sum(row)).toArray())
        .toArray(double[][]::new);
  }

  // 4. Draw by weight: lay a row's probabilities end to end, and take the one in which a random
  // number from 0 to 1 falls. Repeated, that makes a name. Grown up: Distribution, Sampler.
  static int draw(double[] row, Random random) {
    double point = random.nextDouble();
    int token = 0;
    for (double sum = row[0]; sum <= point && token < row.length - 1; sum += row[token]) {
      token++;
    }
    return token;
  }

  static String sample(double[][] table, List<Integer> characters, Random random) {
    StringBuilder name = new StringBuilder();
    for (int token = draw(table[0], random); token != 0; token = draw(table[token], random)) {
      name.appendCodePoint(characters.get(token));
    }
    return name.toString();
  }

  // 5. How bad is a table? Each token costs -ln of its probability. Grown up: Evaluation.
  static double nll(double[][] table, int[] tokens) {
    double cost = 0;
    for (int i = 1; i < tokens.length; i++) {
      cost -= Math.log(table[tokens[i - 1]][tokens[i]]);
    }
    return cost / (tokens.length - 1);
  }

  // 6. A number that remembers what it was computed from, and its slope toward each of these. The
  // tape lists all numbers in order, and backward() walks it from the end. Grown up: Value, Tape.
  static class Value {
    static final List<Value> TAPE = new ArrayList<>();
    final List<Value> operands;
    final double[] slopes;
    double data;
    double gradient; // the slope of the result toward this value, after result.backward()

    Value(double data, List<Value> operands, double... slopes) {
      this.data = data;
      this.operands = operands;
      this.slopes = slopes;
      TAPE.add(this);
    }

    Value exp() {
      return new Value(Math.exp(data), List.of(this), Math.exp(data)); // exp' = exp
    }

    Value log() {
      return new Value(Math.log(data), List.of(this), 1 / data); // ln' x = 1 / x
    }

    Value over(Value b) {
      return new Value(data / b.data, List.of(this, b), 1 / b.data, -data / (b.data * b.data));
    }

    static Value dot(double[] x, List<Value> w) {
      double sum = IntStream.range(0, x.length).mapToDouble(i -> x[i] * w.get(i).data).sum();
      return new Value(sum, w, x); // its slope toward w[i] is x[i]
    }

    void backward() {
      gradient = 1;
      for (int k = TAPE.size() - 1; k >= 0; k--) {
        Value value = TAPE.get(k);
        for (int i = 0; i < value.slopes.length; i++) {
          value.operands.get(i).gradient += value.slopes[i] * value.gradient; // chain rule
        }
      }
      TAPE.clear();
    }
  }

  // 7. The net. One-hot times weights gives a score for each next token, and softmax makes them
  // probabilities. A column holds the weights into one score. Grown up: Linear, BigramNet.
  static List<Value> next(int context, List<List<Value>> columns) {
    double[] oneHot = new double[columns.size()];
    oneHot[context] = 1;
    List<Value> exps = columns.stream().map(column -> Value.dot(oneHot, column).exp()).toList();
    Value sum = Value.dot(exps.stream().mapToDouble(exp -> 1).toArray(), exps);
    return exps.stream().map(exp -> exp.over(sum)).toList();
  }

  static Value loss(List<List<Value>> columns, int[][] counts) {
    double total = sum(counts); // equal pairs cost the same: each is added once, times its share
    IntStream contexts = IntStream.range(0, counts.length);
    Stream<Value> logs = contexts.boxed().flatMap(c -> next(c, columns).stream().map(Value::log));
    IntStream cells = Stream.of(counts).flatMapToInt(IntStream::of);
    return Value.dot(cells.mapToDouble(n -> -n / total).toArray(), logs.toList());
  }

  // 8. Gradient descent: move each weight against its gradient, and by 0.9 of its last move again.
  // Dividing by the row's share lets rare tokens learn as fast as others. Grown up: BigramTrainer.
  static double[][] learn(int[][] counts, PrintStream out) {
    int size = counts.length;
    List<Value> w = Stream.generate(() -> new Value(0, List.of())).limit(size * size).toList();
    List<List<Value>> columns =
        IntStream.range(0, size).mapToObj(j -> w.subList(j * size, (j + 1) * size)).toList();
    double total = sum(counts);
    double[] move = new double[size * size];
    for (int step = 0; step <= 300; step++) {
      Value loss = loss(columns, counts);
      if (step % 100 == 0) {
        out.printf("  net, step %3d  %.4f%n", step, loss.data);
      }
      loss.backward();
      for (int i = 0; i < move.length; i++) {
        double share = sum(counts[i % size]) / total;
        move[i] = 0.9 * move[i] - 3 * w.get(i).gradient / share;
        w.get(i).data += move[i];
        w.get(i).gradient = 0;
      }
    }
    return IntStream.range(0, size)
        .mapToObj(c -> next(c, columns).stream().mapToDouble(p -> p.data).toArray())
        .toArray(double[][]::new);
  }
}
