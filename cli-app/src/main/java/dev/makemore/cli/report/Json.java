package dev.makemore.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.model.io.Decimal;
import java.io.IOException;
import java.io.Serial;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * JSON output. An object is one line, and the same line on every JDK.
 *
 * <p>Numbers have full precision in the fewest digits. JSON has no infinite numbers and no NaN, so
 * these are {@code null}, which programs skip or test for and which no arithmetic takes for a text.
 */
public final class Json {

  private static final JsonFactory FACTORY =
      new JsonFactory().setRootValueSeparator("").setCharacterEscapes(new ControlEscapes());

  /** Appends to text in memory, without the lock of a {@link StringWriter}. */
  private static final class Appender extends Writer {

    private final StringBuilder text;

    Appender(StringBuilder text) {
      super(text);
      this.text = text;
    }

    @Override
    public void write(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void flush() {
      // There is nothing to wait for.
    }

    @Override
    public void close() {
      // There is nothing to release.
    }
  }

  /** Escapes {@link ControlCharacters}, in addition to the characters that JSON escapes. */
  private static final class ControlEscapes extends CharacterEscapes {

    @Serial private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = standardAsciiEscapesForJSON();
      escapes[0x7F] = ESCAPE_STANDARD; // the last control character of ASCII
      return escapes;
    }

    /** The escape of a character that is not ASCII, or null if it stays as it is. */
    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return ControlCharacters.contain((char) c)
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", c))
          : null;
    }
  }

  /** Writes the fields of an object. */
  public interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private Json() {}

  /**
   * A generator of any number of objects, which writes nothing between them. It is to be closed
   * before {@code text} is complete.
   */
  static JsonGenerator generator(StringBuilder text) {
    try {
      return FACTORY.createGenerator(new Appender(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it writes to memory
    }
  }

  /** An object with the given fields, without a line end, as a string. */
  static String line(Fields fields) {
    StringWriter text = new StringWriter();
    write(text, fields);
    return text.toString();
  }

  /** Prints an object with the given fields as a line, piece by piece, since it may be long. */
  public static void print(Console console, Fields fields) {
    write(console.out(), fields);
    console.line("");
  }

  /**
   * Writes an object with the given fields, without a line end, and leaves {@code out} open.
   *
   * @throws UncheckedIOException if it can't be written
   */
  public static void write(Writer out, Fields fields) {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      fields.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // our own writers never throw it
    }
  }

  /** Writes a field with a number, or with null if the number is not finite. */
  static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    number(json, value);
  }

  /** Writes a number, or null if it is not finite. */
  static void number(JsonGenerator json, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(Decimal.shortest(value));
    } else {
      json.writeNull();
    }
  }
}
