package dev.makemore.cli.report;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.table.Figures;
import dev.makemore.sampling.Selection;
import java.util.List;

/** Messages about names that were cut, and about names that could not be made. */
public final class SelectionReport {

  private final Console console;
  private final Selection.Report report;

  /** Tells on {@code console} about {@code report}. */
  public SelectionReport(Console console, Selection.Report report) {
    this.console = console;
    this.report = report;
  }

  /** Says how many names were cut at {@code limit} characters, if there were any. */
  public void tellCut(int limit) {
    if (report.cut() > 0) {
      console.note(
          "cut %,d of %s at %s; with --max-length L, names have at most L characters and are not"
              + " cut",
          report.cut(),
          Figures.counted(report.selected(), "name"),
          Figures.counted(limit, "character"));
    }
  }

  /**
   * Says how many of {@code wanted} names were made, if that is not all.
   *
   * @param last how many names were refused at the end
   * @param faults what was wrong with them
   * @param wishes whether there were wishes, of which there could be fewer
   */
  public void tellMissing(long wanted, long last, List<String> faults, boolean wishes) {
    if (report.ranOut()) {
      console.message(
          "made only %,d of %s: the last %,d of %,d tries gave only names that %s; ask for fewer"
              + " names%s, or try a higher --temperature or some --smoothing",
          report.selected(),
          Figures.counted(wanted, "name"),
          last,
          report.tries(),
          String.join(" or ", faults),
          wishes ? ", wish for less" : "");
    }
  }
}
