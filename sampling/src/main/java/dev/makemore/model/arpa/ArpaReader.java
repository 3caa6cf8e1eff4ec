package dev.makemore.model.arpa;

import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one ARPA file, section by section. */
final class ArpaReader {

  private static final int MAX_ORDER = 2;
  private static final String END = "\\end\\";
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,9})=([0-9]{1,18})");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern MINUS_INFINITY = Pattern.compile("-(?i:inf|infinity)");
  private static final int MAX_NUMBER_LENGTH = 100;

  private final ArpaLines lines;
  private final long[] counts = new long[MAX_ORDER + 1]; // by order, as the header says
  private int order;
  private List<String> fields; // of the line that was read last

  private ArpaReader(ArpaLines lines) throws IOException {
    this.lines = lines;
    this.fields = lines.next();
  }

  static Arpa.Imported read(InputStream in, String source) throws IOException {
    ArpaReader reader = new ArpaReader(ArpaLines.afterData(in, source));
    reader.readCounts();
    ArpaUnigrams unigrams = reader.readUnigrams();
    ArpaBigrams bigrams = new ArpaBigrams(reader.lines, unigrams);
    if (reader.order == MAX_ORDER) {
      reader.readBigrams(bigrams);
    }
    reader.readEnd();
    return new ArpaRows(reader.lines, unigrams, bigrams).toModel();
  }

  /** Reads the numbers of 1-grams, 2-grams and so on, each on a line such as {@code ngram 1=29}. */
  private void readCounts() throws IOException {
    for (; fields.get(0).equals("ngram"); fields = lines.next()) {
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
        throw lines.malformed("here the number of " + (order + 1) + "-grams should be");
      }
      order = n;
      counts[n] = Long.parseLong(count.group(2));
    }
    if (order == 0) {
      throw lines.malformed("here the number of 1-grams should be, as in 'ngram 1=29'");
    }
  }

  private ArpaUnigrams readUnigrams() throws IOException {
    ArpaUnigrams unigrams = new ArpaUnigrams(lines);
    readSection(
        1,
        () -> {
          if (fields.size() != 2 && fields.size() != 3) {
            throw lines.malformed("a 1-gram is a logarithm, a word and maybe a backoff");
          }
          // Where there is nothing to back off from, a backoff means nothing.
          double backoff = fields.size() == 3 && order > 1 ? backoff(fields.get(2)) : 1;
          unigrams.add(fields.get(1), probability(fields.get(0)), backoff);
        });
    unigrams.end();
    return unigrams;
  }

  private void readBigrams(ArpaBigrams bigrams) throws IOException {
    readSection(
        2,
        () -> {
          if (fields.size() != 3) {
            throw lines.malformed("a 2-gram is a logarithm and two words");
          }
          bigrams.add(fields.get(1), fields.get(2), probability(fields.get(0)));
        });
  }

  /** What to do with the fields of a line. */
  private interface Entry {
    void read() throws IOException;
  }

  /** Reads the lines of a section, of which the title has been read, and the title of the next. */
  private void readSection(int n, Entry entry) throws IOException {
    checkTitle("\\" + n + "-grams:");
    long count = 0;
    for (fields = lines.next(); !fields.get(0).startsWith("\\"); fields = lines.next()) {
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

  private void readEnd() throws IOException {
    checkTitle(END);
    if (!lines.nextOrNone().isEmpty()) {
      throw lines.malformed("there is something after the line '" + END + "'");
    }
  }

  private void checkTitle(String title) throws MalformedModelException {
    if (fields.size() != 1 || !fields.get(0).equals(title)) {
      throw lines.malformed("here the line '" + title + "' should be");
    }
  }

  private double probability(String log) throws MalformedModelException {
    double probability = power(log);
    if (probability > 1) {
      throw lines.malformed(Quoted.of(log) + " is above 0, and no logarithm of a probability");
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
