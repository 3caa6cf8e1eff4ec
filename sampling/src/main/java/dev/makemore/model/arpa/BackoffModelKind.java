package dev.makemore.model.arpa;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Field;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link BackoffModel} is saved: a row without a context for each unigram; then for each
 * context a row without a next for its backoff, and a row for each of its listed pairs.
 *
 * <p>This is a service, which {@link ModelFile} uses.
 */
public final class BackoffModelKind implements ModelKind {

  private static final String PROBABILITY = "probability";

  /** For the service loader. */
  public BackoffModelKind() {}

  @Override
  public String name() {
    return "backoff";
  }

  @Override
  public String module() {
    return "dev.makemore.sampling";
  }

  @Override
  public Class<BackoffModel> type() {
    return BackoffModel.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    BackoffModel backoff = type().cast(model);
    int size = backoff.vocabulary().size();
    out.columns(PROBABILITY);
    for (int next = 0; next < size; next++) {
      out.row(ModelWriter.ANY, next, backoff.unigram(next));
    }
    for (int context = 0; context < size; context++) {
      out.row(context, ModelWriter.ANY, backoff.backoff(context));
      backoff.row(context).forEach(p -> out.row(p.context(), p.next(), p.probability()));
    }
  }

  @Override
  public BackoffModel read(ModelReader in) throws IOException {
    Rows rows = new Rows(in.vocabulary(), in.header("characters"));
    in.rowsWithAny(PROBABILITY, rows::add);
    return rows.toModel();
  }

  /**
   * The rows as they come. The unigrams are first, since their context {@link ModelWriter#ANY} is
   * the lowest; then each context, its backoff first.
   */
  private static final class Rows {
    private final Vocabulary vocabulary;
    private BackoffModel.@Nullable Builder model; // once all unigrams are known
    private int context = ModelWriter.ANY;
    private double backoff;
    private IntStream.Builder nexts = IntStream.builder(); // listed after the context
    private DoubleStream.Builder probabilities = DoubleStream.builder(); // of those
    private int listed; // the number of those
    private Field last; // the value of the row above, or a header

    Rows(Vocabulary vocabulary, Field header) {
      this.vocabulary = vocabulary;
      this.last = header;
    }

    void add(int context, int next, Field value) throws MalformedModelException {
      if (context > this.context && next == ModelWriter.ANY) {
        endContext();
        if (context != this.context + 1) {
          throw value.malformed("there is no backoff for a context before this one");
        }
        this.context = context;
        backoff = value.asNumber();
      } else if (context > this.context) {
        throw value.malformed("this context has no backoff; a row without a next holds it");
      } else if (context == ModelWriter.ANY && next != listed) {
        throw value.malformed("there is no unigram for a token before this one");
      } else {
        nexts.add(next);
        probabilities.add(value.asNumber());
        listed++;
      }
      last = value;
    }

    private void endContext() throws MalformedModelException {
      double[] numbers = probabilities.build().toArray();
      try {
        if (model == null) {
          model = BackoffModel.builder(vocabulary, numbers);
        } else {
          model.row(context, backoff, nexts.build().toArray(), numbers);
        }
      } catch (IllegalArgumentException e) {
        throw last.malformed(String.valueOf(e.getMessage()));
      }
      nexts = IntStream.builder();
      probabilities = DoubleStream.builder();
      listed = 0;
    }

    BackoffModel toModel() throws MalformedModelException {
      endContext();
      if (model == null || context != vocabulary.size() - 1) {
        throw last.malformed("there is no backoff for a context after this one");
      }
      return model.build();
    }
  }
}
