package dev.makemore.docs;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Vocabulary;
import java.util.Locale;

/**
 * The table of counts as an SVG picture: a cell for each pair, the darker the more often it came.
 *
 * <p>A cell's shade is the square root of its share of the largest count, since a few pairs are so
 * frequent that in proportion to them most cells would be white. The picture brings its own
 * background, so it reads the same on a light and on a dark page.
 */
final class HeatMap {

  private static final int CELL = 36;
  private static final int MARGIN = 10;

  private HeatMap() {}

  static String svg(BigramCounts counts) {
    Vocabulary vocabulary = counts.vocabulary();
    int side = vocabulary.size() * CELL + 2 * MARGIN;
    long largest = counts.mostFrequent(1).get(0).count();
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%1$d" \
            font-family="monospace" text-anchor="middle">
            <title>How often each character follows each other one in %2$,d names</title>
            <style>.p{font-size:13px}.n{font-size:9.5px}.d{fill:#123}.l{fill:#fff}.z{fill:#8a97a5}</style>
            <rect width="%1$d" height="%1$d" rx="6" fill="#fff"/>
            """,
            side,
            counts.items()));
    for (int context = 0; context < vocabulary.size(); context++) {
      for (int next = 0; next < vocabulary.size(); next++) {
        long count = counts.count(context, next);
        int x = MARGIN + next * CELL;
        int y = MARGIN + context * CELL;
        svg.append(
            cell(
                x,
                y,
                vocabulary.decode(context, next),
                count,
                Math.sqrt((double) count / largest)));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static String cell(int x, int y, String pair, long count, double shade) {
    String ink = count == 0 ? "z" : shade < 0.66 ? "d" : "l";
    int middle = x + CELL / 2;
    return String.format(
        Locale.ROOT,
        """
        <g class="%s"><rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>\
        <text x="%d" y="%d" class="p">%s</text><text x="%d" y="%d" class="n">%d</text></g>
        """,
        ink,
        x,
        y,
        CELL - 1,
        CELL - 1,
        colour(shade),
        middle,
        y + 16,
        pair,
        middle,
        y + 29,
        count);
  }

  /** From white at 0 to a dark blue at 1. */
  private static String colour(double shade) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        mix(255, 8, shade),
        mix(255, 64, shade),
        mix(255, 129, shade));
  }

  private static int mix(int from, int to, double shade) {
    return (int) Math.round(from + (to - from) * shade);
  }
}
