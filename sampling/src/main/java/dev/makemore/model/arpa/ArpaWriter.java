package dev.makemore.model.arpa;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel.Bigram;
import dev.makemore.model.io.Decimal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Writes one model as an ARPA file, row by row. */
final class ArpaWriter {

  /** As far as rounding takes a backoff of 1, that of a context that was never seen. */
  private static final double ROUNDING = 1e-14;

  private final Vocabulary vocabulary;
  private final IntToDoubleFunction unigram;
  private final IntFunction<Row> rows;
  private final double[] backoffs;

  private ArpaWriter(Vocabulary vocabulary, IntToDoubleFunction unigram, IntFunction<Row> rows) {
    this.vocabulary = vocabulary;
    this.unigram = unigram;
    this.rows = rows;
    this.backoffs = new double[vocabulary.size()];
  }

  /**
   * What follows a context.
   *
   * @param backoff of the context
   * @param listed its pairs
   * @param impossible how many tokens can't follow
   */
  private record Row(double backoff, List<Bigram> listed, int impossible) {}

  static ArpaWriter of(BackoffModel model) {
    int size = model.vocabulary().size();
    int zeros = (int) IntStream.range(0, size).filter(token -> model.unigram(token) == 0).count();
    return new ArpaWriter(
        model.vocabulary(), model::unigram, context -> row(model, context, size, zeros));
  }

  /** A row as it is, in O(pairs listed): of {@code zeros} tokens the unigram is 0. */
  private static Row row(BackoffModel model, int context, int size, int zeros) {
    double backoff = model.backoff(context);
    List<Bigram> listed = model.row(context);
    int impossible = backoff == 0 ? size - listed.size() : zeros;
    for (Bigram pair : listed) {
      impossible += pair.probability() == 0 ? 1 : 0;
      impossible -= backoff > 0 && model.unigram(pair.next()) == 0 ? 1 : 0;
    }
    return new Row(backoff, listed, impossible);
  }

  static ArpaWriter of(LanguageModel model, IntToDoubleFunction unlisted) {
    if (model.contextLength() > 1) {
      throw new IllegalArgumentException(
          "a bigram file can't hold a model that looks at more than 1 token; this one looks at "
              + model.contextLength());
    }
    double uniform = 1.0 / model.vocabulary().size();
    return new ArpaWriter(
        model.vocabulary(),
        token -> uniform,
        context -> row(context, model.next(context), unlisted.applyAsDouble(context)));
  }

  private static Row row(int context, Distribution next, double unlisted) {
    if (!(unlisted >= 0 && unlisted <= 1)) {
      throw new IllegalArgumentException(
          "a probability must be from 0 to 1, was " + unlisted + " for context " + context);
    }
    IntStream candidates =
        unlisted == next.rest() ? next.listed() : IntStream.range(0, next.size());
    List<Bigram> listed =
        candidates
            .mapToObj(token -> new Bigram(context, token, next.probability(token)))
            .filter(pair -> pair.probability() != unlisted)
            .toList();
    boolean all = listed.size() == next.size();
    double backoff = all && unlisted == 0 ? 1 : unlisted * next.size(); // which is 1 / unigram
    return new Row(backoff, listed, impossible(next));
  }

  private static int impossible(Distribution next) {
    return next.size() - next.supportSize();
  }

  Arpa.Impossible write(OutputStream out) throws IOException {
    long bigrams = 0;
    int contexts = 0;
    long pairs = 0;
    for (int context = 0; context < backoffs.length; context++) {
      Row row = rows.apply(context);
      backoffs[context] = row.backoff();
      bigrams += row.listed().size();
      contexts += row.impossible() > 0 ? 1 : 0;
      pairs += row.impossible();
    }
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writeHeader(text, bigrams);
    writeUnigrams(text);
    writeBigrams(text);
    text.write("\n\\end\\\n");
    text.flush();
    return new Arpa.Impossible(contexts, pairs);
  }

  private void writeHeader(Writer text, long bigrams) throws IOException {
    // The boundary is two words, and <unk> is one more. Some readers want a blank first line.
    text.write("\n\\data\\\nngram 1=" + (backoffs.length + 2) + "\nngram 2=" + bigrams + "\n");
  }

  private void writeUnigrams(Writer text) throws IOException {
    text.write("\n\\1-grams:\n");
    text.write(log(0) + "\t" + ArpaWords.UNKNOWN + "\t0\n");
    text.write(log(0) + "\t" + ArpaWords.START + "\t" + backoff(Vocabulary.BOUNDARY) + "\n");
    for (int token = 0; token < backoffs.length; token++) {
      String line = log(unigram.applyAsDouble(token)) + "\t" + ArpaWords.next(vocabulary, token);
      text.write(token == Vocabulary.BOUNDARY ? line : line + "\t" + backoff(token));
      text.write("\n");
    }
  }

  private String backoff(int context) {
    double backoff = backoffs[context];
    if (Math.abs(backoff - 1) < ROUNDING) {
      return "0";
    }
    return backoff == 0 ? log(0) : Decimal.shortest(StrictMath.log10(backoff));
  }

  private void writeBigrams(Writer text) throws IOException {
    text.write("\n\\2-grams:\n");
    for (int context = 0; context < backoffs.length; context++) {
      String before = ArpaWords.context(vocabulary, context);
      for (Bigram pair : rows.apply(context).listed()) {
        String next = ArpaWords.next(vocabulary, pair.next());
        text.write(log(pair.probability()) + "\t" + before + " " + next + "\n");
      }
    }
  }

  /** The logarithm of a probability, which rounding may have taken above 1. */
  private static String log(double probability) {
    double log = probability == 0 ? Arpa.LOG_OF_ZERO : StrictMath.log10(probability);
    return Decimal.shortest(Math.min(0, log));
  }
}
