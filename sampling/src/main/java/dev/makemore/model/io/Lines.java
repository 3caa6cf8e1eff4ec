package dev.makemore.model.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** The lines of a model file, one after the other, and the checksum of those that were read. */
final class Lines {

  private final BufferedInputStream in;
  private final String source;
  private final MessageDigest digest = Checksum.digest();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(); // with its line feed
  private long number = 1; // of the line that was read last, or of the first

  Lines(InputStream in, String source) {
    this.in = new BufferedInputStream(in);
    this.source = source;
  }

  /**
   * Whether the file starts with {@code text}: looks before a line is read, which has no end in a
   * file that is something else.
   */
  boolean startsWith(String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    in.mark(wanted.length);
    boolean starts = Arrays.equals(in.readNBytes(wanted.length), wanted);
    in.reset();
    return starts;
  }

  /** The number of the line that was read last. */
  long number() {
    return number;
  }

  /**
   * Reads the next line. The one before then counts for the checksum.
   *
   * @throws MalformedModelException if there is none, or it is not valid UTF-8
   */
  String next() throws IOException {
    if (line.size() > 0) {
      digest.update(line.toByteArray());
      line.reset();
      number++;
    }
    int b;
    do {
      b = in.read();
      if (b < 0) {
        throw malformed("the file ends here, before its checksum: it was cut short");
      }
      line.write(b);
    } while (b != '\n');
    ByteBuffer text = ByteBuffer.wrap(line.toByteArray(), 0, line.size() - 1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw malformed("this line is not valid UTF-8");
    }
  }

  /** Checks that the line just read is the last, and {@code checksum} that of those before it. */
  void end(String checksum) throws IOException {
    if (!checksum.equals(HexFormat.of().formatHex(digest.digest()))) {
      throw malformed("the checksum is not that of the lines above: the file was changed");
    }
    if (in.read() >= 0) {
      number++;
      throw malformed("there is something after the checksum, which is the last line");
    }
  }

  private MalformedModelException malformed(String problem) {
    return new MalformedModelException(source, number, problem);
  }
}
