package example.gpt;

import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The same GPT without a tape: loops over plain arrays, and derivatives worked out by hand. It is
 * slow to read, and here to show that the other one is right.
 */
final class PlainGpt {

  private static final double EPSILON = 1e-5;

  private final int vocabulary;
  private final int width;
  private final int heads;
  private final int context;
  private final Map<String, double[]> weights = new LinkedHashMap<>();
  private final Map<String, double[]> gradients = new LinkedHashMap<>();
  private final Map<String, double[]> means = new LinkedHashMap<>();
  private final Map<String, double[]> squares = new LinkedHashMap<>();
  private int steps;

  PlainGpt(int vocabulary, int width, int heads, int context, Xoshiro256PlusPlus random) {
    this.vocabulary = vocabulary;
    this.width = width;
    this.heads = heads;
    this.context = context;
    draw("tokens", vocabulary * width, random);
    draw("places", context * width, random);
    for (String name : new String[] {"query", "key", "value", "output"}) {
      draw(name, width * width, random);
    }
    draw("up", 4 * width * width, random);
    draw("down", 4 * width * width, random);
    draw("logits", width * vocabulary, random);
  }

  private void draw(String name, int count, Xoshiro256PlusPlus random) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      double u = 1 - random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      numbers[i] = 0.08 * Math.sqrt(-2 * Math.log(u)) * Math.cos(angle);
    }
    weights.put(name, numbers);
    gradients.put(name, new double[count]);
    means.put(name, new double[count]);
    squares.put(name, new double[count]);
  }

  Map<String, double[]> weights() {
    return weights;
  }

  /** The loss of an item, after which the gradients are those of this loss. */
  double backward(int... item) {
    gradients.values().forEach(numbers -> Arrays.fill(numbers, 0));
    int length = Math.min(item.length + 1, context);
    double[][] sum = new double[length][width];
    double[][] x = new double[length][];
    double[][] normal = new double[length][];
    double[][] q = new double[length][];
    double[][] k = new double[length][];
    double[][] v = new double[length][];
    for (int i = 0; i < length; i++) {
      int token = i == 0 ? 0 : item[i - 1];
      for (int j = 0; j < width; j++) {
        sum[i][j] = weights.get("tokens")[token * width + j] + weights.get("places")[i * width + j];
      }
      x[i] = norm(sum[i]);
      normal[i] = norm(x[i]);
      q[i] = times(normal[i], "query", width);
      k[i] = times(normal[i], "key", width);
      v[i] = times(normal[i], "value", width);
    }
    double[][] dx = new double[length][width];
    double[][] dq = new double[length][width];
    double[][] dk = new double[length][width];
    double[][] dv = new double[length][width];
    double loss = 0;
    for (int i = 0; i < length; i++) {
      double[][] shares = new double[heads][];
      double[] seen = attend(i, q, k, v, shares);
      double[] y = plus(times(seen, "output", width), x[i]);
      double[] z = norm(y);
      double[] up = times(z, "up", 4 * width);
      double[] hidden = Arrays.stream(up).map(u -> Math.max(0, u)).toArray();
      double[] last = plus(times(hidden, "down", width), y);
      double[] p = softmax(times(last, "logits", vocabulary));
      int target = i < item.length ? item[i] : 0;
      loss -= Math.log(p[target]) / length;

      p[target] -= 1; // and divided by the length it is the gradient of the logits
      double[] dlogits = Arrays.stream(p).map(share -> share / length).toArray();
      double[] dlast = back(last, "logits", dlogits);
      double[] dhidden = back(hidden, "down", dlast);
      for (int j = 0; j < 4 * width; j++) {
        dhidden[j] = up[j] > 0 ? dhidden[j] : 0;
      }
      double[] dy = plus(dlast, normBack(y, back(z, "up", dhidden)));
      dx[i] = plus(dx[i], dy);
      attendBack(i, q, k, v, shares, back(seen, "output", dy), dq, dk, dv);
    }
    for (int i = 0; i < length; i++) {
      double[] dnormal = back(normal[i], "query", dq[i]);
      dnormal = plus(dnormal, back(normal[i], "key", dk[i]));
      dnormal = plus(dnormal, back(normal[i], "value", dv[i]));
      double[] dsum = normBack(sum[i], plus(dx[i], normBack(x[i], dnormal)));
      int token = i == 0 ? 0 : item[i - 1];
      for (int j = 0; j < width; j++) {
        gradients.get("tokens")[token * width + j] += dsum[j];
        gradients.get("places")[i * width + j] += dsum[j];
      }
    }
    return loss;
  }

  private double[] attend(int i, double[][] q, double[][] k, double[][] v, double[][] shares) {
    int size = width / heads;
    double[] seen = new double[width];
    for (int head = 0; head < heads; head++) {
      double[] scores = new double[i + 1];
      for (int t = 0; t <= i; t++) {
        for (int j = head * size; j < (head + 1) * size; j++) {
          scores[t] += q[i][j] * k[t][j] / Math.sqrt(size);
        }
      }
      shares[head] = softmax(scores);
      for (int t = 0; t <= i; t++) {
        for (int j = head * size; j < (head + 1) * size; j++) {
          seen[j] += shares[head][t] * v[t][j];
        }
      }
    }
    return seen;
  }

  private void attendBack(
      int i,
      double[][] q,
      double[][] k,
      double[][] v,
      double[][] shares,
      double[] dseen,
      double[][] dq,
      double[][] dk,
      double[][] dv) {
    int size = width / heads;
    for (int head = 0; head < heads; head++) {
      double[] dshares = new double[i + 1];
      double mean = 0;
      for (int t = 0; t <= i; t++) {
        for (int j = head * size; j < (head + 1) * size; j++) {
          dshares[t] += dseen[j] * v[t][j];
          dv[t][j] += shares[head][t] * dseen[j];
        }
        mean += shares[head][t] * dshares[t];
      }
      for (int t = 0; t <= i; t++) {
        double dscore = shares[head][t] * (dshares[t] - mean) / Math.sqrt(size);
        for (int j = head * size; j < (head + 1) * size; j++) {
          dq[i][j] += dscore * k[t][j];
          dk[t][j] += dscore * q[i][j];
        }
      }
    }
  }

  /** Moves the weights against the gradients. */
  void step(double rate) {
    steps++;
    weights.forEach(
        (name, numbers) -> {
          double[] g = gradients.get(name);
          double[] m = means.get(name);
          double[] s = squares.get(name);
          for (int i = 0; i < numbers.length; i++) {
            m[i] = 0.85 * m[i] + 0.15 * g[i];
            s[i] = 0.99 * s[i] + 0.01 * g[i] * g[i];
            double mean = m[i] / (1 - Math.pow(0.85, steps));
            double square = s[i] / (1 - Math.pow(0.99, steps));
            numbers[i] -= rate * mean / (Math.sqrt(square) + 1e-8);
          }
        });
  }

  private static double[] norm(double[] x) {
    double scale = 1 / Math.sqrt(dot(x, x) / x.length + EPSILON);
    return Arrays.stream(x).map(entry -> entry * scale).toArray();
  }

  /** With y = x s and s = (mean of x^2 + e)^(-1/2): dx = s dy - x s^3 (x . dy) / n. */
  private static double[] normBack(double[] x, double[] dy) {
    double scale = 1 / Math.sqrt(dot(x, x) / x.length + EPSILON);
    double along = scale * scale * scale * dot(x, dy) / x.length;
    double[] dx = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      dx[j] = scale * dy[j] - along * x[j];
    }
    return dx;
  }

  private double[] times(double[] x, String name, int outputs) {
    double[] y = new double[outputs];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < outputs; j++) {
        y[j] += x[i] * weights.get(name)[i * outputs + j];
      }
    }
    return y;
  }

  /** Adds to the gradient of a matrix, and returns that of what it was multiplied with. */
  private double[] back(double[] x, String name, double[] dy) {
    double[] dx = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < dy.length; j++) {
        gradients.get(name)[i * dy.length + j] += x[i] * dy[j];
        dx[i] += weights.get(name)[i * dy.length + j] * dy[j];
      }
    }
    return dx;
  }

  private static double[] softmax(double[] z) {
    double largest = Arrays.stream(z).max().orElseThrow();
    double[] e = Arrays.stream(z).map(entry -> Math.exp(entry - largest)).toArray();
    double sum = Arrays.stream(e).sum();
    return Arrays.stream(e).map(entry -> entry / sum).toArray();
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += b[j];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
