package dev.makemore.cli.report;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A model as comma-separated values, with fields quoted as in RFC 4180. The columns are {@code
 * context}, {@code next} and {@code probability}, and for a model with counts also {@code count}.
 *
 * <p>There is a row for each pair that a count model saw, or that another model lists. If all other
 * pairs with a context share one probability above 0, there is one row for all of them, with
 * {@value #OTHER} as {@code next}: each of them has that probability. A pair that is in no row is
 * impossible. The boundary is an empty field. Under a model that looks at several characters, the
 * field of a context has that many, or fewer if it starts an item.
 */
public final class ModelCsv {

  /** Stands for every token that is not listed. No token is as long as this word. */
  static final String OTHER = "other";

  private final LanguageModel model;
  private final Optional<BigramCounts> counts;

  private ModelCsv(LanguageModel model, Optional<BigramCounts> counts) {
    this.model = model;
    this.counts = counts;
  }

  /** The rows of {@code model}. */
  public static ModelCsv of(LanguageModel model) {
    return new ModelCsv(
        model, model instanceof CountModel count ? Optional.of(count.counts()) : Optional.empty());
  }

  /** Gives {@code lines} the names of the columns. */
  public void header(Consumer<String> lines) {
    lines.accept("context,next,probability" + (counts.isPresent() ? ",count" : ""));
  }

  /** Gives {@code lines} the rows of one context. */
  public void row(List<Integer> context, Consumer<String> lines) {
    Vocabulary vocabulary = model.vocabulary();
    ListedRow row = ListedRow.of(model, context);
    String before = quoted(ModelJson.text(vocabulary, context)) + ",";
    for (int next : row.tokens()) {
      String count = counts.map(c -> "," + c.count(context.get(0), next)).orElse("");
      String probability = Decimal.shortest(row.row().probability(next));
      lines.accept(before + field(vocabulary, next) + "," + probability + count);
    }
    if (row.other() > 0) {
      String count = counts.isPresent() ? ",0" : "";
      lines.accept(before + OTHER + "," + Decimal.shortest(row.other()) + count);
    }
  }

  private static String field(Vocabulary vocabulary, int token) {
    return quoted(ModelJson.text(vocabulary, token));
  }

  /** The text in quotation marks, if it needs them, and with the quotation marks in it doubled. */
  private static String quoted(String text) {
    boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
