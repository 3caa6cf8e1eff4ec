package dev.makemore.cli.table;

import dev.makemore.cli.picture.SvgHeatMap;
import dev.makemore.cli.picture.SvgHeatMap.Cell;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A table as an SVG picture, or one of its rows.
 *
 * @param table the table to show
 * @param source the model or text that the table comes from, for the title
 */
public record TableSvg(TokenTable table, String source) {

  /** The largest number of rows and of columns. */
  static final int MAP = TableText.MAP;

  /** The heat map of all pairs, or of the pairs of the main tokens if there are too many. */
  public String svg() {
    int[] tokens = table.mainTokens(MAP);
    String caption =
        tokens.length == vocabulary().size() ? "" : table.mainTokensDescription(tokens.length);
    List<List<Cell>> rows =
        IntStream.of(tokens)
            .mapToObj(row -> cells(row, Labels.of(vocabulary(), row), tokens))
            .toList();
    return new SvgHeatMap(title(), caption, rows).svg();
  }

  /** The pairs of one context, or those with the largest numbers if there are too many. */
  public String svg(int context) {
    return svg(context, Labels.of(vocabulary(), context));
  }

  /** The same, with the context called {@code name}. */
  public String svg(int context, String name) {
    int size = vocabulary().size();
    int[] tokens =
        size <= MAP
            ? IntStream.range(0, size).toArray()
            : table.first(MAP, Pair.HIGHEST_FIRST, context).stream()
                .mapToInt(Pair::next)
                .sorted()
                .toArray();
    String caption =
        tokens.length == size
            ? ""
            : String.format(
                Locale.ROOT, "the %d of %,d that are %s", tokens.length, size, words().largest());
    return new SvgHeatMap(title(), caption, List.of(cells(context, name, tokens))).svg();
  }

  private Vocabulary vocabulary() {
    return table.vocabulary();
  }

  private TokenTable.Words words() {
    return table.words();
  }

  private String title() {
    return words().title() + ": " + source;
  }

  private List<Cell> cells(int context, String name, int... tokens) {
    return IntStream.of(tokens).mapToObj(next -> cell(context, name, next)).toList();
  }

  private Cell cell(int context, String name, int next) {
    double value = table.value(context, next);
    return new Cell(
        name + Labels.of(vocabulary(), next), table.shortText(value), table.darkness(value));
  }
}
