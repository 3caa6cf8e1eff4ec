package dev.makemore.model.io;

import dev.makemore.model.notation.Quoted;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * The rows of a model file that hold parameters: a name, an index, and a number in each. The rows
 * of a name come one after the other, and their indices count from 0.
 *
 * <p>Nothing says before the rows how many there are. So a small file can't ask for much memory.
 */
final class ParameterRows {

  static final String COLUMNS = "parameter\tindex\tvalue";

  /** What needs no escape, and no program that reads tables takes for a comment or a quotation. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._/-]{1,100}");

  private static final String OF_NAMES =
      "the name of a parameter has 1 to 100 letters a to z or A to Z, digits, and . _ - /; ";

  private final SealedLines lines;
  private final Map<String, double[]> parameters = new LinkedHashMap<>();
  private String name = ""; // of the parameter that is being read
  private DoubleStream.Builder values = DoubleStream.builder(); // of that parameter
  private int count; // of those values

  /** To read rows from {@code lines}, whose current line names the columns. */
  ParameterRows(SealedLines lines) {
    this.lines = lines;
  }

  /** Checks what is to be written. */
  static void check(String name, double... values) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(OF_NAMES + "this one is " + Quoted.of(name));
    }
    if (values.length == 0) {
      throw new IllegalArgumentException("parameter " + name + " needs at least 1 number");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "a model file holds finite numbers, but number "
                + i
                + " of parameter "
                + name
                + " is "
                + values[i]);
      }
    }
  }

  static String line(String name, int index, double value) {
    return name + "\t" + index + "\t" + Decimal.shortest(value);
  }

  /** Reads all rows, and returns the line after them. */
  String read() throws IOException {
    String line = lines.next();
    while (!SealedLines.isSeal(line)) {
      String[] fields = line.split("\t", 4);
      if (fields.length != 3) {
        throw lines.malformed("a row is a parameter, an index and a value, separated by tabs");
      }
      add(fields[0], fields[1], lines.field(fields[2]).asNumber());
      line = lines.next();
    }
    endParameter();
    return line;
  }

  /** What was read. */
  Map<String, double[]> parameters() {
    return Collections.unmodifiableMap(parameters);
  }

  private void add(String parameter, String index, double value) throws MalformedModelException {
    if (count == 0 || !parameter.equals(name)) {
      endParameter();
      checkNew(parameter);
      name = parameter;
    }
    if (!index.equals(Integer.toString(count))) {
      throw lines.malformed(
          "the next index of parameter " + name + " is " + count + ", not " + Quoted.of(index));
    }
    values.add(value);
    count++;
  }

  private void checkNew(String parameter) throws MalformedModelException {
    if (!NAME.matcher(parameter).matches()) {
      throw lines.malformed(OF_NAMES + "this one is " + Quoted.of(parameter));
    }
    if (parameters.containsKey(parameter)) {
      throw lines.malformed(
          "the rows of parameter " + parameter + " must be together; others are above");
    }
  }

  private void endParameter() {
    if (count > 0) {
      parameters.put(name, values.build().toArray());
      values = DoubleStream.builder();
      count = 0;
    }
  }
}
