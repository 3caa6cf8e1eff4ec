package dev.makemore.model.contract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a corpus file holds, found the plain way: decode all of it at once, cut it at every newline.
 * Whatever reads a corpus must come to the same.
 *
 * @param items the lines that are not empty, up to the malformed byte if there is one
 * @param emptyLines the number of the others
 * @param wellFormed true if the file is UTF-8
 * @param unfinished what the line of the malformed byte holds before it; empty if there is none
 * @param line the line of the malformed byte, counted from 1; the number of newlines plus 1 if
 *     there is none
 * @param offset how many bytes come before the malformed one; all if there is none
 */
public record PlainCorpus(
    List<String> items,
    long emptyLines,
    boolean wellFormed,
    String unfinished,
    long line,
    long offset) {

  /** Reads a file. */
  public static PlainCorpus of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer chars = CharBuffer.allocate(file.length);
    boolean wellFormed = !StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true).isError();
    String text = chars.flip().toString();
    String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1);
    List<String> items = new ArrayList<>();
    int newlines = lines.length - 1;
    for (int i = 0; i < newlines; i++) {
      items.add(lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i]);
    }
    long emptyLines = items.stream().filter(String::isEmpty).count();
    if (wellFormed) {
      items.add(lines[newlines]); // the end of the file ends it
    }
    items.removeIf(String::isEmpty);
    return new PlainCorpus(
        List.copyOf(items),
        emptyLines,
        wellFormed,
        wellFormed ? "" : lines[newlines],
        newlines + 1,
        bytes.position());
  }
}
