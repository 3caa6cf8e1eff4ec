package dev.makemore.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a table of items and how often each of them occurs, as the offices that register names
 * publish them: {@code Emma,F,20355} on each row.
 *
 * <p>Columns are separated by commas, tabs or semicolons, and a field may stand in quotation marks,
 * as RFC 4180 says. The first row may be a header: {@link Columns} finds out.
 */
final class WeightedTable {

  /** Receives the items of a table. */
  interface Sink {
    /**
     * Takes an item that occurs {@code count} times, at least once.
     *
     * @throws ArithmeticException if there are more than the sink can count
     */
    void accept(String item, long count);

    /** Takes a remark on the table, before its items. */
    default void note(String remark) {}
  }

  private static final Pattern WHOLE = Pattern.compile("[0-9]+");

  private final String name;
  private final TextForm form;
  private final Sink sink;

  private WeightedTable(TextSource text, Sink sink) {
    this.name = text.name();
    this.form = text.form();
    this.sink = sink;
  }

  /**
   * Reads a table to its end.
   *
   * @param column the column with the counts: its name in the header, or its number
   * @param sink receives the items in the form of {@code text}, in the order of the rows
   * @throws Failure if the table is not as it should be; the message names the line
   * @throws IOException if the text is not UTF-8 or can't be read
   */
  static void read(TextSource text, String column, Sink sink) throws IOException {
    try (BufferedReader in = new BufferedReader(new Utf8Reader(text.open(), text.name()))) {
      new WeightedTable(text, sink).read(in, column);
    }
  }

  private void read(BufferedReader in, String column) throws IOException {
    Row.Handler handler = new Row.Handler();
    try (CsvReader<Row> rows =
        CsvReader.builder()
            .fieldSeparator(Separator.of(in, column))
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // the error is to be ours
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, in)) {
      read(rows, column);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof Failure failure) { // from the stream
        throw failure;
      }
      throw wrong(
          handler.line(),
          "a field that starts with a quotation mark has no end, or something after it; write a"
              + " quotation mark inside of a field twice, as in \"the \"\"b\"\"\"");
    }
  }

  private void read(Iterable<Row> rows, String column) {
    Columns columns = null;
    for (Row row : rows) {
      if (row.isBlank()) {
        continue;
      }
      if (columns == null) {
        columns = Columns.of(name, row, column);
        columns.note().ifPresent(sink::note);
        if (columns.isHeader()) {
          continue;
        }
      }
      accept(row, columns);
    }
  }

  private void accept(Row row, Columns columns) {
    List<String> fields = row.fields();
    if (fields.size() != columns.first().fields().size()) {
      throw wrong(
          row.line(),
          String.format(
              "has %d columns, but line %d has %d; an item with a separator in it must stand in"
                  + " quotation marks",
              fields.size(), columns.first().line(), columns.first().fields().size()));
    }
    long count = count(row, columns);
    String item = fields.get(columns.item());
    if (item.isEmpty()) {
      throw wrong(row.line(), "column " + (columns.item() + 1) + ", the item, is empty");
    } else if (item.indexOf('\n') >= 0) {
      throw wrong(row.line(), "the item has a line end in it; an item is a single line");
    } else if (count > 0) {
      pass(form.apply(item), count, row.line());
    }
  }

  private long count(Row row, Columns columns) {
    String typed = row.fields().get(columns.count()).strip();
    String what = "column " + (columns.count() + 1) + ", the count, ";
    if (typed.isEmpty()) {
      throw wrong(row.line(), what + "is empty");
    } else if (!WHOLE.matcher(typed).matches()) {
      throw wrong(
          row.line(),
          what + "must be a whole number, in digits only, as in 1234; it is '" + typed + "'");
    }
    try {
      return Long.parseLong(typed);
    } catch (NumberFormatException e) {
      throw wrong(row.line(), what + "is larger than 2^63 - 1: '" + typed + "'");
    }
  }

  private void pass(String item, long count, long line) {
    try {
      sink.accept(item, count);
    } catch (ArithmeticException e) {
      throw wrong(line, "with this item, all items have more than 2^63 - 1 characters");
    }
  }

  private Failure wrong(long line, String reason) {
    return new Failure(ExitCode.BAD_DATA, name + ":" + line + ": " + reason);
  }
}
