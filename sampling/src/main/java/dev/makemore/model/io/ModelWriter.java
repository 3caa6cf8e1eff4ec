package dev.makemore.model.io;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.notation.Escapes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Writes the lines of a model file: {@linkplain #header headers}, then {@linkplain #columns the
 * names of the columns}, then {@linkplain #row rows}.
 *
 * <p>What could not be read back is not written, but an {@link IllegalArgumentException}; and
 * headers, columns and rows in another order are an {@link IllegalStateException}. Its methods
 * throw {@link UncheckedIOException} where the stream can't be written; {@link ModelFile} turns
 * that back into an {@link IOException}.
 */
public final class ModelWriter {

  /** In the place of a token: an empty field, for what holds of any token. */
  public static final int ANY = -1;

  private final OutputStream out;
  private final Vocabulary vocabulary;
  private final MessageDigest digest = Checksum.digest();
  private final StringBuilder block = new StringBuilder();
  private final Set<String> headers = new HashSet<>();
  private boolean inRows; // the columns have been named
  private long lastCell = -1; // of the row written last

  private ModelWriter(OutputStream out, Vocabulary vocabulary) {
    this.out = out;
    this.vocabulary = vocabulary;
  }

  static ModelWriter begin(OutputStream out, ModelKind kind, Vocabulary vocabulary) {
    ModelWriter writer = new ModelWriter(out, vocabulary);
    writer.line(ModelFile.MAGIC + ModelReader.VERSION);
    writer.header("kind", kind.name());
    writer.header("module", kind.module());
    writer.header("characters", Escapes.characters(vocabulary));
    return writer;
  }

  /** Writes a header: its key without a colon, not given before, its value without a line end. */
  public void header(String key, String value) {
    if (inRows) {
      throw new IllegalStateException("header " + key + " must come before the columns");
    }
    if (key.isEmpty() || !isPlain(key) || key.contains(":") || key.equals(Checksum.KEY)) {
      throw new IllegalArgumentException(
          "a key is text without a colon or a line end, and not " + Checksum.KEY + ", was " + key);
    }
    if (!isPlain(value)) {
      throw new IllegalArgumentException("the value of header " + key + " has a line end");
    }
    if (!headers.add(key)) {
      throw new IllegalArgumentException("header " + key + " is given twice");
    }
    line("# " + key + ": " + value);
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
    if (inRows) {
      throw new IllegalStateException("the columns are named once");
    }
    if (!isPlain(value)) {
      throw new IllegalArgumentException("the name of a column has a line end");
    }
    inRows = true;
    line(ModelReader.columns(value));
  }

  /**
   * Writes a row. Rows come by context and then by next, ascending, {@link #ANY} first.
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

  private void row(int context, int next, String value) {
    if (!inRows) {
      throw new IllegalStateException("the columns must be named before the first row");
    }
    String line = field(context) + "\t" + field(next) + "\t" + value;
    long cell = ModelReader.cell(vocabulary, context, next);
    if (cell <= lastCell) {
      throw new IllegalArgumentException(
          "rows come by context and then by next, each pair once; this one does not: " + line);
    }
    lastCell = cell;
    line(line);
  }

  private String field(int token) {
    return token == ANY ? "" : Escapes.field(vocabulary, token);
  }

  /** Whether a text can be part of a line. */
  private static boolean isPlain(String text) {
    return text.indexOf('\n') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private void line(String text) {
    block.append(text).append('\n');
    if (block.length() >= 1 << 13) {
      flush();
    }
  }

  private void flush() {
    byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    write(bytes);
    block.setLength(0);
  }

  void end() {
    if (!inRows) {
      throw new IllegalStateException("the columns must be named, even if there are no rows");
    }
    flush();
    String sum = HexFormat.of().formatHex(digest.digest());
    write((Checksum.PREFIX + sum + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
