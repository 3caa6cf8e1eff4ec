package dev.makemore.ngram;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.OrderedNgrams;
import dev.makemore.model.io.Field;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;

/**
 * Saves and loads an {@link NgramModel}: a row for each n-gram that occurs, with its count. The
 * context of a row has n - 1 tokens, boundaries where there are none. The headers {@code order},
 * {@code smoothing} and {@code ngrams} hold n, the {@link Smoothing}, and the sum of the counts.
 *
 * <p>A model that is loaded is fitted again, to the same bits.
 *
 * <p>This is a service, which {@link dev.makemore.model.io.ModelFile} uses.
 */
public final class NgramModelKind implements ModelKind {

  private static final String ORDER = "order";
  private static final String SMOOTHING = "smoothing";
  private static final String NGRAMS = "ngrams";
  private static final String COUNT = "count";

  /** For the service loader. */
  public NgramModelKind() {}

  @Override
  public String name() {
    return "ngram";
  }

  @Override
  public String module() {
    return "dev.makemore.ngram";
  }

  @Override
  public Class<NgramModel> type() {
    return NgramModel.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    NgramModel ngram = type().cast(model);
    out.header(ORDER, ngram.order());
    out.header(SMOOTHING, ngram.smoothing().toString());
    out.header(NGRAMS, ngram.counts().total());
    out.columns(COUNT);
    ngram.counts().forEach(out::row);
  }

  @Override
  public NgramModel read(ModelReader in) throws IOException {
    OrderedNgrams ngrams = OrderedNgrams.create(order(in.header(ORDER)), in.vocabulary());
    Field smoothing = in.header(SMOOTHING);
    Smoothing parsed = smoothing(smoothing);
    Field total = in.header(NGRAMS);
    in.ngrams(COUNT, (context, next, value) -> add(ngrams, context, next, value));
    NgramCounts counts = ngrams.counts();
    if (!total.text().equals(Long.toString(counts.total()))) {
      throw total.malformed(
          "the header says "
              + total.quoted()
              + " n-grams, but the counts have the sum "
              + counts.total());
    }
    try {
      return NgramModel.fit(counts, parsed);
    } catch (IllegalArgumentException e) {
      throw smoothing.malformed(String.valueOf(e.getMessage()));
    }
  }

  private static int order(Field order) throws MalformedModelException {
    long n = order.asCount();
    if (n > NgramCounts.MAX_ORDER) {
      throw order.malformed("the order must be from 1 to " + NgramCounts.MAX_ORDER + ", was " + n);
    }
    return (int) n;
  }

  private static Smoothing smoothing(Field smoothing) throws MalformedModelException {
    try {
      return Smoothing.parse(smoothing.text());
    } catch (IllegalArgumentException e) {
      throw smoothing.malformed(e.getMessage() + "; found " + smoothing.quoted());
    }
  }

  private static void add(OrderedNgrams ngrams, int[] context, int next, Field value)
      throws MalformedModelException {
    if (next == ModelWriter.ANY) {
      throw value.malformed("a count needs a next token");
    }
    long count = value.asCount();
    try {
      ngrams.add(context, next, count);
    } catch (IllegalArgumentException e) {
      throw value.malformed(String.valueOf(e.getMessage()));
    } catch (ArithmeticException e) {
      throw value.malformed("the sum of the counts up to here is more than 2^63 - 1");
    }
  }
}
