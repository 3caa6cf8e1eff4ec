package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.BigramCounts.Bigram;
import dev.makemore.cli.picture.Bars;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A row of counts becomes probabilities. */
record OneRow(BigramCounts counts) {

  private static final String LETTER = "m";
  private static final int BAR = 36;
  private static final int BESIDE_BAR = 32; // what stands before it
  private static final int SHOWN = 8;

  void tell(Page page) {
    int context = counts.vocabulary().encode(LETTER)[0];
    long total = counts.rowTotal(context);
    page.say(
        """
        Divide each count by the sum of its row, and the row holds the probability of each next \
        token. The letter `%s` occurs %,d times:""",
        LETTER, total);
    List<Bigram> row =
        counts.row(context).stream()
            .sorted(Comparator.comparingLong(Bigram::count).reversed())
            .toList();
    Bars bars = new Bars(Math.max(4, Math.min(BAR, page.room() - BESIDE_BAR)));
    for (Bigram pair : row.subList(0, SHOWN)) {
      String pairText = LETTER + counts.vocabulary().text(pair.next());
      bars.add(label(pairText, pair.count(), total), (double) pair.count());
    }
    long rest = row.stream().skip(SHOWN).mapToLong(Bigram::count).sum();
    bars.add(label((row.size() - SHOWN) + " more", rest, total), (double) rest);
    page.show(bars.lines(page.ink()));
  }

  private static String label(String what, long count, long total) {
    return String.format(
        Locale.ROOT, "%-7s %,5d / %,d = %.3f", what, count, total, (double) count / total);
  }
}
