package dev.makemore.model.io;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.notation.Escapes;
import dev.makemore.model.notation.Quoted;
import dev.makemore.model.notation.RowOrder;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads a model file: first the headers, then the rows when they are asked for, and after them the
 * checksum. Everything that is wrong is a {@link MalformedModelException} that names the line.
 */
public final class ModelReader {

  static final String VERSION = "1";

  /** The largest number of headers; those that every model has are among them. */
  static final int MAX_HEADERS = 100;

  static final String CHARACTERS = "characters";

  /** The header of a model with a token that stands for all characters without one. */
  static final String UNKNOWN = "unknown";

  /** The value of that header: which of the characters is that token. */
  static final String UNKNOWN_TOKEN = "U+FFFD";

  /** The longest line of the header {@code characters}; all of Unicode, escaped, needs 11 MB. */
  private static final int MAX_CHARACTERS = 1 << 24;

  /** The line with which an ARPA model starts, perhaps after a byte order mark. */
  private static final Pattern ARPA =
      Pattern.compile("(?md)^(\u00EF\u00BB\u00BF)?[ \\t]*\\\\data\\\\[ \\t\\r]*$");

  private static final int LOOK_AHEAD = 4096;

  /** Receives the rows. */
  @FunctionalInterface
  public interface RowVisitor {
    /** Receives a row. Rows are ordered by context and then by next, and each pair comes once. */
    void visit(int context, int next, Field value) throws IOException;
  }

  /** Receives the rows whose contexts have any number of tokens. */
  @FunctionalInterface
  public interface NgramVisitor {
    /**
     * Receives a row. Rows are ordered by the length of the context, by context, and by next, and
     * each n-gram comes once.
     *
     * @param context the tokens, oldest first; the same array for all rows of a context, and
     *     another one for each context, so that it can be kept, but must not be changed
     * @param next a token, or {@link ModelWriter#ANY}
     */
    void visit(int[] context, int next, Field value) throws IOException;
  }

  private final String source;
  private final SealedLines lines;
  private final Map<String, Field> headers = new HashMap<>();
  private Vocabulary vocabulary = Vocabulary.of();
  private String columns = ""; // the line after the headers
  private boolean ended;

  private ModelReader(InputStream in, String source) {
    this.source = source;
    this.lines = new SealedLines(in, source);
  }

  static ModelReader begin(InputStream in, String source) throws IOException {
    ModelReader reader = new ModelReader(in, source);
    reader.readVersion();
    reader.readHeaders();
    reader.readVocabulary();
    return reader;
  }

  private void readVersion() throws IOException {
    if (!lines.startsWith(ModelFile.MAGIC)) {
      throw lines.malformed(
          ARPA.matcher(lines.ahead(LOOK_AHEAD)).find()
              ? "this is an ARPA file, not a makemore model; import it first, as in"
                  + " 'makemore import words.arpa -o words.model'"
              : "this is not a makemore model, which starts with '" + ModelFile.MAGIC + "'");
    }
    String version = lines.next().substring(ModelFile.MAGIC.length());
    if (version.endsWith("\r")) {
      throw lines.malformed(
          "lines end in CR LF here: the file was converted; copy it byte by byte");
    }
    if (!version.equals(VERSION)) {
      throw lines.malformed(
          "this is version "
              + Quoted.of(version)
              + " of the format, and only version "
              + VERSION
              + " is known here; use the makemore that wrote it, or a newer one");
    }
  }

  private void readHeaders() throws IOException {
    columns = nextHeader();
    while (columns.startsWith("# ") && !SealedLines.isSeal(columns)) {
      if (headers.size() == MAX_HEADERS) {
        throw lines.malformed("a model has at most " + MAX_HEADERS + " headers; this is one more");
      }
      int colon = columns.indexOf(": ");
      if (colon < 0) {
        throw lines.malformed("a header needs a key, a colon, a space and a value");
      }
      String key = columns.substring(2, colon);
      if (headers.put(key, lines.field(columns.substring(colon + 2))) != null) {
        throw lines.malformed("header " + Quoted.of(key) + " is given twice");
      }
      columns = nextHeader();
    }
  }

  private String nextHeader() throws IOException {
    boolean characters = lines.startsWith("# " + CHARACTERS + ": ");
    return lines.next(characters ? MAX_CHARACTERS : SealedLines.MAX_LENGTH);
  }

  private void readVocabulary() throws IOException {
    Field characters = header(CHARACTERS);
    try {
      vocabulary = Escapes.vocabulary(characters.text());
    } catch (IllegalArgumentException e) {
      throw characters.malformed(String.valueOf(e.getMessage()));
    }
    Field unknown = headers.get(UNKNOWN);
    if (unknown == null) {
      return;
    }
    if (!unknown.text().equals(UNKNOWN_TOKEN)
        || vocabulary.token(Vocabulary.UNKNOWN_CODE_POINT) == Vocabulary.UNKNOWN) {
      throw unknown.malformed(
          "the token for unknown characters must be "
              + UNKNOWN_TOKEN
              + ", which must be in the header 'characters'");
    }
    vocabulary = vocabulary.withUnknown();
  }

  /** The model that {@code kind} makes of the file. */
  LanguageModel model(ModelKind kind) throws IOException {
    LanguageModel model = kind.read(this);
    if (!ended) { // then the checksum was not compared either
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
      throw lines.malformed("there is no header '# " + key + ": ...' above this line");
    }
    return value;
  }

  /** Whether the file has a header with this key. */
  public boolean hasHeader(String key) {
    return headers.containsKey(key);
  }

  /**
   * Reads all rows and then the checksum.
   *
   * @param value the name of the third column
   * @throws MalformedModelException if the third column has another name, a row is malformed, or
   *     the checksum is wrong
   */
  public void rows(String value, RowVisitor visitor) throws IOException {
    rows(value, false, visitor);
  }

  /**
   * Reads all rows and then the checksum, as {@link #rows} does, and also accepts {@link
   * ModelWriter#ANY} in the place of a context or a next token.
   *
   * @throws MalformedModelException as for {@link #rows}
   */
  public void rowsWithAny(String value, RowVisitor visitor) throws IOException {
    rows(value, true, visitor);
  }

  /**
   * Reads all parameters, and then the checksum.
   *
   * @return the numbers of each parameter by its name, in the order of the file. The map can't be
   *     changed; the arrays are the caller's
   * @throws MalformedModelException if the file has rows of tokens instead, a row is malformed, or
   *     the checksum is wrong
   */
  public Map<String, double[]> parameters() throws IOException {
    if (!columns.equals(ParameterRows.COLUMNS)) {
      throw lines.malformed(
          "the columns must be named here: parameter, index and value, separated by tabs");
    }
    ParameterRows rows = new ParameterRows(lines);
    end(rows.read());
    return rows.parameters();
  }

  /** Reads all rows, whatever they hold, and then the checksum. */
  void skipRows() throws IOException {
    String line = columns;
    while (!SealedLines.isSeal(line)) {
      line = lines.next();
    }
    end(line);
  }

  /**
   * Reads all rows and then the checksum, as {@link #rowsWithAny} does, of contexts with any number
   * of tokens.
   *
   * <p>For example, this prints the rows of a file:
   *
   * {@snippet class="dev.makemore.model.io.TourTest" region="read"}
   *
   * @throws MalformedModelException as for {@link #rows}
   */
  public void ngrams(String value, NgramVisitor visitor) throws IOException {
    read(value, new ContextField(), RowOrder.OF_NGRAMS, true, visitor);
  }

  private void rows(String value, boolean any, RowVisitor visitor) throws IOException {
    read(
        value,
        field -> field.isEmpty() && any ? new int[0] : new int[] {token(field, false)},
        RowOrder.OF_PAIRS,
        any,
        (context, next, number) ->
            visitor.visit(context.length == 0 ? ModelWriter.ANY : context[0], next, number));
  }

  /** Reads the field of a context. */
  private interface ContextParser {
    int[] parse(String field) throws MalformedModelException;
  }

  private void read(
      String value, ContextParser contexts, String problem, boolean any, NgramVisitor visitor)
      throws IOException {
    if (!columns.equals(columns(value))) {
      throw lines.malformed(
          "the columns must be named here: context, next and " + value + ", separated by tabs");
    }
    RowOrder order = new RowOrder();
    String line = lines.next();
    while (!SealedLines.isSeal(line)) {
      String[] fields = line.split("\t", 4);
      if (fields.length != 3) {
        throw lines.malformed("a row is a context, a next and a value, separated by tabs");
      }
      int[] context = contexts.parse(fields[0]);
      int next = token(fields[1], any);
      if (!order.follows(context, next)) {
        throw lines.malformed(problem);
      }
      visitor.visit(context, next, lines.field(fields[2]));
      line = lines.next();
    }
    end(line);
  }

  private int token(String field, boolean any) throws MalformedModelException {
    if (any && field.isEmpty()) {
      return ModelWriter.ANY;
    }
    int token = Escapes.token(vocabulary, field);
    if (token == Vocabulary.UNKNOWN) {
      throw lines.malformed(
          Quoted.of(field)
              + " is neither a character in the header 'characters' nor the boundary '.'");
    }
    return token;
  }

  /** Reads contexts of any number of tokens, and gives the rows of one context the same array. */
  private final class ContextField implements ContextParser {
    private String last = "";
    private int[] tokens = {};

    @Override
    public int[] parse(String field) throws MalformedModelException {
      if (!field.equals(last)) {
        tokens = Escapes.tokens(vocabulary, field);
        last = field;
      }
      if (IntStream.of(tokens).anyMatch(token -> token == Vocabulary.UNKNOWN)) {
        throw lines.malformed(
            Quoted.of(field)
                + " has something that is neither a character in the header 'characters' nor the"
                + " boundary '.'");
      }
      return tokens;
    }
  }

  private void end(String seal) throws IOException {
    lines.end(seal);
    ended = true;
  }

  static String columns(String value) {
    return "context\tnext\t" + value;
  }
}
