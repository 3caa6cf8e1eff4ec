package dev.makemore.cli.making;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.progress.CountProgress;
import dev.makemore.cli.progress.Progress;
import dev.makemore.cli.progress.WatchedLines;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Makes the names of a seed, and shows the progress where the names go elsewhere.
 *
 * @param console where they are printed
 * @param sampler makes them
 * @param seed decides them
 * @param count how many are wanted
 * @param threads how many threads may make them; the names do not depend on it
 */
public record NameMaker(Console console, Sampler sampler, long seed, long count, int threads) {

  /** Whether there are so few that it is quicker to make them one by one on one thread. */
  public boolean isSmall() {
    return count <= Sampler.BLOCK;
  }

  /** Prints all names as they come, as bytes, many at once. */
  public Selection.Report write() {
    console.out().flush();
    try (Progress progress = Progress.besideOutput(console)) {
      CountProgress names = new CountProgress(progress, "names", count);
      long cut =
          sampler.write(
              seed,
              count,
              threads,
              progress.isShown() ? new WatchedLines(console.bytes(), names) : console.bytes());
      return new Selection.Report(count, count, cut, false);
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  /** Hands over the names that {@code selection} selects and that meet {@code wishes}. */
  public Selection.Report select(Selection selection, Wishes wishes, Consumer<String> use) {
    // Several threads only where they pay.
    int makers = isSmall() && !wishes.isLuck() ? 1 : threads;
    try (Progress progress = Progress.besideOutput(console)) {
      CountProgress names = new CountProgress(progress, "names", count);
      return selection.take(
          count,
          sampler.samples(seed, makers),
          sample -> {
            wishes.taken();
            use.accept(sample.text());
            names.add(1);
          });
    } finally { // show the names before any message
      console.out().flush();
    }
  }
}
