package dev.makemore.cli.input;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which columns of a table hold the items and their counts.
 *
 * <p>The column of the counts is given by its name, which must then stand in the first row, or by
 * its number. A number that is larger than the number of columns may be a name, such as a year. The
 * items are in the first other column. If the count in the first row is not a number, that row is a
 * header.
 *
 * @param first the first row
 * @param count the index of the column of the counts
 * @param item the index of the column of the items
 * @param isHeader whether the first row is a header, or else an item
 */
record Columns(Row first, int count, int item, boolean isHeader) {

  /** How many digits a number must have to be a name: those of a year. */
  private static final int YEAR = 4;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  /**
   * What is meant as a number, also if it can't be a count: an error is better than a first item
   * that is taken for a header.
   */
  private static final Pattern LIKE_A_NUMBER =
      Pattern.compile("|[-+.,]*[0-9][-0-9.,'’_\\s]*([eE][-+]?[0-9]+)?%?");

  /**
   * The columns of the table {@code name}.
   *
   * @param column the name or the number of the column with the counts
   * @throws Failure if there is no such column, or no other one
   */
  static Columns of(String name, Row first, String column) {
    List<String> names = first.fields().stream().map(String::strip).toList();
    if (names.size() == 1) {
      throw wrong(
          name, "has only one column; --weights is for tables with commas, tabs or semicolons");
    }
    OptionalInt number = number(column, names.size());
    if (number.isEmpty() && NUMBER.matcher(column).matches() && column.length() < YEAR) {
      throw wrong(name, "has no column " + column + ", but only " + names.size());
    }
    int count = number.orElseGet(() -> named(name, names, column));
    boolean header = number.isEmpty() || !LIKE_A_NUMBER.matcher(names.get(count)).matches();
    return new Columns(first, count, count == 0 ? 1 : 0, header);
  }

  /** What is used of a table with so many columns that another one could be meant. */
  Optional<String> note() {
    return first.fields().size() < 3
        ? Optional.empty()
        : Optional.of(
            "the items are from "
                + described(item)
                + ", how often they occur from "
                + described(count));
  }

  private String described(int index) {
    String field = first.fields().get(index).strip();
    return "column " + (index + 1) + (isHeader ? ", '" + field + "'" : "");
  }

  /** Whether a row with these fields has the column. */
  static boolean fit(List<String> fields, String column) {
    return fields.size() > 1
        && (number(column, fields.size()).isPresent()
            || fields.stream().map(String::strip).anyMatch(column.strip()::equals));
  }

  /** The index of a column that is given by its number, if there is one. */
  private static OptionalInt number(String column, int columns) {
    if (!NUMBER.matcher(column).matches() || column.length() > 9) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(column);
    return number >= 1 && number <= columns ? OptionalInt.of(number - 1) : OptionalInt.empty();
  }

  private static int named(String name, List<String> names, String column) {
    int found = Collections.frequency(names, column.strip());
    if (found == 1) {
      return names.indexOf(column.strip());
    } else if (found > 1) {
      throw wrong(name, "has " + found + " columns named '" + column + "'; give the number of one");
    }
    String all = names.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
    throw wrong(
        name,
        NUMBER.matcher(column).matches()
            ? "has no column " + column + ", but only " + names.size()
            : "has no column '" + column + "'; its first row is " + all);
  }

  private static Failure wrong(String name, String reason) {
    return new Failure(ExitCode.BAD_DATA, name + ": " + reason);
  }
}
