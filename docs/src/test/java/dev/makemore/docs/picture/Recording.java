package dev.makemore.docs.picture;

import dev.makemore.cli.picture.SvgCanvas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a command prints, as an animated SVG: a screen of {@value #ROWS} rows on which the text
 * moves on page by page. Where motion is not wanted, the first page stands still.
 */
final class Recording {

  private static final int ROWS = 40;
  private static final int COLUMNS = 80;
  private static final int ROW = 17; // pixels
  private static final double COLUMN = 7.8;
  private static final int MARGIN = 14;
  private static final int SECONDS = 8; // that a page stays

  private final List<String> lines;

  Recording(List<String> lines) {
    this.lines = lines;
  }

  /** Where pages begin: at a heading whose chapter would not fit, and where a screen is full. */
  private List<Integer> pages() {
    List<Integer> pages = new ArrayList<>(List.of(0));
    for (int i = 1; i < lines.size(); i++) {
      int start = pages.get(pages.size() - 1);
      if (i - start >= ROWS || (isHeading(i) && endOfChapter(i) - start > ROWS)) {
        pages.add(i);
      }
    }
    return pages;
  }

  private boolean isHeading(int line) {
    return line + 1 < lines.size() && lines.get(line + 1).startsWith("---");
  }

  private int endOfChapter(int heading) {
    int end = heading + 1;
    while (end < lines.size() && !isHeading(end)) {
      end++;
    }
    return end;
  }

  String svg(String title) {
    List<Integer> pages = pages();
    int width = (int) (COLUMNS * COLUMN) + 2 * MARGIN;
    int height = ROWS * ROW + 2 * MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" role="img">
            <title>%3$s</title>
            <style>
            text{font:13px ui-monospace,Menlo,Consolas,monospace;fill:#d7dde4;white-space:pre}
            .page{visibility:hidden;animation:show %4$ds step-end infinite}
            .page:first-of-type{visibility:visible}
            @keyframes show{0%%{visibility:visible}%5$.3f%%{visibility:hidden}to{visibility:hidden}}
            @media (prefers-reduced-motion:reduce){.page{animation:none}}
            </style>
            <rect width="%1$d" height="%2$d" rx="8" fill="#161b22"/>
            """,
            width,
            height,
            SvgCanvas.escaped(title),
            pages.size() * SECONDS,
            100.0 / pages.size()));
    for (int page = 0; page < pages.size(); page++) {
      int end = page + 1 < pages.size() ? pages.get(page + 1) : lines.size();
      int delay = page * SECONDS;
      svg.append("<g class=\"page\" style=\"animation-delay:").append(delay).append("s\">\n");
      for (int i = pages.get(page); i < end; i++) {
        if (!lines.get(i).isBlank()) {
          int y = MARGIN + (i - pages.get(page) + 1) * ROW - 4;
          svg.append(text(y, lines.get(i)));
        }
      }
      svg.append("</g>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  /** A line, made as wide as its characters should be, whatever font there is. */
  private static String text(int y, String line) {
    return String.format(
        Locale.ROOT,
        "<text xml:space=\"preserve\" x=\"%d\" y=\"%d\" textLength=\"%.1f\">%s</text>%n",
        MARGIN,
        y,
        line.length() * COLUMN,
        SvgCanvas.escaped(line));
  }
}
