package dev.makemore.bigram.count;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Field;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;

/**
 * Saves and loads a {@link CountModel}: a row for each pair that occurs, with its count. The
 * headers {@code smoothing} and {@code bigrams} hold k and the sum of the counts.
 *
 * <p>This is a service, which {@link dev.makemore.model.io.ModelFile} uses.
 */
public final class CountModelKind implements ModelKind {

  private static final String SMOOTHING = "smoothing";
  private static final String BIGRAMS = "bigrams";
  private static final String COUNT = "count";

  /** For the service loader. */
  public CountModelKind() {}

  @Override
  public String name() {
    return "count";
  }

  @Override
  public String module() {
    return "dev.makemore.bigram.count";
  }

  @Override
  public Class<CountModel> type() {
    return CountModel.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    CountModel count = type().cast(model);
    out.header(SMOOTHING, count.smoothing());
    out.header(BIGRAMS, count.counts().total());
    out.columns(COUNT);
    count.counts().forEach(out::row);
  }

  @Override
  public CountModel read(ModelReader in) throws IOException {
    Vocabulary vocabulary = in.vocabulary();
    Field smoothing = in.header(SMOOTHING);
    double k = smoothing.asNumber();
    Field bigrams = in.header(BIGRAMS);
    OrderedPairs pairs = new OrderedPairs(vocabulary);
    long[] total = {0};
    in.rows(
        COUNT,
        (context, next, value) -> {
          if (context == Vocabulary.BOUNDARY && next == Vocabulary.BOUNDARY) {
            throw value.malformed(
                "the boundary can't follow itself: an item has at least one character");
          }
          long count = value.asCount();
          total[0] += count;
          if (total[0] < 0) {
            throw value.malformed("the sum of the counts up to here is more than 2^63 - 1");
          }
          pairs.add(context, next, count);
        });
    if (!bigrams.text().equals(Long.toString(total[0]))) {
      throw bigrams.malformed(
          "the header says "
              + bigrams.quoted()
              + " bigrams, but the counts have the sum "
              + total[0]);
    }
    try {
      return CountModel.fit(pairs.toCounts(), k);
    } catch (IllegalArgumentException e) {
      throw smoothing.malformed(String.valueOf(e.getMessage()));
    }
  }
}
