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
 * The page on which the story is written: titles, paragraphs and pictures.
 *
 * <p>In a paragraph, `backquotes` enclose a quotation, which is shown in a color, or else in
 * quotes.
 */
public final class Page {

  private static final int WIDEST = 80;
  private static final int NARROWEST = 24; // on a terminal with fewer columns, lines wrap
  private static final int COLUMN = 24;
  private static final String MARGIN = "    ";
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private final PrintWriter out;
  private final Ink ink;
  private final int columns;
  private final boolean live;
  private int chapters;
  private Optional<LiveLine> liveLine = Optional.empty();

  private Page(PrintWriter out, Ink ink, int columns, boolean live) {
    this.out = out;
    this.ink = ink;
    this.columns = Math.max(NARROWEST, Math.min(WIDEST, columns));
    this.live = live;
  }

  /** An empty page of 80 columns, whose text goes to {@code out}. */
  public static Page of(PrintWriter out, Ink ink) {
    return new Page(out, ink, WIDEST, false);
  }

  /** An empty page on a terminal of {@code columns} columns, where a line can be drawn again. */
  public static Page onTerminal(PrintWriter out, Ink ink, int columns) {
    return new Page(out, ink, columns, true);
  }

  Ink ink() {
    return ink;
  }

  boolean isLive() {
    return live;
  }

  /** How many columns there are for a picture or a table. */
  int room() {
    return columns - MARGIN.length();
  }

  /** How many columns a paragraph takes. */
  private int width() {
    return columns - 2;
  }

  /** Starts the next chapter: writes its number and its title. */
  void chapter(String title) {
    chapters++;
    List<String> lines = wrap(chapters + ". " + title, width());
    line("");
    lines.forEach(text -> line(ink.bold(text)));
    line(ink.faint("-".repeat(lines.get(lines.size() - 1).length())));
    line("");
  }

  /** Writes a paragraph: formats it, then breaks it into lines at white space. */
  void say(String format, Object... arguments) {
    String text = String.format(Locale.ROOT, format, arguments);
    String wrapped = String.join("\n", wrap(text, width()));
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

  /** Shows lines of words, of which those that are too long are broken. */
  void showText(List<String> lines) {
    for (String line : lines) {
      String rest = line;
      while (rest.length() > room() && rest.lastIndexOf(' ', room()) > 0) {
        int space = rest.lastIndexOf(' ', room());
        showLine(rest.substring(0, space));
        rest = "  " + rest.substring(space).strip();
      }
      showLine(rest);
    }
    line("");
  }

  /** Shows two lists, each below its title: side by side if there is room. */
  void showLists(String leftTitle, List<String> left, String rightTitle, List<String> right) {
    List<String> leftLines = under(leftTitle, left);
    List<String> rightLines = under(rightTitle, right);
    List<String> both = Columns.lines(leftLines, COLUMN, rightLines);
    if (both.stream().allMatch(line -> line.length() <= room())) {
      show(both);
    } else {
      showText(leftLines);
      showText(rightLines);
    }
  }

  private static List<String> under(String title, List<String> list) {
    List<String> lines = new ArrayList<>(List.of(title, "-".repeat(title.length())));
    lines.addAll(list);
    return lines;
  }

  /** Shows one line of a table that is not complete yet. A line that is drawn stays below it. */
  void showLine(String line) {
    String text = (MARGIN + line).stripTrailing();
    liveLine.ifPresentOrElse(live -> live.above(text), () -> line(text));
  }

  /** Erases the line that was redrawn, if there is one. */
  public void endLine() {
    liveLine.ifPresent(LiveLine::close);
    liveLine = Optional.empty();
  }

  /** Draws the last line again. Only on a {@linkplain #isLive live} page. */
  public void redraw(String line) {
    if (liveLine.isEmpty()) {
      liveLine = Optional.of(new LiveLine(out));
    }
    liveLine.get().redraw(line);
  }

  /** Ends a table that was shown line by line. */
  void endTable() {
    line("");
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
