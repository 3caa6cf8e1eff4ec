package dev.makemore.model.io;

import dev.makemore.model.notation.Checksum;
import dev.makemore.model.notation.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a model file. The last of them is the seal: it holds the checksum of all lines
 * before it.
 */
final class SealedLines {

  /** The number of bytes in the longest line, with its line feed, unless it is said otherwise. */
  static final int MAX_LENGTH = 1 << 16;

  private final String source;
  private final Lines<MalformedModelException> lines;
  private final Checksum checksum = new Checksum();

  SealedLines(InputStream in, String source) {
    this.source = source;
    this.lines =
        new Lines<>(
            in, MAX_LENGTH, (line, problem) -> new MalformedModelException(source, line, problem));
  }

  /** Whether the rest of the file starts with {@code text}, which is ASCII. */
  boolean startsWith(String text) throws IOException {
    return lines.startsWith(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The next bytes of the file, at most {@code limit} of them, one character each. */
  String ahead(int limit) throws IOException {
    return new String(lines.ahead(limit), StandardCharsets.ISO_8859_1);
  }

  /** Reads the next line. */
  String next() throws IOException {
    return next(MAX_LENGTH);
  }

  /**
   * Reads the next line, which may have {@code maxLength} bytes, and returns it without its end.
   */
  String next(int maxLength) throws IOException {
    checksum.add(lines.bytes()); // of the line before
    boolean more = lines.next(maxLength);
    if (!more || !lines.isWhole()) {
      throw lines.malformed(
          more ? lines.number() : lines.number() + 1,
          "the file ends here, before its checksum: it was cut short");
    }
    return lines.text();
  }

  static boolean isSeal(String line) {
    return line.startsWith(Checksum.PREFIX);
  }

  /** Checks that {@code seal}, the line that was read last, has the checksum and is the last. */
  void end(String seal) throws IOException {
    if (!seal.equals(Checksum.PREFIX + checksum.hexadecimal())) {
      throw malformed("the checksum is not that of the lines above: the file was changed");
    }
    if (!lines.atEnd()) {
      throw lines.malformed(
          lines.number() + 1, "there is something after the checksum, which is the last line");
    }
  }

  /** A part of the current line. */
  Field field(String text) {
    return new Field(source, lines.number(), text);
  }

  /** An exception that says what is wrong with the current line. */
  MalformedModelException malformed(String problem) {
    return lines.malformed(problem);
  }
}
