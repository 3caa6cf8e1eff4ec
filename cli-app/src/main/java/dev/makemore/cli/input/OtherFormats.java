package dev.makemore.cli.input;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognizes input of another format than the one it is taken for.
 *
 * <p>Some formats start with bytes that no text starts with. A gzip file is unpacked. Any other
 * such file is refused, and the message says what to do. Other mistakes make a text that could be
 * meant as it is. Then there is a hint, which changes nothing.
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
   * @throws Failure if it is a file of another format, or if a gzip file holds one
   */
  static InputStream unpack(InputStream in, String name) throws IOException {
    Start start = start(in);
    if (start.format().filter(GZIP::equals).isEmpty()) {
      return start.orRefuse(name + ": ");
    }
    GzipStream unpacked = new GzipStream(in);
    return start(unpacked).orRefuse(name + ": is compressed by gzip, and what is inside ");
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

  private static Start start(InputStream in) throws IOException {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    Optional<Format> known = Optional.empty();
    List<Format> possible = FORMATS;
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

  /**
   * What is strange about a text, and what to do if it is not meant so. The table of counts says
   * all that is needed, so this takes no time.
   */
  static Optional<String> hint(BigramCounts counts) {
    long items = counts.items();
    long zeros = count(counts, '\0');
    long others = counts.total() - items - zeros;
    if (others > 0 && zeros >= others) {
      return Optional.of(
          "half of its characters are U+0000; if it is text in UTF-16, convert it: iconv -f"
              + " UTF-16LE -t UTF-8 FILE, or the same with UTF-16BE");
    } else if (items == 1 && count(counts, '\r') > 0) {
      return Optional.of(
          "is a single item, with carriage returns in it; if lines end there, convert it: tr"
              + " '\\r' '\\n' < FILE");
    }
    return Stream.of(',', ';', '\t')
        .filter(separator -> isTable(counts, separator))
        .findFirst()
        .map(separator -> tableHint(counts, separator));
  }

  /**
   * Whether there are as many separators as if each line had the same number of them, and all lines
   * but one, which may be a header, have a digit beside a separator.
   */
  private static boolean isTable(BigramCounts counts, char separator) {
    long lines = counts.items();
    long separators = count(counts, separator);
    return lines >= 2
        && separators > 0
        && separators % lines == 0
        && digits(digit -> pairs(counts, separator, digit) + pairs(counts, digit, separator))
            >= lines - 1;
  }

  /** What to do with a table. Only the first and the last column show what is in them. */
  private static String tableHint(BigramCounts counts, char separator) {
    long lines = counts.items();
    long last = count(counts, separator) / lines + 1;
    boolean startsWithNumbers = digits(digit -> starts(counts, digit)) >= lines - 1;
    boolean endsWithNumbers = digits(digit -> ends(counts, digit)) >= lines - 1;
    String hint = "looks like a table with numbers, such as CSV; if ";
    if (endsWithNumbers && !startsWithNumbers) {
      return hint + "column " + last + " says how often each item occurs, add --weights " + last;
    } else if (startsWithNumbers && !endsWithNumbers) {
      return hint + "column 1 says how often each item occurs, add --weights 1";
    }
    return hint
        + "a column says how often the item in the first other column occurs, add --weights and its"
        + " number";
  }

  private static long digits(IntToLongFunction count) {
    return IntStream.rangeClosed('0', '9').mapToLong(count).sum();
  }

  private static long pairs(BigramCounts counts, int first, int second) {
    int context = counts.vocabulary().token(first);
    int next = counts.vocabulary().token(second);
    return context == Vocabulary.UNKNOWN || next == Vocabulary.UNKNOWN
        ? 0
        : counts.count(context, next);
  }

  private static long starts(BigramCounts counts, int character) {
    int token = counts.vocabulary().token(character);
    return token == Vocabulary.UNKNOWN ? 0 : counts.count(Vocabulary.BOUNDARY, token);
  }

  private static long ends(BigramCounts counts, int character) {
    int token = counts.vocabulary().token(character);
    return token == Vocabulary.UNKNOWN ? 0 : counts.count(token, Vocabulary.BOUNDARY);
  }

  private static long count(BigramCounts counts, char c) {
    int token = counts.vocabulary().token(c);
    return token == Vocabulary.UNKNOWN ? 0 : counts.columnTotal(token);
  }
}
