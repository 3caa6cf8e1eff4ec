package dev.makemore.model.arpa;

import dev.makemore.model.CachedModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel.ListedPair;
import dev.makemore.model.io.Decimal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Writes one model as an ARPA file. */
final class ArpaWriter {

  /** A backoff of 1 is at most this far from 1 after rounding. */
  private static final double ROUNDING = 1e-14;

  private final BackoffModel model;
  private final Vocabulary vocabulary;
  private final Writer out;

  private ArpaWriter(BackoffModel model, OutputStream out) {
    this.model = model;
    this.vocabulary = model.vocabulary();
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  static Arpa.Zeros write(BackoffModel model, OutputStream out) throws IOException {
    ArpaWriter writer = new ArpaWriter(model, out);
    writer.writeHeader();
    writer.writeUnigrams();
    writer.writeBigrams();
    return writer.zeros();
  }

  /** Any bigram model as one that backs off: see {@link Arpa#write}. */
  static BackoffModel backingOff(LanguageModel model, IntToDoubleFunction unlisted) {
    if (model.contextLength() > 1) {
      throw new IllegalArgumentException(
          "a bigram file can't hold a model that looks at more than 1 token; this one looks at "
              + model.contextLength());
    }
    int size = model.vocabulary().size();
    double[] unigrams = new double[size];
    Arrays.fill(unigrams, 1.0 / size);
    BackoffModel.Builder result = BackoffModel.builder(model.vocabulary(), unigrams);
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
    result.row(
        context, backoff, tokens, IntStream.of(tokens).mapToDouble(next::probability).toArray());
  }

  private void writeHeader() throws IOException {
    int size = vocabulary.size();
    long bigrams = IntStream.range(0, size).mapToLong(c -> model.row(c).size()).sum();
    // The boundary is two words, and <unk> is one more. Some readers want a blank first line.
    out.write("\n\\data\\\nngram 1=" + (size + 2) + "\nngram 2=" + bigrams + "\n");
  }

  private void writeUnigrams() throws IOException {
    out.write("\n\\1-grams:\n");
    writeLine(0, ArpaWords.text(ArpaWords.UNKNOWN), "\t0");
    writeLine(0, ArpaWords.text(ArpaWords.START), "\t" + backoff(Vocabulary.BOUNDARY));
    for (int token = 0; token < vocabulary.size(); token++) {
      String backoff = token == Vocabulary.BOUNDARY ? "" : "\t" + backoff(token);
      writeLine(model.unigram(token), word(token, ArpaWords.END), backoff);
    }
  }

  private String backoff(int context) {
    double backoff = model.backoff(context);
    if (Math.abs(backoff - 1) < ROUNDING) {
      return "0";
    }
    return Decimal.shortest(backoff == 0 ? Arpa.LOG_OF_ZERO : StrictMath.log10(backoff));
  }

  private void writeBigrams() throws IOException {
    out.write("\n\\2-grams:\n");
    for (int context = 0; context < vocabulary.size(); context++) {
      String first = word(context, ArpaWords.START);
      for (ListedPair pair : model.row(context)) {
        writeLine(pair.probability(), first + " " + word(pair.next(), ArpaWords.END), "");
      }
    }
    out.write("\n\\end\\\n");
    out.flush();
  }

  /** The word of a token, which is {@code boundary} if the token is the boundary. */
  private String word(int token, int boundary) {
    return ArpaWords.text(token == Vocabulary.BOUNDARY ? boundary : vocabulary.codePoint(token));
  }

  private void writeLine(double probability, String words, String backoff) throws IOException {
    // Rounding may have taken a probability above 1.
    double log = probability == 0 ? Arpa.LOG_OF_ZERO : Math.min(0, StrictMath.log10(probability));
    out.write(Decimal.shortest(log) + "\t" + words + backoff + "\n");
  }

  /** What the model holds impossible, in O(V + pairs listed). */
  private Arpa.Zeros zeros() {
    int size = vocabulary.size();
    int zeroUnigrams = (int) IntStream.range(0, size).filter(t -> model.unigram(t) == 0).count();
    int contexts = 0;
    long pairs = 0;
    for (int context = 0; context < size; context++) {
      boolean backsOff = model.backoff(context) > 0;
      List<ListedPair> listed = model.row(context);
      int zeros = backsOff ? zeroUnigrams : size - listed.size();
      for (ListedPair pair : listed) {
        zeros += pair.probability() == 0 ? 1 : 0;
        zeros -= backsOff && model.unigram(pair.next()) == 0 ? 1 : 0;
      }
      contexts += zeros > 0 ? 1 : 0;
      pairs += zeros;
    }
    return new Arpa.Zeros(contexts, pairs);
  }
}
