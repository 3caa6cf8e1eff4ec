package dev.makemore.bigram.net;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelReader.Field;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link BigramNet} is saved: a row for each weight, except that a context whose weights are
 * all 0, such as one that training never saw, is left out. A context has all its V weights or none,
 * so a file that is small can't ask for a net that is large.
 *
 * <p>A service; {@link dev.makemore.model.io.ModelFile} is how to use it.
 */
public final class BigramNetKind implements ModelKind {

  private static final String WEIGHT = "weight";

  /** For the service loader. */
  public BigramNetKind() {}

  @Override
  public String name() {
    return "net";
  }

  @Override
  public String module() {
    return "dev.makemore.bigram.net";
  }

  @Override
  public Class<BigramNet> type() {
    return BigramNet.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    BigramNet net = type().cast(model);
    int size = net.vocabulary().size();
    double[] zeros = new double[size];
    out.columns(WEIGHT);
    for (int context = 0; context < size; context++) {
      double[] weights = net.row(context);
      for (int next = 0; next < size && !Arrays.equals(weights, zeros); next++) {
        out.row(context, next, weights[next]);
      }
    }
  }

  @Override
  public BigramNet read(ModelReader in) throws IOException {
    int size = in.vocabulary().size();
    List<double[]> rows = new ArrayList<>(Collections.nCopies(size, new double[size]));
    Weights last = new Weights(size);
    in.rows(
        WEIGHT,
        (context, next, value) -> {
          if (last.add(context, next, value)) {
            rows.set(context, last.take());
          }
        });
    last.checkWhole();
    return BigramNet.ofRows(in.vocabulary(), rows);
  }

  /** The weights of one context, as they come. */
  private static final class Weights {
    private final double[] weights;
    private int context;
    private int count;
    private @Nullable Field field; // the last of them

    Weights(int size) {
      this.weights = new double[size];
    }

    /** Takes the next weight; returns whether that makes a whole row. */
    boolean add(int context, int next, Field value) throws MalformedModelException {
      if (context != this.context) {
        checkWhole();
      }
      if (next != count) {
        throw malformed(value);
      }
      this.context = context;
      field = value;
      weights[count++] = value.asNumber();
      return count == weights.length;
    }

    double[] take() {
      count = 0;
      return weights.clone();
    }

    void checkWhole() throws MalformedModelException {
      if (count > 0 && field != null) {
        throw malformed(field);
      }
    }

    private MalformedModelException malformed(Field value) {
      return value.malformed(
          "a context has all of its "
              + weights.length
              + " weights, or none; this one has "
              + count);
    }
  }
}
