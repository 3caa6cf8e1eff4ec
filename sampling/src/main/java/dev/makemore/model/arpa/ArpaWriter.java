package dev.makemore.model.arpa;

import dev.makemore.model.CachedModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel.ListedGram;
import dev.makemore.model.io.Decimal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Writes one model as an ARPA file. */
final class ArpaWriter {

  /** A backoff of 1 is at most this far from 1 after rounding. */
  private static final double ROUNDING = 1e-14;

  /** A file has a section for bigrams even if it has none, since some readers want one. */
  private static final int FEWEST_SECTIONS = 2;

  private final BackoffModel model;
  private final Vocabulary vocabulary;
  private final ArpaListing listing;
  private final Writer out;

  private ArpaWriter(BackoffModel model, OutputStream out) {
    this.model = model;
    this.vocabulary = model.vocabulary();
    this.listing = ArpaListing.of(model);
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  static Arpa.Zeros write(BackoffModel model, OutputStream out) throws IOException {
    ArpaWriter writer = new ArpaWriter(model, out);
    int sections = Math.max(FEWEST_SECTIONS, model.order());
    writer.writeHeader(sections);
    writer.writeUnigrams();
    for (int n = 2; n <= sections; n++) {
      writer.writeNgrams(n);
    }
    writer.out.write("\n\\end\\\n");
    writer.out.flush();
    return writer.zeros();
  }

  /** Any bigram model as one that backs off: see {@link Arpa#write}. */
  static BackoffModel backingOff(LanguageModel model, IntToDoubleFunction unlisted) {
    if (model.contextLength() > 1) {
      throw new IllegalArgumentException(
          "only a model that lists its n-grams, a BackoffModel, can be written if it looks at more"
              + " than 1 token; this one looks at "
              + model.contextLength());
    }
    int size = model.vocabulary().size();
    double[] unigrams = new double[size];
    Arrays.fill(unigrams, 1.0 / size);
    BackoffModel.Builder result = BackoffModel.builder(model.vocabulary(), 2, unigrams);
    LanguageModel rows = CachedModel.of(model); // which checks them
    for (int context = 0; context < size; context++) {
      addRow(result, context, rows.next(context), unlisted.applyAsDouble(context));
    }
    return result.build();
  }

  private static void addRow(
      BackoffModel.Builder result, int context, Distribution next, double unlisted) {
    if (!(unlisted >= 0 && unlisted <= 1)) {
      throw new IllegalArgumentException(
          "a probability must be from 0 to 1, was " + unlisted + " for context " + context);
    }
    IntStream candidates =
        unlisted == next.rest() ? next.listed() : IntStream.range(0, next.size());
    int[] tokens = candidates.filter(token -> next.probability(token) != unlisted).toArray();
    boolean all = tokens.length == next.size();
    double backoff = all && unlisted == 0 ? 1 : unlisted * next.size(); // which is 1 / unigram
    double[] probabilities = IntStream.of(tokens).mapToDouble(next::probability).toArray();
    result.row(new int[] {context}, backoff, tokens, probabilities);
  }

  private void writeHeader(int sections) throws IOException {
    // The boundary is two words, and <unk> is one more, if it has no token. Some readers want a
    // blank first line.
    int words = vocabulary.size() + (vocabulary.hasUnknown() ? 1 : 2);
    out.write("\n\\data\\\nngram 1=" + words + "\n");
    for (int n = 2; n <= sections; n++) {
      out.write("ngram " + n + "=" + listing.count(n) + "\n");
    }
  }

  private void writeUnigrams() throws IOException {
    out.write("\n\\1-grams:\n");
    if (!vocabulary.hasUnknown()) {
      writeLine(0, ArpaWords.text(ArpaWords.UNKNOWN), "\t0");
    }
    writeLine(0, ArpaWords.text(ArpaWords.START), backoff(Vocabulary.BOUNDARY));
    for (int token = 0; token < vocabulary.size(); token++) {
      String backoff = token == Vocabulary.BOUNDARY ? "" : backoff(token);
      writeLine(model.unigram(token), word(token, ArpaWords.END), backoff);
    }
  }

  /** The field of a context's backoff. */
  private String backoff(int... context) {
    double backoff = model.backoff(context);
    if (Math.abs(backoff - 1) < ROUNDING) {
      return "\t0";
    }
    return "\t" + Decimal.shortest(backoff == 0 ? Arpa.LOG_OF_ZERO : StrictMath.log10(backoff));
  }

  private void writeNgrams(int n) throws IOException {
    out.write("\n\\" + n + "-grams:\n");
    for (int[] context : listing.contexts(n)) {
      StringBuilder words = new StringBuilder();
      for (int token : context) {
        words.append(word(token, ArpaWords.START)).append(' ');
      }
      int[] ngram = Arrays.copyOf(context, n);
      for (ListedGram gram : listing.row(context)) {
        ngram[n - 1] = gram.next();
        boolean isContext = n < model.order() && gram.next() != Vocabulary.BOUNDARY;
        writeLine(
            gram.probability(),
            words + word(gram.next(), ArpaWords.END),
            isContext ? backoff(ngram) : "");
      }
    }
  }

  /** The word of a token, which is {@code boundary} if the token is the boundary. */
  private String word(int token, int boundary) {
    if (token == Vocabulary.BOUNDARY) {
      return ArpaWords.text(boundary);
    }
    int codePoint = vocabulary.codePoint(token);
    boolean isUnknown = vocabulary.hasUnknown() && codePoint == Vocabulary.UNKNOWN_CODE_POINT;
    return ArpaWords.text(isUnknown ? ArpaWords.UNKNOWN : codePoint);
  }

  private void writeLine(double probability, String words, String backoff) throws IOException {
    // Rounding may have taken a probability above 1.
    double log = probability == 0 ? Arpa.LOG_OF_ZERO : Math.min(0, StrictMath.log10(probability));
    out.write(Decimal.shortest(log) + "\t" + words + backoff + "\n");
  }

  /** What the model holds impossible, in O(V + n-grams listed). */
  private Arpa.Zeros zeros() {
    BackoffTable table = model.table();
    int[] impossible = model.rule().impossible(); // by context
    IntStream counts = Arrays.stream(impossible, BackoffTable.ROOT + 1, impossible.length);
    if (model.order() == 1) {
      counts = IntStream.of(impossible[BackoffTable.ROOT]);
    } else { // a single token that is not known has the unigrams
      int others = vocabulary.size() - table.count(1);
      counts =
          IntStream.concat(
              counts, IntStream.range(0, others).map(i -> impossible[BackoffTable.ROOT]));
    }
    int[] positive = counts.filter(count -> count > 0).toArray();
    return new Arpa.Zeros(positive.length, IntStream.of(positive).asLongStream().sum());
  }
}
