package dev.makemore.model.io;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.notation.Checksum;
import dev.makemore.model.notation.Escapes;
import dev.makemore.model.notation.Quoted;
import dev.makemore.model.notation.RowOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes a model file: {@linkplain #header headers}, then {@linkplain #columns the names of the
 * columns}, then {@linkplain #row rows}. For a model whose numbers do not belong to tokens, such as
 * a network with several layers, {@link #parameters} takes the place of the columns, and {@link
 * #parameter} that of the rows.
 *
 * <p>The methods throw an {@link IllegalArgumentException} for a text or number that could not be
 * read back, and an {@link IllegalStateException} for headers, columns and rows in another order.
 * Where the stream can't be written they throw an {@link UncheckedIOException}, which {@link
 * ModelFile} turns back into an {@link IOException}.
 */
public final class ModelWriter {

  /** Takes the place of a token in a row that holds for any token: an empty field. */
  public static final int ANY = RowOrder.ANY;

  /** The largest number of tokens in a context, so that a row is no longer than a line may be. */
  private static final int MAX_CONTEXT = 1_000;

  private final OutputStream out;
  private final Vocabulary vocabulary;
  private final Checksum checksum = new Checksum();
  private final StringBuilder block = new StringBuilder();
  private final Set<String> headers = new HashSet<>();
  private final Set<String> parameters = new HashSet<>();
  private final RowOrder order = new RowOrder();
  private boolean inRows; // the columns have been named
  private boolean inParameters; // and they are those of parameters

  private ModelWriter(OutputStream out, Vocabulary vocabulary) {
    this.out = out;
    this.vocabulary = vocabulary;
  }

  static ModelWriter begin(OutputStream out, ModelKind kind, Vocabulary vocabulary) {
    ModelWriter writer = new ModelWriter(out, vocabulary);
    writer.line(ModelFile.MAGIC + ModelReader.VERSION);
    writer.header("kind", kind.name());
    writer.header("module", kind.module());
    writer.header(ModelReader.CHARACTERS, Escapes.characters(vocabulary));
    if (vocabulary.hasUnknown()) {
      writer.header(ModelReader.UNKNOWN, ModelReader.UNKNOWN_TOKEN);
    }
    return writer;
  }

  /**
   * Writes a header with a new key that has no colon, and a value without a line feed. A model has
   * at most 100 headers, and each of their lines has at most 65,536 bytes.
   */
  public void header(String key, String value) {
    if (inRows) {
      throw new IllegalStateException("header " + key + " must come before the columns");
    }
    String line = "# " + key + ": " + value;
    checkKey(key);
    checkValue(key, value, line);
    headers.add(key);
    line(line);
  }

  /** Writes a header with a whole number. */
  public void header(String key, long value) {
    header(key, Long.toString(value));
  }

  /** Writes a header with a finite number, which reads back exactly. */
  public void header(String key, double value) {
    header(key, Decimal.shortest(value));
  }

  /** Writes the line that names the columns: context, next, and {@code value}. */
  public void columns(String value) {
    checkNoColumns();
    if (!isPlain(value)) {
      throw new IllegalArgumentException(
          "the name of a column has a line feed, or can't be encoded");
    }
    String line = ModelReader.columns(value);
    if (isTooLong(line)) {
      throw new IllegalArgumentException("the name of a column is too long");
    }
    inRows = true;
    line(line);
  }

  private void checkNoColumns() {
    if (inRows) {
      throw new IllegalStateException("the columns can be named only once");
    }
  }

  /**
   * Writes the line that names the columns of {@linkplain #parameter parameters}, instead of {@link
   * #columns}.
   *
   * <p>For example, a layer with two inputs and one output:
   *
   * {@snippet class="dev.makemore.model.io.TourTest" region="parameters"}
   */
  public void parameters() {
    checkNoColumns();
    inRows = true;
    inParameters = true;
    line(ParameterRows.COLUMNS);
  }

  /**
   * Writes numbers of a model under a name: one row for each, in their order. {@link
   * ModelReader#parameters} reads them all.
   *
   * @param name a new name: 1 to 100 letters a to z or A to Z, digits, and {@code . _ - /}
   * @param values at least one finite number; neither kept nor changed
   */
  public void parameter(String name, double... values) {
    if (!inParameters) {
      throw new IllegalStateException("parameters() must be called before the first parameter");
    }
    ParameterRows.check(name, values);
    if (!parameters.add(name)) {
      throw new IllegalArgumentException("parameter " + name + " is given twice");
    }
    for (int i = 0; i < values.length; i++) {
      line(ParameterRows.line(name, i, values[i]));
    }
  }

  /**
   * Writes a row. Rows are in ascending order of the context and then of the next token; {@link
   * #ANY} comes before all tokens.
   *
   * @param context a token of the vocabulary, or {@link #ANY}
   * @param next a token of the vocabulary, or {@link #ANY}
   */
  public void row(int context, int next, long value) {
    row(context, next, Long.toString(value));
  }

  /**
   * Writes a row with a number that reads back exactly.
   *
   * @param context a token of the vocabulary, or {@link #ANY}
   * @param next a token of the vocabulary, or {@link #ANY}
   * @param value a finite number
   */
  public void row(int context, int next, double value) {
    row(context, next, Decimal.shortest(value));
  }

  /**
   * Writes a row whose context has any number of tokens: none, which is as good as {@link #ANY}, or
   * up to 1,000. Rows are in ascending order of the length of the context, then of the context,
   * token by token, and then of the next token; {@link #ANY} comes before all tokens.
   *
   * <p>For example, over the characters a and b, with {@code columns("probability")}:
   *
   * {@snippet class="dev.makemore.model.io.TourTest" region="write"}
   *
   * @param context tokens of the vocabulary, oldest first; neither kept nor changed
   * @param next a token of the vocabulary, or {@link #ANY}
   */
  public void row(int[] context, int next, long value) {
    row(context, next, Long.toString(value));
  }

  /**
   * Writes a row, as {@link #row(int[], int, long)} does, with a number that reads back exactly.
   *
   * @param context tokens of the vocabulary, oldest first; neither kept nor changed
   * @param next a token of the vocabulary, or {@link #ANY}
   * @param value a finite number
   */
  public void row(int[] context, int next, double value) {
    row(context, next, Decimal.shortest(value));
  }

  private void row(int context, int next, String value) {
    row(context == ANY ? new int[0] : new int[] {context}, next, value, RowOrder.OF_PAIRS);
  }

  private void row(int[] context, int next, String value) {
    if (context.length > MAX_CONTEXT) {
      throw new IllegalArgumentException(
          "a context has at most " + MAX_CONTEXT + " tokens, not " + context.length);
    }
    row(context, next, value, RowOrder.OF_NGRAMS);
  }

  private void row(int[] context, int next, String value, String problem) {
    if (!inRows || inParameters) {
      throw new IllegalStateException("the columns must be named before the first row");
    }
    String line = Escapes.fields(vocabulary, context) + "\t" + field(next) + "\t" + value;
    if (!order.follows(context, next)) {
      throw new IllegalArgumentException(problem + ": " + line);
    }
    line(line);
  }

  private void checkKey(String key) {
    if (key.isEmpty() || !isPlain(key) || key.contains(":") || key.equals(Checksum.KEY)) {
      throw new IllegalArgumentException(
          "a key must be text without a colon or a line feed, and not '"
              + Checksum.KEY
              + "'; was '"
              + key
              + "'");
    }
    if (headers.contains(key)) {
      throw new IllegalArgumentException("header " + key + " is given twice");
    }
    if (headers.size() == ModelReader.MAX_HEADERS) {
      throw new IllegalArgumentException(
          "a model has at most " + ModelReader.MAX_HEADERS + " headers");
    }
  }

  private static void checkValue(String key, String value, String line) {
    if (!isPlain(value)) {
      throw new IllegalArgumentException(
          "the value of header " + key + " has a line feed, or can't be encoded");
    }
    if (isTooLong(line) && !key.equals(ModelReader.CHARACTERS)) {
      throw new IllegalArgumentException(
          "header " + Quoted.of(key) + " has more than " + SealedLines.MAX_LENGTH + " bytes");
    }
  }

  private String field(int token) {
    return token == ANY ? "" : Escapes.field(vocabulary, token);
  }

  /** Whether a text can be a part of one line. */
  private static boolean isPlain(String text) {
    return text.indexOf('\n') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Whether a line, with its line feed, has more bytes than a reader accepts. */
  private static boolean isTooLong(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length >= SealedLines.MAX_LENGTH;
  }

  private void line(String text) {
    block.append(text).append('\n');
    if (block.length() >= 1 << 13) {
      flush();
    }
  }

  private void flush() {
    byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
    checksum.add(bytes);
    write(bytes);
    block.setLength(0);
  }

  void end() {
    if (!inRows) {
      throw new IllegalStateException("the columns must be named, even if there are no rows");
    }
    flush();
    String last = Checksum.PREFIX + checksum.hexadecimal() + "\n";
    write(last.getBytes(StandardCharsets.US_ASCII));
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
