package dev.makemore.cli.input;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a table.
 *
 * @param line the number of the line that it starts in; the first line is 1
 * @param fields what stands in its columns, without quotation marks around it
 */
record Row(long line, List<String> fields) {

  /** Whether it is one of the empty rows that spreadsheets write, such as {@code ,,}. */
  boolean isBlank() {
    return fields.stream().allMatch(String::isEmpty);
  }

  /** Makes rows of what the parser finds, and knows in which line that was. */
  static final class Handler extends AbstractBaseCsvCallbackHandler<Row> {

    private List<String> fields = new ArrayList<>();
    private long line;

    /** The line in which the last row starts, even if its end was not found. */
    long line() {
      return line;
    }

    @Override
    protected void handleBegin(long startingLine) {
      line = startingLine;
      fields = new ArrayList<>();
    }

    @Override
    protected void handleField(int index, char[] chars, int start, int length, boolean quoted) {
      fields.add(new String(chars, start, length));
    }

    @Override
    protected Row buildRecord() {
      return new Row(line, fields);
    }
  }
}
