package dev.makemore.bigram.net;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Field;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link BigramNet} is saved: one row of the file for each weight. A context whose weights
 * are all 0, such as one that the text never had, is left out. Every other context has all of its V
 * weights, so a small file can't ask for a large net.
 *
 * <p>This is a service that {@link dev.makemore.model.io.ModelFile} finds.
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
    last.checkComplete();
    return BigramNet.ofRows(in.vocabulary(), rows);
  }

  /** The weights of one context while they are read. */
  private static final class Weights {
    private final double[] weights;
    private int context;
    private int count;
    private @Nullable Field field; // of the last weight

    Weights(int size) {
      this.weights = new double[size];
    }

    /** Takes the next weight, and returns whether the row is complete. */
    boolean add(int context, int next, Field value) throws MalformedModelException {
      if (context != this.context) {
        checkComplete();
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

    void checkComplete() throws MalformedModelException {
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
