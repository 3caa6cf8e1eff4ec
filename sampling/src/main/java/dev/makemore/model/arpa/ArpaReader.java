package dev.makemore.model.arpa;

import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one ARPA file, section by section. */
final class ArpaReader {

  private static final int MAX_ORDER = BackoffModel.MAX_ORDER;

  /** No line of an ARPA file comes near this; a file of another format may be one endless line. */
  private static final int MAX_LINE = 1 << 16;

  private static final String DATA = "\\data\\";
  private static final String END = "\\end\\";
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r]+");
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,9})=([0-9]{1,18})");

  private final Lines<MalformedModelException> lines;
  private final Logarithms logarithms;
  private final ArpaTable table;
  private final long[] counts = new long[MAX_ORDER + 1]; // by order, as the header says
  private int titles; // the number of sections, as the header says
  private int order; // the length of the longest n-grams; a section without n-grams does not count
  private List<String> fields = List.of(); // of the current line

  private ArpaReader(InputStream in, String source, Arpa.Unknown unknown) {
    this.lines =
        new Lines<>(
            in, MAX_LINE, (line, problem) -> new MalformedModelException(source, line, problem));
    this.logarithms = new Logarithms(lines);
    this.table = new ArpaTable(lines, unknown);
  }

  static Arpa.Imported read(InputStream in, String source, Arpa.Unknown unknown)
      throws IOException {
    ArpaReader reader = new ArpaReader(in, source, unknown);
    reader.skipToData();
    reader.readCounts();
    reader.readSection(1, reader::readUnigram);
    reader.table.endUnigrams(reader.order > 1);
    for (int n = 2; n <= reader.titles; n++) {
      if (n <= reader.order || reader.isTitle(title(n))) { // an empty section may be left out
        int length = n;
        reader.table.nextSection();
        reader.readSection(n, () -> reader.readNgram(length));
      }
    }
    reader.readEnd();
    return reader.table.toModel(reader.order);
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
      addCount(Integer.parseInt(count.group(1)), Long.parseLong(count.group(2)));
    }
    if (titles == 0) {
      throw lines.malformed("the number of 1-grams should be here, as in 'ngram 1=29'");
    }
  }

  private void addCount(int n, long count) throws MalformedModelException {
    if (n > MAX_ORDER && count > 0) {
      throw lines.malformed(
          "this is a model of "
              + n
              + "-grams; only models of "
              + MAX_ORDER
              + "-grams at most can"
              + " be read");
    }
    if (n != titles + 1) {
      throw lines.malformed("the number of " + (titles + 1) + "-grams should be here");
    }
    titles = n;
    if (n == 1 || count > 0) {
      order = n;
      counts[n] = count;
    }
  }

  /** The n-grams that a section has, as the header says. */
  private long count(int n) {
    return n <= order ? counts[n] : 0;
  }

  /** What to do with the fields of a line. */
  private interface Entry {
    void read() throws MalformedModelException;
  }

  /** Reads the lines of a section, whose title has been read, and the title of the next one. */
  private void readSection(int n, Entry entry) throws IOException {
    checkTitle(title(n));
    long count = 0;
    for (next(); !fields.get(0).startsWith("\\"); next()) {
      if (++count > count(n)) {
        throw lines.malformed("the header says " + count(n) + " " + n + "-grams; this is one more");
      }
      entry.read();
    }
    if (count < count(n)) {
      throw lines.malformed(
          "the header says " + count(n) + " " + n + "-grams; there are " + count + " above");
    }
  }

  private void readUnigram() throws MalformedModelException {
    if (fields.size() != 2 && fields.size() != 3) {
      throw lines.malformed("a 1-gram is a logarithm, a word and perhaps a backoff");
    }
    table.addUnigram(fields.get(1), logarithms.probability(fields.get(0)), backoff(1));
  }

  private void readNgram(int n) throws MalformedModelException {
    if (fields.size() != n + 1 && fields.size() != n + 2) {
      String backoff = n < order ? ", and perhaps a backoff" : "";
      throw lines.malformed("a " + n + "-gram is a logarithm and " + n + " words" + backoff);
    }
    double backoff = backoff(n);
    table.add(fields.subList(1, n + 1), logarithms.probability(fields.get(0)), backoff);
  }

  /** The backoff after n words, which is 1 if there is none. */
  private double backoff(int n) throws MalformedModelException {
    if (fields.size() == n + 1) {
      return 1;
    }
    String backoff = fields.get(n + 1);
    if (n < order) {
      return logarithms.backoff(backoff);
    }
    logarithms.checkNoBackoff(backoff, n);
    return 1;
  }

  private void readEnd() throws IOException {
    checkTitle(END);
    nextOrNone();
    if (!fields.isEmpty()) {
      throw lines.malformed("there is something after the line '" + END + "'");
    }
  }

  private static String title(int n) {
    return "\\" + n + "-grams:";
  }

  private boolean isTitle(String title) {
    return fields.equals(List.of(title));
  }

  private void checkTitle(String title) throws MalformedModelException {
    if (!isTitle(title)) {
      throw lines.malformed("the line '" + title + "' should be here");
    }
  }
}
