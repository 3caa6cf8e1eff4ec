package dev.makemore.cli.input;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes input of another format than the one it is taken for.
 *
 * <p>Some formats start with bytes that no text starts with. A gzip file is unpacked. Any other
 * such file is refused, and the message says what to do. Mistakes that make a text are left to
 * {@link Hints}.
 */
final class OtherFormats {

  /** A format and the bytes, here as characters of ISO 8859-1, that its files start with. */
  private record Format(String start, String description) {
    byte[] bytes() {
      return start.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private static final String SAVE_AS_TEXT = "; save it as plain text in UTF-8";

  private static final Format GZIP =
      compressed(
          new String(GzipStream.START, StandardCharsets.ISO_8859_1), "gzip", "gunzip -c FILE");

  /** If the start of one is that of another, the longer one comes first. */
  private static final List<Format> FORMATS =
      List.of(
          GZIP,
          compressed("BZh91AY&SY", "bzip2", "bunzip2 -c FILE"),
          compressed("\u00fd7zXZ\0", "xz", "xz -dc FILE"),
          compressed("(\u00b5/\u00fd", "zstd", "zstd -dc FILE"),
          compressed("7z\u00bc\u00af'\u001c", "7-Zip", "7z e -so FILE"),
          new Format(
              "PK\u0003\u0004",
              "is a zip archive, or a document of Word, Excel or LibreOffice; unpack it, or save"
                  + " the document as plain text in UTF-8"),
          encoded("\u00ff\u00fe\0\0", "UTF-32"),
          encoded("\0\0\u00fe\u00ff", "UTF-32"),
          encoded("\u00ff\u00fe", "UTF-16"),
          encoded("\u00fe\u00ff", "UTF-16"),
          new Format("%PDF-", "is a PDF file" + SAVE_AS_TEXT),
          new Format(
              "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
              "is a document of Word, Excel or another office program" + SAVE_AS_TEXT),
          new Format("{\\rtf", "is a document in rich text format" + SAVE_AS_TEXT),
          new Format(
              "SQLite format 3\0", "is an SQLite database; export a table as plain text in UTF-8"),
          new Format("\u0089PNG\r\n\u001a\n", "is a picture, and not text"),
          new Format("\u00ff\u00d8\u00ff", "is a picture, and not text"));

  /** What is no text either, though its first bytes could be. */
  private static final Format MODEL =
      new Format("# makemore model ", "is a makemore model, and not a list; use it with -m");

  private OtherFormats() {}

  private static Format compressed(String start, String program, String command) {
    return new Format(
        start,
        "is compressed by "
            + program
            + "; unpack it first, as in '"
            + command
            + " | makemore ...' with - for the name of the file");
  }

  private static Format encoded(String start, String encoding) {
    return new Format(
        start,
        "is text in "
            + encoding
            + "; convert it first, as in 'iconv -f "
            + encoding
            + " -t UTF-8 FILE | makemore ...' with - for the name of the file");
  }

  /**
   * The text or the model in a stream, unpacked if it is a gzip file. No more bytes are waited for
   * than are needed to tell what it is: of most texts that is the first one.
   *
   * @param name what a message calls the input
   * @param isText whether it is to be a text, and not a model
   * @throws Failure if it is a file of another format, or if a gzip file holds one
   */
  static InputStream unpack(InputStream in, String name, boolean isText) throws IOException {
    List<Format> others = new ArrayList<>(FORMATS);
    if (isText) {
      others.add(MODEL);
    }
    Start start = start(in, others);
    if (start.format().filter(GZIP::equals).isEmpty()) {
      return start.orRefuse(name + ": ");
    }
    GzipStream unpacked = new GzipStream(in);
    return start(unpacked, others).orRefuse(name + ": is compressed by gzip, and what is inside ");
  }

  /** The format that the first bytes tell, if any, and a stream of all bytes. */
  private record Start(Optional<Format> format, InputStream all) {
    InputStream orRefuse(String prefix) {
      if (format.isPresent()) {
        throw new Failure(ExitCode.BAD_DATA, prefix + format.get().description());
      }
      return all;
    }
  }

  private static Start start(InputStream in, List<Format> formats) throws IOException {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    Optional<Format> known = Optional.empty();
    List<Format> possible = formats;
    while (!possible.isEmpty() && known.isEmpty()) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      start.write(b);
      byte[] read = start.toByteArray();
      possible = possible.stream().filter(format -> agree(format.bytes(), read)).toList();
      known = known(possible, read.length);
    }
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(start.toByteArray()), in);
    return new Start(known, all);
  }

  /** Whether two arrays have the same bytes, up to the end of the shorter one. */
  private static boolean agree(byte[] a, byte[] b) {
    int length = Math.min(a.length, b.length);
    return Arrays.equals(a, 0, length, b, 0, length);
  }

  /** The first of the formats that agree with the bytes read, if all of its start is among them. */
  private static Optional<Format> known(List<Format> possible, int read) {
    return possible.stream().limit(1).filter(format -> format.start().length() <= read).findFirst();
  }
}
