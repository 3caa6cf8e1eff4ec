package dev.makemore.cli.report;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.report.ScoreReport.Style;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.text.TextForm;
import java.io.IOException;

/**
 * Names that were made, with what they cost and how to make them again, as people and as programs
 * read them. They are printed some hundred at a time.
 */
public final class GeneratedReport implements AutoCloseable {

  private static final int BATCH = 500;

  private final Console console;
  private final Scorer scorer;
  private final Style style;
  private final long seed;
  private ScoreReport batch;
  private long number; // of names so far

  /**
   * Prints to {@code console}.
   *
   * @param model the model itself, before temperature and wishes: what it says is what {@code
   *     score} prints
   * @param seed the seed of the names
   * @param style {@link Style#EXPLANATION}, or one of those for JSON
   */
  public GeneratedReport(Console console, LanguageModel model, long seed, Style style) {
    this.console = console;
    this.scorer = Scorer.of(model);
    this.style = style;
    this.seed = seed;
    this.batch = empty();
  }

  private ScoreReport empty() {
    return new ScoreReport(scorer, TextForm.asWritten(), style, console.terminal().stdout());
  }

  /** Adds a name, and prints if there are enough. */
  public void add(String name) {
    if (number > 0 && number % BATCH == 0) {
      print();
      batch = empty();
    }
    number++;
    batch.append(
        name,
        scorer.score(name),
        json -> {
          json.writeNumberField("seed", seed);
          json.writeNumberField("number", number);
        });
    if (style == Style.EXPLANATION) {
      batch.remark("name " + number + " of --seed " + seed + " with these options");
    }
  }

  private void print() {
    if (style == Style.EXPLANATION && number > BATCH) {
      console.line(""); // as between the names of a batch
    }
    console.out().flush();
    try {
      batch.end().writeTo(console.bytes());
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  /** Prints the names that have not been printed yet. */
  @Override
  public void close() {
    print();
  }
}
