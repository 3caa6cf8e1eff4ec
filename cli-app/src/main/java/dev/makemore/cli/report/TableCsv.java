package dev.makemore.cli.report;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Decimal;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A model as comma-separated values, with fields quoted as RFC 4180 has it: the columns {@code
 * context}, {@code next} and {@code probability}, and {@code count} where the model has counts.
 *
 * <p>A row for each pair that has a probability of its own. Where all others after a context share
 * one that is not 0, there is one row for them, with {@value #OTHER} for {@code next}: each of them
 * has that probability. What is not in any row is impossible. The boundary is an empty field.
 */
public final class TableCsv {

  /** In the place of a token: each that is not listed. No token is that long. */
  static final String OTHER = "other";

  private final LanguageModel model;
  private final Optional<BigramCounts> counts;

  private TableCsv(LanguageModel model, Optional<BigramCounts> counts) {
    this.model = model;
    this.counts = counts;
  }

  /** The rows of {@code model}, which looks at one token at most. */
  public static TableCsv of(LanguageModel model) {
    return new TableCsv(
        model, model instanceof CountModel count ? Optional.of(count.counts()) : Optional.empty());
  }

  /** Gives {@code lines} the names of the columns. */
  public void header(Consumer<String> lines) {
    lines.accept("context,next,probability" + (counts.isPresent() ? ",count" : ""));
  }

  /** Gives {@code lines} the rows of all contexts. */
  public void rows(Consumer<String> lines) {
    for (int context = 0; context < model.vocabulary().size(); context++) {
      row(context, lines);
    }
  }

  /** Gives {@code lines} the rows of one context. */
  public void row(int context, Consumer<String> lines) {
    Vocabulary vocabulary = model.vocabulary();
    Distribution row = model.next(context);
    String before = field(vocabulary, context) + ",";
    int[] listed = row.listed().toArray();
    for (int next : listed) {
      String count = counts.map(c -> "," + c.count(context, next)).orElse("");
      lines.accept(
          before + field(vocabulary, next) + "," + Decimal.shortest(row.probability(next)) + count);
    }
    if (row.rest() > 0 && listed.length < row.size()) {
      String count = counts.isPresent() ? ",0" : "";
      lines.accept(before + OTHER + "," + Decimal.shortest(row.rest()) + count);
    }
  }

  private static String field(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? "" : quoted(vocabulary.text(token));
  }

  /** With quotation marks around it where it has to have them, and those in it doubled. */
  private static String quoted(String text) {
    boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
