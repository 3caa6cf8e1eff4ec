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
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link BackoffModel} is saved: the header {@code order}; a row without a context for each
 * unigram; then for each known context, the shorter ones first, a row without a next for its
 * backoff, and a row for each n-gram that it lists.
 *
 * <p>Two things are different in a model of order 2, so that it is saved as before there were
 * others: it has no header {@code order}, and every token is a context, known or not.
 *
 * <p>This is a service, which {@link ModelFile} uses.
 */
public final class BackoffModelKind implements ModelKind {

  private static final String PROBABILITY = "probability";
  private static final String ORDER = "order";
  private static final int BIGRAMS = 2; // the order of a file that does not say it

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
    if (backoff.order() != BIGRAMS) {
      out.header(ORDER, backoff.order());
    }
    out.columns(PROBABILITY);
    for (int next = 0; next < size; next++) {
      out.row(ModelWriter.ANY, next, backoff.unigram(next));
    }
    if (backoff.order() == BIGRAMS) {
      for (int context = 0; context < size; context++) {
        writeContext(backoff, out, context);
      }
    } else {
      backoff.forEachContext(context -> writeContext(backoff, out, context));
    }
  }

  private static void writeContext(BackoffModel model, ModelWriter out, int... context) {
    out.row(context, ModelWriter.ANY, model.backoff(context));
    model.row(context).forEach(gram -> out.row(context, gram.next(), gram.probability()));
  }

  @Override
  public BackoffModel read(ModelReader in) throws IOException {
    Rows rows = new Rows(in.vocabulary(), order(in), in.header("characters"));
    in.ngrams(PROBABILITY, rows::add);
    return rows.toModel();
  }

  private static int order(ModelReader in) throws MalformedModelException {
    if (!in.hasHeader(ORDER)) {
      return BIGRAMS;
    }
    Field field = in.header(ORDER);
    long order = field.asCount();
    if (order > BackoffModel.MAX_ORDER) {
      throw field.malformed(
          "the order is " + order + ", and the largest here is " + BackoffModel.MAX_ORDER);
    }
    return (int) order;
  }

  /**
   * The rows as they come. The unigrams are first, since their context is empty; then each context,
   * its backoff first.
   */
  private static final class Rows {
    private final Vocabulary vocabulary;
    private final int order;
    private BackoffModel.@Nullable Builder model; // once all unigrams are known
    private int[] context = {};
    private double backoff;
    private IntStream.Builder nexts = IntStream.builder(); // listed after the context
    private DoubleStream.Builder probabilities = DoubleStream.builder(); // of those
    private int listed; // the number of those
    private Field last; // the value of the row above, or a header

    Rows(Vocabulary vocabulary, int order, Field header) {
      this.vocabulary = vocabulary;
      this.order = order;
      this.last = header;
    }

    void add(int[] context, int next, Field value) throws MalformedModelException {
      boolean isNew = !Arrays.equals(context, this.context);
      if (isNew && next == ModelWriter.ANY) {
        endContext();
        if (order == BIGRAMS && context.length == 1 && context[0] != lastToken() + 1) {
          throw value.malformed("there is no backoff for a context before this one");
        }
        this.context = context;
        backoff = value.asNumber();
      } else if (isNew) {
        throw value.malformed("this context has no backoff; a row without a next holds it");
      } else if (context.length == 0 && next != listed) {
        throw value.malformed("there is no unigram for a token before this one");
      } else {
        nexts.add(next);
        probabilities.add(value.asNumber());
        listed++;
      }
      last = value;
    }

    /** The last token of the context; the one before all tokens if it is empty. */
    private int lastToken() {
      return context.length == 0 ? ModelWriter.ANY : context[context.length - 1];
    }

    private void endContext() throws MalformedModelException {
      double[] numbers = probabilities.build().toArray();
      try {
        if (model == null) {
          model = BackoffModel.builder(vocabulary, order, numbers);
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
      if (model == null || (order == BIGRAMS && lastToken() != vocabulary.size() - 1)) {
        throw last.malformed("there is no backoff for a context after this one");
      }
      return model.build();
    }
  }
}
