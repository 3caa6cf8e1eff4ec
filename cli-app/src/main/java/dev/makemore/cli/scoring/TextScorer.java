package dev.makemore.cli.scoring;

import dev.makemore.cli.infinity.InfiniteTexts;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.lines.Flaws;
import dev.makemore.cli.report.ScoreReport;
import dev.makemore.cli.scoring.Answer.ScoredText;
import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.text.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/**
 * Scores texts, keeps those that were asked for, and writes them to memory.
 *
 * @param scorer scores them
 * @param form the form in which they are scored
 * @param isKept whether a text with this average cost is wanted
 * @param report an empty report, a new one for each answer
 * @param sorts whether the texts are to be written later, when all have been scored
 */
public record TextScorer(
    Scorer scorer,
    TextForm form,
    DoublePredicate isKept,
    Supplier<ScoreReport> report,
    boolean sorts) {

  /** Some texts. */
  public interface Texts {
    /** Hands them over, and returns which ones could not be read. */
    Flaws forEach(Consumer<String> texts);
  }

  /** Scores some texts. To be called on any thread. */
  public Answer answer(Texts texts) {
    List<ScoredText> kept = new ArrayList<>();
    InfiniteTexts infinite = new InfiniteTexts();
    ScoreReport output = report.get();
    BiConsumer<String, Score> use =
        sorts ? (text, score) -> kept.add(new ScoredText(text, score)) : output::append;
    Flaws flaws = Flaws.NONE;
    Failure failure = null;
    try {
      flaws =
          texts.forEach(
              text -> {
                Score score = scorer.score(form.apply(text));
                infinite.add(text, score.impossible() > 0);
                if (isKept.test(score.averageNll())) {
                  use.accept(text, score);
                }
              });
    } catch (Failure e) { // after the lines before it
      failure = e;
    }
    return new Answer(output.end(), kept, infinite, flaws, failure);
  }
}
