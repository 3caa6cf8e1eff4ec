package dev.makemore.cli.table;

import dev.makemore.cli.picture.Bars;
import dev.makemore.cli.picture.DisplayWidth;
import dev.makemore.cli.picture.HeatMap;
import dev.makemore.cli.picture.Ink;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table as text for people.
 *
 * <p>Terminals disagree about the width of some scripts. Characters of those scripts stand at the
 * ends of lines, where they can't push anything else out of place.
 *
 * @param table the table to show
 * @param top how many pairs to list
 */
public record TableText(TokenTable table, int top) {

  /** The largest number of tokens that a heat map shows: enough for an alphabet. */
  static final int MAP = 40;

  private static final int BAR = 36;

  /** The heat map, and the pairs with the largest and the smallest numbers. */
  public List<String> lines(Ink ink) {
    List<String> lines = new ArrayList<>(map(ink));
    lines.addAll(list(table.words().largest(), Pair.HIGHEST_FIRST));
    lines.addAll(list(table.words().smallest(), Pair.LOWEST_FIRST));
    long size = vocabulary().size();
    lines.addAll(List.of("", zeros(table.impossible(), size * size)));
    return lines;
  }

  /** One row as bars, the largest number first. */
  public List<String> row(int context, Ink ink) {
    return row(context, Labels.note(vocabulary(), context), ink);
  }

  /** The same, with the context called {@code name}. */
  public List<String> row(int context, String name, Ink ink) {
    List<Pair> shown = table.first(top, Pair.HIGHEST_FIRST, context);
    double sum = shown.stream().mapToDouble(Pair::value).sum();
    double rest = Math.max(0, table.total(context) - sum); // rounding could leave less than 0
    int others = table.possible(context) - shown.size();
    List<String> values = new ArrayList<>(values(shown));
    values.add(table.text(rest));
    int width = longest(values);
    Bars bars = new Bars(BAR);
    for (Pair pair : shown) {
      String label = Labels.note(vocabulary(), pair.next());
      bars.add("  " + padded(table.text(pair.value()), width), pair.value(), label);
    }
    if (others > 0) {
      String label = Figures.counted(others, "other");
      bars.add("  " + padded(table.text(rest), width), rest, label);
    }
    List<String> lines = new ArrayList<>();
    lines.add(table.words().values() + " after " + name);
    lines.add("");
    lines.addAll(bars.lines(ink));
    int size = vocabulary().size();
    lines.addAll(List.of("", zeros(size - table.possible(context), size)));
    return lines;
  }

  private Vocabulary vocabulary() {
    return table.vocabulary();
  }

  private String zeros(long zeros, long all) {
    return String.format(Locale.ROOT, "%s: %,d of %,d", table.words().zero(), zeros, all);
  }

  private List<String> list(String title, Comparator<Pair> order) {
    List<Pair> pairs = table.first(top, order);
    List<String> lines = new ArrayList<>();
    if (!pairs.isEmpty()) {
      lines.addAll(List.of("", title, ""));
    }
    int width = longest(values(pairs));
    for (Pair pair : pairs) {
      String label = Labels.of(vocabulary(), pair.context(), pair.next());
      lines.add("  " + padded(table.text(pair.value()), width) + "  " + label);
    }
    return lines;
  }

  private List<String> map(Ink ink) {
    int[] most = table.mainTokens(MAP);
    boolean lettered = labels(most).stream().allMatch(l -> DisplayWidth.of(l).isPresent());
    int fitting =
        lettered
            ? HeatMap.fitting(labels(most), 0)
            : HeatMap.fitting(numbers(most), 2 + longest(notes(most)));
    int[] tokens = table.mainTokens(Math.min(MAP, fitting));
    List<String> lines = new ArrayList<>();
    lines.add(table.words().values() + " of each token (columns) after each token (rows)");
    if (tokens.length < vocabulary().size()) {
      lines.add(table.mainTokensDescription(tokens.length));
    }
    lines.add("");
    lines.addAll(
        lettered
            ? new HeatMap(labels(tokens), cells(tokens), table.scale()).lines(ink)
            : new HeatMap(numbers(tokens), cells(tokens), table.scale())
                .linesWithNotes(notes(tokens), ink));
    return lines;
  }

  private double[][] cells(int... tokens) {
    return IntStream.of(tokens)
        .mapToObj(row -> IntStream.of(tokens).mapToDouble(t -> table.value(row, t)).toArray())
        .toArray(double[][]::new);
  }

  private List<String> labels(int... tokens) {
    return IntStream.of(tokens).mapToObj(token -> Labels.of(vocabulary(), token)).toList();
  }

  private List<String> notes(int... tokens) {
    return IntStream.of(tokens).mapToObj(token -> Labels.note(vocabulary(), token)).toList();
  }

  private static List<String> numbers(int... tokens) {
    return IntStream.rangeClosed(1, tokens.length).mapToObj(Integer::toString).toList();
  }

  private List<String> values(List<Pair> pairs) {
    return pairs.stream().map(pair -> table.text(pair.value())).toList();
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
