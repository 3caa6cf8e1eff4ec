package dev.makemore.cli.scoring;

import dev.makemore.cli.infinity.InfiniteTexts;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.lines.Flaws;
import dev.makemore.cli.report.ScoreReport;
import dev.makemore.model.Scorer.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of some texts, one after the other.
 *
 * @param output what is to be written
 * @param kept the texts that are to be written later, in the order of their scores
 * @param infinite which of the texts cost infinitely much
 * @param flaws which lines could not be read
 * @param failure why the command is to end after this answer; null if it goes on
 */
public record Answer(
    ScoreReport output,
    List<ScoredText> kept,
    InfiniteTexts infinite,
    Flaws flaws,
    @Nullable Failure failure) {

  /** A text as it was written, and its score. */
  record ScoredText(String text, Score score) {}
}
