package dev.makemore.cli.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds out which character separates the columns of a table. */
final class Separator {

  /** The rarer a character is in items and headers, the earlier it comes. */
  private static final List<Character> ALL = List.of('\t', ';', ',');

  /** The length of the part of a first row that is looked at. */
  private static final int MOST = 1 << 16;

  private Separator() {}

  /**
   * The separator of a table of which nothing has been read yet, and nothing is after this: the
   * first one that stands outside of quotation marks in the first row and by which that has the
   * column {@code column}, or else the one by which it has most columns.
   */
  static char of(BufferedReader in, String column) throws IOException {
    String row = firstRow(in);
    String unquoted = row.replaceAll("\"[^\"]*\"", "");
    return ALL.stream()
        .filter(separator -> unquoted.indexOf(separator) >= 0)
        .filter(separator -> Columns.fit(fields(row, separator), column))
        .findFirst()
        .orElseGet(() -> mostColumns(row));
  }

  private static char mostColumns(String row) {
    Comparator<Character> columns =
        Comparator.comparingInt(separator -> fields(row, separator).size());
    return Stream.of(',', ';', '\t').max(columns).orElseThrow(); // the first of equal ones
  }

  private static List<String> fields(String row, char separator) {
    try {
      return CsvReader.builder().fieldSeparator(separator).ofSingleCsvRecord(row).getFields();
    } catch (CsvParseException e) {
      return List.of(); // of another separator, a quotation mark may be in the midst of a field
    }
  }

  /** The first row that is not empty, and without its end. */
  private static String firstRow(BufferedReader in) throws IOException {
    in.mark(MOST);
    StringBuilder row = new StringBuilder();
    boolean quoted = false;
    boolean ended = false;
    for (int i = 0; i < MOST && !ended; i++) {
      int c = in.read();
      boolean lineEnd = !quoted && (c == '\n' || c == '\r');
      ended = c < 0 || (lineEnd && row.length() > 0);
      quoted ^= c == '"';
      if (!ended && !lineEnd) {
        row.append((char) c);
      }
    }
    in.reset();
    return row.toString();
  }
}
