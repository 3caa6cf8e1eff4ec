package dev.makemore.cli.scoring;

import dev.makemore.cli.infinity.InfiniteTexts;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.lines.Flaws;
import dev.makemore.cli.report.ScoreReport;
import dev.makemore.cli.scoring.Answer.ScoredText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Writes answers to standard output, one after the other, and remembers what else they say. */
public final class AnswerWriter {

  /** The number of sorted texts that are written at once. */
  private static final int BATCH = 1000;

  private final Console console;
  private final String separator;
  private final InfiniteTexts infinite = new InfiniteTexts();
  private final List<ScoredText> kept = new ArrayList<>();
  private Flaws flaws = Flaws.NONE;
  private boolean begun;

  /**
   * A writer.
   *
   * @param separator what stands between the outputs of two answers
   */
  public AnswerWriter(Console console, String separator) {
    this.console = console;
    this.separator = separator;
  }

  /** Writes the answer, and then ends with its failure if it has one. */
  public void accept(Answer answer) {
    write(answer.output());
    kept.addAll(answer.kept());
    infinite.add(answer.infinite());
    flaws = flaws.plus(answer.flaws());
    if (answer.failure() != null) {
      throw answer.failure();
    }
  }

  /**
   * Writes the texts that were kept, the least surprising first; those of equal averages as they
   * came.
   *
   * @param reverse whether the most surprising text is to come first
   * @param report an empty report, a new one for each time
   */
  public void writeKept(boolean reverse, Supplier<ScoreReport> report) {
    Comparator<ScoredText> order = Comparator.comparingDouble(text -> text.score().averageNll());
    kept.sort(reverse ? order.reversed() : order); // stable
    for (int i = 0; i < kept.size(); i += BATCH) {
      ScoreReport batch = report.get();
      kept.subList(i, Math.min(kept.size(), i + BATCH))
          .forEach(scored -> batch.append(scored.text(), scored.score()));
      write(batch.end());
    }
  }

  private void write(ScoreReport output) {
    if (output.isEmpty()) {
      return;
    }
    if (begun) {
      console.out().print(separator);
    }
    begun = true;
    console.out().flush();
    try {
      output.writeTo(console.bytes());
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  /** Which of the texts cost infinitely much. */
  public InfiniteTexts infinite() {
    return infinite;
  }

  /** Which lines could not be read. */
  public Flaws flaws() {
    return flaws;
  }
}
