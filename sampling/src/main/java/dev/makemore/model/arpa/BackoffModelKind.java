package dev.makemore.model.arpa;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelReader.Field;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link BackoffModel} is saved: a row without a context for each unigram, then for each
 * context a row without a next for its backoff, and rows for its listed pairs.
 *
 * <p>A service; {@link ModelFile} is how to use it.
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

  /** The unigrams, and then one context after the other, as they come. */
  private static final class Rows {
    private final Vocabulary vocabulary;
    private final double[] unigrams;
    private int count; // of the unigrams so far
    private BackoffModel.@Nullable Builder model; // once all unigrams are there
    private int context = -1; // whose row comes
    private double backoff;
    private int[] nexts = new int[8];
    private double[] probabilities = new double[8];
    private int listed;
    private Field last; // the row above

    Rows(Vocabulary vocabulary, Field header) {
      this.vocabulary = vocabulary;
      this.unigrams = new double[vocabulary.size()];
      this.last = header;
    }

    void add(int context, int next, Field value) throws MalformedModelException {
      double number = value.asNumber();
      if (context == ModelWriter.ANY) {
        addUnigram(next, number, value);
      } else if (next == ModelWriter.ANY) {
        endRow();
        if (context != this.context + 1) {
          throw value.malformed("there is no backoff for a context before this one");
        }
        this.context = context;
        backoff = number;
      } else if (context == this.context) {
        addBigram(next, number);
      } else {
        throw value.malformed("this context has no backoff; a row without a next holds it");
      }
      last = value;
    }

    private void addUnigram(int next, double number, Field value) throws MalformedModelException {
      if (next != count) { // ANY included
        throw value.malformed("there is no unigram for a token before this one");
      }
      unigrams[count++] = number;
    }

    private void addBigram(int next, double number) {
      if (listed == nexts.length) {
        nexts = Arrays.copyOf(nexts, 2 * listed);
        probabilities = Arrays.copyOf(probabilities, 2 * listed);
      }
      nexts[listed] = next;
      probabilities[listed++] = number;
    }

    /** Ends the row of the context above, or the unigrams if there was none. */
    private void endRow() throws MalformedModelException {
      try {
        if (model == null) {
          if (count < unigrams.length) {
            throw last.malformed(unigrams.length + " tokens need as many unigrams, not " + count);
          }
          model = BackoffModel.builder(vocabulary, unigrams);
        } else {
          int[] tokens = Arrays.copyOf(nexts, listed);
          model.row(context, backoff, tokens, Arrays.copyOf(probabilities, listed));
        }
        listed = 0;
      } catch (IllegalArgumentException e) {
        throw last.malformed(String.valueOf(e.getMessage()));
      }
    }

    BackoffModel toModel() throws MalformedModelException {
      endRow();
      if (model == null || context != unigrams.length - 1) {
        throw last.malformed("there is no backoff for a context after this one");
      }
      return model.build();
    }
  }
}
