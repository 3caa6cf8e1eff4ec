package dev.makemore.model.notation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads a file line by line, and knows the number of each line for messages.
 *
 * <p>A line is UTF-8 and ends with a line feed; the last one may end with the file. Which exception
 * a malformed file causes is up to the reader of its format, so this class knows none of them.
 *
 * @param <E> the exception that says what is wrong with a line
 */
public final class Lines<E extends IOException> {

  /** Makes the exception that says what is wrong with a line. */
  @FunctionalInterface
  public interface Malformed<E extends IOException> {
    /** An exception for the line with this number; the first is 1. */
    E at(long line, String problem);
  }

  private final BufferedInputStream in;
  private final int maxLength;
  private final Malformed<E> malformed;
  private byte[] bytes = {}; // of the current line, with its line feed
  private long number;

  /**
   * The lines of {@code in}, which stays open.
   *
   * @param maxLength the number of bytes in the longest line that is accepted
   */
  public Lines(InputStream in, int maxLength, Malformed<E> malformed) {
    this.in = new BufferedInputStream(Objects.requireNonNull(in, "in"));
    this.maxLength = maxLength;
    this.malformed = malformed;
  }

  /**
   * Whether the rest of the file starts with {@code bytes}. No more of it is looked at, since a
   * line may have no end if the file is of another format.
   */
  public boolean startsWith(byte... bytes) throws IOException {
    return Arrays.equals(ahead(bytes.length), bytes);
  }

  /** The next bytes of the file, at most {@code limit} of them, which are read again after this. */
  public byte[] ahead(int limit) throws IOException {
    in.mark(limit);
    byte[] ahead = in.readNBytes(limit);
    in.reset();
    return ahead;
  }

  /** Whether there is nothing more to read. */
  public boolean atEnd() throws IOException {
    in.mark(1); // without an array for each line
    boolean atEnd = in.read() < 0;
    in.reset();
    return atEnd;
  }

  /**
   * Moves on to the next line.
   *
   * @return false, and stays at the last line, if there is none
   * @throws E if the line is too long
   */
  public boolean next() throws IOException {
    return next(maxLength);
  }

  /**
   * The same for a line that may be longer or shorter than others.
   *
   * @param maxLength the number of bytes that it may have, with its line feed
   */
  public boolean next(int maxLength) throws IOException {
    if (atEnd()) {
      return false;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b;
    do {
      b = in.read();
      if (b >= 0) {
        line.write(b);
      }
      if (line.size() > maxLength) {
        throw malformed("this line is longer than " + maxLength + " bytes: wrong kind of file?");
      }
    } while (b >= 0 && b != '\n');
    bytes = line.toByteArray();
    return true;
  }

  /** The number of the current line: 1 is the first, and 0 is before it. */
  public long number() {
    return number;
  }

  /** The bytes of the current line, with its line feed if it has one. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether the current line ends with a line feed, and not with the file. */
  public boolean isWhole() {
    return bytes.length > 0 && bytes[bytes.length - 1] == '\n';
  }

  /**
   * The text of the current line, without its line feed.
   *
   * @throws E if it is not valid UTF-8
   */
  public String text() throws E {
    int length = isWhole() ? bytes.length - 1 : bytes.length;
    try {
      CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
      return decoder.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("this line is not valid UTF-8");
    }
  }

  /** An exception that says what is wrong with the current line. */
  public E malformed(String problem) {
    return malformed(number, problem);
  }

  /** An exception that says what is wrong with the given line. */
  public E malformed(long line, String problem) {
    return malformed.at(Math.max(1, line), problem);
  }
}
