package dev.makemore.model.arpa;

import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Lines;
import dev.makemore.model.notation.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one ARPA file, section by section. */
final class ArpaReader {

  private static final int MAX_ORDER = 2;

  /** No line of an ARPA file comes near this; a file of another format may be one endless line. */
  private static final int MAX_LINE = 1 << 16;

  private static final String DATA = "\\data\\";
  private static final String END = "\\end\\";
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r]+");
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,9})=([0-9]{1,18})");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern MINUS_INFINITY = Pattern.compile("-(?i:inf|infinity)");
  private static final int MAX_NUMBER_LENGTH = 100;

  private final Lines<MalformedModelException> lines;
  private final ArpaTable table;
  private final long[] counts = new long[MAX_ORDER + 1]; // by order, as the header says
  private int order;
  private List<String> fields = List.of(); // of the current line

  private ArpaReader(InputStream in, String source) {
    this.lines =
        new Lines<>(
            in, MAX_LINE, (line, problem) -> new MalformedModelException(source, line, problem));
    this.table = new ArpaTable(lines);
  }

  static Arpa.Imported read(InputStream in, String source) throws IOException {
    ArpaReader reader = new ArpaReader(in, source);
    reader.skipToData();
    reader.readCounts();
    reader.readSection(1, reader::readUnigram);
    reader.table.endUnigrams();
    if (reader.order == MAX_ORDER) {
      reader.readSection(2, reader::readBigram);
    }
    reader.readEnd();
    return reader.table.toModel();
  }

  /** Skips the lines above the model, which may be in any encoding, and its first line. */
  private void skipToData() throws IOException {
    Set<String> starts = Set.of(DATA, "\uFEFF" + DATA); // the second has a byte order mark
    String line = "";
    while (!starts.contains(line)) {
      if (!lines.next()) {
        throw lines.malformed("there is no line '" + DATA + "', with which an ARPA model starts");
      }
      line = new String(lines.bytes(), StandardCharsets.UTF_8).strip();
    }
  }

  /** Reads the next line that is not blank. */
  private void next() throws IOException {
    nextOrNone();
    if (fields.isEmpty()) {
      throw lines.malformed("the file ends here, before its line '" + END + "': it was cut short");
    }
  }

  /** Reads the next line that is not blank; at the end of the file there are no fields. */
  private void nextOrNone() throws IOException {
    fields = List.of();
    while (fields.isEmpty() && lines.next()) {
      fields = BLANKS.splitAsStream(lines.text()).filter(field -> !field.isEmpty()).toList();
    }
  }

  /** Reads the numbers of 1-grams, 2-grams and so on, each on a line such as {@code ngram 1=29}. */
  private void readCounts() throws IOException {
    for (next(); fields.get(0).equals("ngram"); next()) {
      Matcher count = COUNT.matcher(String.join("", fields.subList(1, fields.size())));
      if (!count.matches()) {
        throw lines.malformed("a count is a line such as 'ngram 1=29'");
      }
      int n = Integer.parseInt(count.group(1));
      if (n > MAX_ORDER) {
        throw lines.malformed(
            "this is a model of " + n + "-grams; only those of 1-grams and 2-grams can be read");
      }
      if (n != order + 1) {
        throw lines.malformed("the number of " + (order + 1) + "-grams should be here");
      }
      order = n;
      counts[n] = Long.parseLong(count.group(2));
    }
    if (order == 0) {
      throw lines.malformed("the number of 1-grams should be here, as in 'ngram 1=29'");
    }
  }

  /** What to do with the fields of a line. */
  private interface Entry {
    void read() throws MalformedModelException;
  }

  /** Reads the lines of a section, whose title has been read, and the title of the next one. */
  private void readSection(int n, Entry entry) throws IOException {
    checkTitle("\\" + n + "-grams:");
    long count = 0;
    for (next(); !fields.get(0).startsWith("\\"); next()) {
      if (++count > counts[n]) {
        throw lines.malformed(
            "the header says " + counts[n] + " " + n + "-grams; this is one more");
      }
      entry.read();
    }
    if (count < counts[n]) {
      throw lines.malformed(
          "the header says " + counts[n] + " " + n + "-grams; there are " + count + " above");
    }
  }

  private void readUnigram() throws MalformedModelException {
    if (fields.size() != 2 && fields.size() != 3) {
      throw lines.malformed("a 1-gram is a logarithm, a word and perhaps a backoff");
    }
    // Where no n-grams are longer, nothing uses the backoff.
    double backoff = fields.size() == 3 && order > 1 ? backoff(fields.get(2)) : 1;
    table.addUnigram(fields.get(1), probability(fields.get(0)), backoff);
  }

  private void readBigram() throws MalformedModelException {
    if (fields.size() != 3) {
      throw lines.malformed("a 2-gram is a logarithm and two words");
    }
    table.addBigram(fields.get(1), fields.get(2), probability(fields.get(0)));
  }

  private void readEnd() throws IOException {
    checkTitle(END);
    nextOrNone();
    if (!fields.isEmpty()) {
      throw lines.malformed("there is something after the line '" + END + "'");
    }
  }

  private void checkTitle(String title) throws MalformedModelException {
    if (!fields.equals(List.of(title))) {
      throw lines.malformed("the line '" + title + "' should be here");
    }
  }

  private double probability(String log) throws MalformedModelException {
    double probability = power(log);
    if (probability > 1) {
      throw lines.malformed(
          Quoted.of(log) + " is above 0, so it can't be the logarithm of a probability");
    }
    return probability;
  }

  private double backoff(String log) throws MalformedModelException {
    double backoff = power(log);
    if (backoff == Double.POSITIVE_INFINITY) {
      throw lines.malformed(Quoted.of(log) + " is too large");
    }
    return backoff;
  }

  /** 10 to the power of {@code log}. */
  private double power(String log) throws MalformedModelException {
    if (MINUS_INFINITY.matcher(log).matches()) {
      return 0;
    }
    if (log.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(log).matches()) {
      throw lines.malformed(Quoted.of(log) + " is not a number, such as -1.5 or -2e-7");
    }
    double exponent = Double.parseDouble(log);
    return exponent <= Arpa.LOG_OF_ZERO ? 0 : StrictMath.pow(10, exponent);
  }
}
