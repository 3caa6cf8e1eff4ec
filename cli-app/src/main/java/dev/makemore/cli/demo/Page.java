package dev.makemore.cli.demo;

import dev.makemore.cli.picture.Columns;
import dev.makemore.cli.picture.Ink;
import dev.makemore.cli.progress.LiveLine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page on which the story is written: titles, paragraphs and pictures, at most 80 characters
 * wide.
 *
 * <p>In a paragraph, `backquotes` enclose a quotation, which is shown in a color, or else in
 * quotes.
 */
public final class Page {

  private static final int WIDTH = 78;
  private static final int COLUMN = 24;
  private static final String MARGIN = "    ";
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private final PrintWriter out;
  private final Ink ink;
  private final boolean live;
  private int chapters;
  private Optional<LiveLine> liveLine = Optional.empty();

  /**
   * An empty page.
   *
   * @param out receives the text
   * @param ink colors it, or not
   * @param live whether {@code out} is a terminal, where a line can be drawn again
   */
  public Page(PrintWriter out, Ink ink, boolean live) {
    this.out = out;
    this.ink = ink;
    this.live = live;
  }

  Ink ink() {
    return ink;
  }

  boolean isLive() {
    return live;
  }

  /** Starts the next chapter: writes its number and its title. */
  void chapter(String title) {
    chapters++;
    String text = chapters + ". " + title;
    line("");
    line(ink.bold(text));
    line(ink.faint("-".repeat(text.length())));
    line("");
  }

  /** Writes a paragraph: formats it, then breaks it into lines at white space. */
  void say(String format, Object... arguments) {
    String text = String.format(Locale.ROOT, format, arguments);
    String wrapped = String.join("\n", wrap(text, WIDTH));
    line(QUOTED.matcher(wrapped).replaceAll(match -> quote(match.group(1))));
    line("");
  }

  private String quote(String text) {
    return ink.isColored() ? ink.accent(text).replace("$", "\\$") : "'" + text + "'";
  }

  /** Shows a picture or a table, set off by a margin. */
  void show(List<String> lines) {
    lines.forEach(this::showLine);
    line("");
  }

  /** Shows two lists side by side, each below its title. */
  void showSideBySide(String leftTitle, List<String> left, String rightTitle, List<String> right) {
    show(Columns.lines(under(leftTitle, left), COLUMN, under(rightTitle, right)));
  }

  private static List<String> under(String title, List<String> list) {
    List<String> lines = new ArrayList<>(List.of(title, "-".repeat(title.length())));
    lines.addAll(list);
    return lines;
  }

  /** Shows one line of a table that is not complete yet. */
  void showLine(String line) {
    line((MARGIN + line).stripTrailing());
  }

  /** Ends a line that was redrawn, or a table that was shown line by line. */
  void endLine() {
    liveLine.ifPresent(LiveLine::keep);
    liveLine = Optional.empty();
    line("");
  }

  /** Draws the last line again. Only on a {@linkplain #isLive live} page. */
  void redraw(String line) {
    if (liveLine.isEmpty()) {
      liveLine = Optional.of(new LiveLine(out));
    }
    liveLine.get().redraw(MARGIN + line);
  }

  private void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** The words of {@code text} in lines of at most {@code width} characters. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
