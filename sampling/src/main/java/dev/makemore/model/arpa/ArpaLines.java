package dev.makemore.model.arpa;

import dev.makemore.model.io.MalformedModelException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The lines of an ARPA file, one after the other; blank ones are skipped. */
final class ArpaLines {

  /** No line of an ARPA file comes near it; another file may be a single line without end. */
  private static final int MAX_LENGTH = 1 << 16;

  private static final String BLANKS = " \t\r";
  private static final String DATA = "\\data\\";
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final BufferedInputStream in;
  private final String source;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number; // of the line that was read last

  private ArpaLines(InputStream in, String source) {
    this.in = new BufferedInputStream(in);
    this.source = source;
  }

  /**
   * The lines from the one after {@code \data\} on.
   *
   * @throws MalformedModelException if there is no such line
   */
  static ArpaLines afterData(InputStream in, String source) throws IOException {
    ArpaLines lines = new ArpaLines(in, source);
    lines.skipByteOrderMark();
    while (lines.read()) { // whatever stands above, in whatever encoding
      if (lines.line.toString(StandardCharsets.ISO_8859_1).strip().equals(DATA)) {
        return lines;
      }
    }
    throw lines.malformed("there is no line '" + DATA + "', with which an ARPA model starts");
  }

  private void skipByteOrderMark() throws IOException {
    in.mark(BYTE_ORDER_MARK.length);
    for (int b : BYTE_ORDER_MARK) {
      if (in.read() != b) {
        in.reset();
        return;
      }
    }
  }

  /** Reads the bytes of a line; returns whether there was one. */
  private boolean read() throws IOException {
    line.reset();
    int b = in.read();
    if (b < 0) {
      return false;
    }
    number++;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() == MAX_LENGTH) {
        throw malformed("this line is longer than any of an ARPA model");
      }
      line.write(b);
    }
    return true;
  }

  /**
   * The fields of the next line that is not blank, which are separated by spaces and tabs.
   *
   * @throws MalformedModelException if there is none, or it is not valid UTF-8
   */
  List<String> next() throws IOException {
    List<String> fields = nextOrNone();
    if (fields.isEmpty()) {
      throw malformed("the file ends here, before its line '\\end\\': it was cut short");
    }
    return fields;
  }

  /** As {@link #next}, or no fields at all at the end of the file. */
  List<String> nextOrNone() throws IOException {
    List<String> fields = new ArrayList<>();
    while (fields.isEmpty() && read()) {
      StringTokenizer tokens = new StringTokenizer(decoded(), BLANKS);
      while (tokens.hasMoreTokens()) {
        fields.add(tokens.nextToken());
      }
    }
    return fields;
  }

  private String decoded() throws MalformedModelException {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw malformed("this line is not valid UTF-8");
    }
  }

  /** The number of the line that was read last; the first is 1. */
  long number() {
    return number;
  }

  /** An exception that says what is wrong with the line that was read last. */
  MalformedModelException malformed(String problem) {
    return malformed(number, problem);
  }

  /** An exception that says what is wrong with another line. */
  MalformedModelException malformed(long line, String problem) {
    return new MalformedModelException(source, Math.max(1, line), problem);
  }
}
