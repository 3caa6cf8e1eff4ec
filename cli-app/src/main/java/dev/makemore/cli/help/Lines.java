package dev.makemore.cli.help;

import dev.makemore.cli.picture.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lines of help, not longer than the terminal is wide, as long as their words are not.
 *
 * <p>Where there is room, a term and its description stand beside each other; where there is not,
 * the description is below the term, as in a manual page.
 */
final class Lines {

  /** With fewer columns, no description stands beside its term. */
  static final int WIDE = 60;

  private static final Pattern ARGUMENT = Pattern.compile("(?:'[^']*'|[^' ])+");

  private final int width;
  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  Lines(int width, Ink ink) {
    this.width = width;
    this.ink = ink;
  }

  List<String> lines() {
    return lines;
  }

  boolean isWide() {
    return width >= WIDE;
  }

  void blank() {
    lines.add("");
  }

  void heading(String title) {
    lines.add(ink.bold(title + ":"));
  }

  /** Adds a text that starts with {@code start}, which its other lines are indented by. */
  void paragraph(String start, List<String> words) {
    String indent = start;
    for (String line : wrapped(words, width - start.length())) {
      lines.add(indent + line);
      indent = " ".repeat(start.length());
    }
  }

  void paragraph(String start, String text) {
    paragraph(start, List.of(text.split(" ")));
  }

  /** Adds a command line. One that is too long goes on in the next line as shells allow it. */
  void command(String commandLine) {
    List<String> words = ARGUMENT.matcher(commandLine).results().map(MatchResult::group).toList();
    List<String> parts = wrapped(words, width - 8); // for an indent of 6 and a backslash
    for (int i = 0; i < parts.size(); i++) {
      String end = i < parts.size() - 1 ? " \\" : "";
      lines.add((i == 0 ? "  " : "      ") + parts.get(i) + end);
    }
  }

  /**
   * The number of columns for terms, including the space around them.
   *
   * @param longest the length of the longest term that may stand beside its description
   */
  static int column(List<String> terms, int longest) {
    return 4
        + terms.stream()
            .mapToInt(String::length)
            .filter(length -> length <= longest)
            .max()
            .orElse(0);
  }

  /**
   * Adds a term and its description.
   *
   * @param before what stands before the term, such as an indent
   * @param bold how many characters of the term are bold
   * @param column where the description starts, if there is room
   */
  void entry(String before, String term, int bold, List<String> description, int column) {
    int start = isWide() ? column : 6;
    String first = before + ink.bold(term.substring(0, bold)) + term.substring(bold);
    int shown = before.length() + term.length();
    List<String> below = new ArrayList<>();
    for (String paragraph : description) {
      below.addAll(wrapped(List.of(paragraph.split(" ")), width - start));
    }
    if (isWide() && shown + 2 <= start && !below.isEmpty()) {
      lines.add(first + " ".repeat(start - shown) + below.remove(0));
    } else {
      lines.add(first);
    }
    below.forEach(line -> lines.add(" ".repeat(start) + line));
  }

  /** Fills lines of at most {@code length} characters with words, at least one each. */
  private static List<String> wrapped(List<String> words, int length) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > length) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
