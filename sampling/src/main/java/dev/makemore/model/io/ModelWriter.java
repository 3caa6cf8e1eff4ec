package dev.makemore.model.io;

import dev.makemore.model.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Writes the lines of a model file: {@linkplain #header headers}, then {@linkplain #columns the
 * names of the columns}, then {@linkplain #row rows}.
 *
 * <p>Its methods throw {@link UncheckedIOException} where the stream can't be written; {@link
 * ModelFile} turns that back into an {@link IOException}.
 */
public final class ModelWriter {

  /** In the place of a token: an empty field, for what holds of any token. */
  public static final int ANY = -1;

  private final OutputStream out;
  private final Vocabulary vocabulary;
  private final MessageDigest digest = Checksum.digest();
  private final StringBuilder block = new StringBuilder();

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

  /** Writes a header: its key without a colon, its value without a line end. */
  public void header(String key, String value) {
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
    line(field(context) + "\t" + field(next) + "\t" + value);
  }

  private String field(int token) {
    return token == ANY ? "" : Escapes.field(vocabulary, token);
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
