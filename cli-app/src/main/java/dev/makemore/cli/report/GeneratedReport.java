package dev.makemore.cli.report;

import dev.makemore.cli.io.Console;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.text.TextForm;
import java.util.Locale;

/**
 * Names that were made, with what they cost and how to make them again, as people and as programs
 * read them.
 */
public final class GeneratedReport {

  private final Console console;
  private final Scorer scorer;
  private final ScoreReport scores;
  private final long seed;
  private final boolean explain;
  private long number; // of names so far

  /**
   * Prints to {@code console}.
   *
   * @param model the model itself, before temperature and wishes: what it says is what {@code
   *     score} prints
   * @param seed the seed of the names
   * @param explain whether to show the cost of each pair
   */
  public GeneratedReport(Console console, LanguageModel model, long seed, boolean explain) {
    this.console = console;
    this.scorer = Scorer.of(model);
    this.scores = new ScoreReport(console, scorer, TextForm.asWritten());
    this.seed = seed;
    this.explain = explain;
  }

  /** Prints the table of {@code score --explain}, and which name of the seed this is. */
  public void explanation(String name) {
    number++;
    scores.explanation(name, scorer.score(name));
    console.line(
        String.format(Locale.ROOT, "%13s  %11s  name %d of --seed %d", "", "", number, seed));
  }

  /** Prints one JSON object on one line. */
  public void json(String name) {
    number++;
    Score score = scorer.score(name);
    scores.json(
        name,
        score,
        explain,
        json -> {
          json.writeNumberField("seed", seed);
          json.writeNumberField("number", number);
        });
  }
}
