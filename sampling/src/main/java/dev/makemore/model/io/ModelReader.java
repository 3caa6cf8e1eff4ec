package dev.makemore.model.io;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.notation.Escapes;
import dev.makemore.model.notation.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the lines of a model file: the headers at once, the rows when asked for, and the checksum
 * behind them. Whatever is wrong is a {@link MalformedModelException} with its line.
 */
public final class ModelReader {

  static final String VERSION = "1";

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]*");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(E[+-]?[0-9]+)?");
  private static final int MAX_NUMBER_LENGTH = 40;

  /** Receives the rows. */
  @FunctionalInterface
  public interface RowVisitor {
    /** Takes a row. Rows come by context and then by next, ascending; none comes twice. */
    void visit(int context, int next, Field value) throws IOException;
  }

  /**
   * A piece of a file, and where it stands.
   *
   * @param source what messages call the file
   * @param line its line; the first is 1
   * @param text the piece, as it is written
   */
  public record Field(String source, long line, String text) {

    /**
     * The whole number >= 1 that the field writes.
     *
     * @throws MalformedModelException if it is none, or larger than {@link Long#MAX_VALUE}
     */
    public long asCount() throws MalformedModelException {
      if (text.length() > MAX_NUMBER_LENGTH || !COUNT.matcher(text).matches()) {
        throw malformed(Quoted.of(text) + " is not a count; counts are whole numbers from 1 on");
      }
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw malformed("the count " + text + " is too large; 2^63 - 1 is the largest");
      }
    }

    /**
     * The finite number that the field writes.
     *
     * @throws MalformedModelException if it is none
     */
    public double asNumber() throws MalformedModelException {
      boolean wellFormed = text.length() <= MAX_NUMBER_LENGTH && DECIMAL.matcher(text).matches();
      double number = wellFormed ? Double.parseDouble(text) : Double.NaN;
      if (!Double.isFinite(number)) {
        throw malformed(Quoted.of(text) + " is not a finite number, such as -1.5 or 2E-7");
      }
      return number;
    }

    /** An exception that says what is wrong with this field. */
    public MalformedModelException malformed(String problem) {
      return new MalformedModelException(source, line, problem);
    }
  }

  private final String source;
  private final Lines lines;
  private final Map<String, Field> headers = new HashMap<>();
  private Vocabulary vocabulary = Vocabulary.of();
  private String columns = ""; // the line after the headers
  private boolean ended;

  private ModelReader(InputStream in, String source) {
    this.source = source;
    this.lines = new Lines(in, source);
  }

  static ModelReader begin(InputStream in, String source) throws IOException {
    ModelReader reader = new ModelReader(in, source);
    reader.readVersion();
    reader.readHeaders();
    reader.vocabulary = reader.readVocabulary();
    return reader;
  }

  private void readVersion() throws IOException {
    if (!lines.startsWith(ModelFile.MAGIC)) {
      throw malformed("this is not a makemore model, which starts with '" + ModelFile.MAGIC + "'");
    }
    String version = lines.next().substring(ModelFile.MAGIC.length());
    if (version.endsWith("\r")) {
      throw malformed("lines end in CR LF here: the file was converted; copy it byte by byte");
    }
    if (!version.equals(VERSION)) {
      throw malformed(
          "this is version "
              + Quoted.of(version)
              + " of the format, and only version "
              + VERSION
              + " is known here; use the makemore that wrote it, or a newer one");
    }
  }

  private void readHeaders() throws IOException {
    String line = lines.next();
    while (line.startsWith("# ") && !line.startsWith(Checksum.PREFIX)) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw malformed("a header needs a key, a colon, a space and a value");
      }
      String key = line.substring(2, colon);
      if (headers.put(key, field(line.substring(colon + 2))) != null) {
        throw malformed("header " + Quoted.of(key) + " is given twice");
      }
      line = lines.next();
    }
    columns = line;
  }

  private Vocabulary readVocabulary() throws IOException {
    Field characters = header("characters");
    int[] codePoints = Escapes.unescape(characters.text());
    if (codePoints == null) {
      throw characters.malformed(
          "there is a backslash that starts no escape; one looks like \\u{5C}");
    }
    for (int i = 1; i < codePoints.length; i++) {
      if (codePoints[i] <= codePoints[i - 1]) {
        throw characters.malformed(
            "characters must be in ascending order, each once; number " + (i + 1) + " is not");
      }
    }
    try {
      return Vocabulary.ofCodePoints(codePoints);
    } catch (IllegalArgumentException e) {
      throw characters.malformed(String.valueOf(e.getMessage()));
    }
  }

  /** The model that {@code kind} makes of the lines. */
  LanguageModel model(ModelKind kind) throws IOException {
    LanguageModel model = kind.read(this);
    if (!ended) { // a service that leaves rows unread would skip the checksum
      throw new IllegalStateException("the rows of " + source + " were not read");
    }
    return model;
  }

  /** The tokens of the model. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * The value of a header.
   *
   * @throws MalformedModelException if the file has no such header
   */
  public Field header(String key) throws MalformedModelException {
    Field value = headers.get(key);
    if (value == null) {
      throw malformed("there is no header '# " + key + ": ...' above this line");
    }
    return value;
  }

  /**
   * Reads all rows, and then the checksum.
   *
   * @param value the name of the third column
   * @throws MalformedModelException if the third column has another name, a row is not as it should
   *     be, or the checksum is wrong
   */
  public void rows(String value, RowVisitor visitor) throws IOException {
    rows(value, 0, visitor);
  }

  /**
   * As {@link #rows}, where a context or next may be {@link ModelWriter#ANY}.
   *
   * @throws MalformedModelException as there
   */
  public void rowsWithAny(String value, RowVisitor visitor) throws IOException {
    rows(value, ModelWriter.ANY, visitor);
  }

  private void rows(String value, int lowest, RowVisitor visitor) throws IOException {
    if (!columns.equals(columns(value))) {
      throw malformed("here the columns are named: context, next and " + value + ", tab-separated");
    }
    long last = -1;
    String line = lines.next();
    while (!line.startsWith(Checksum.PREFIX)) {
      String[] fields = line.split("\t", 4);
      if (fields.length != 3) {
        throw malformed("a row is a context, a next and a value, with a tab between");
      }
      int context = token(fields[0], lowest);
      int next = token(fields[1], lowest);
      long cell = cell(vocabulary, context, next);
      if (cell <= last) {
        throw malformed("rows come by context and then by next, each pair once; this one does not");
      }
      last = cell;
      visitor.visit(context, next, field(fields[2]));
      line = lines.next();
    }
    lines.end(line.substring(Checksum.PREFIX.length()));
    ended = true;
  }

  private int token(String field, int lowest) throws MalformedModelException {
    boolean any = field.isEmpty();
    int token = any ? ModelWriter.ANY : Escapes.token(vocabulary, field);
    if (any ? lowest > ModelWriter.ANY : token == Vocabulary.UNKNOWN) {
      throw malformed(
          Quoted.of(field)
              + " is neither a character in the header 'characters' nor the boundary '.'");
    }
    return token;
  }

  /**
   * The place of a pair in the order of rows; {@link ModelWriter#ANY}, which is -1, comes first.
   */
  static long cell(Vocabulary vocabulary, int context, int next) {
    return (context + 1L) * (vocabulary.size() + 1L) + next + 1;
  }

  static String columns(String value) {
    return "context\tnext\t" + value;
  }

  private Field field(String text) {
    return new Field(source, lines.number(), text);
  }

  private MalformedModelException malformed(String problem) {
    return field("").malformed(problem);
  }
}
