package dev.makemore.bigram.count.utf8;

import java.util.HashMap;
import java.util.Map;

/**
 * Turns pairs that were counted with line ends as characters into pairs with boundaries.
 *
 * <p>A line feed becomes a boundary in each pair. A carriage return is part of the line end if a
 * line feed follows it; otherwise it is a character of the item. A count of pairs can't tell these
 * two apart: both {@code a\r\n} and {@code a\rb} start with the same pair. But hardly any text has
 * a carriage return of the second kind. So only those are looked for, in the blocks that have some,
 * and counted by the character before them. All others are parts of line ends:
 *
 * <pre>
 *   text         pairs as counted              found     pairs in the end
 *   ab\r\n       \na  ab  b\r  \r\n                      .a  ab  b.
 *   a\rb\r\n     \na  a\r  \rb  b\r  \r\n      a\r       .a  a\r  \rb  b.
 * </pre>
 */
final class LineEnds implements PairSink {

  private final PairSink sink;

  /** By character: how many carriage returns after it are characters, in an array of one. */
  private final Map<Integer, long[]> returns = new HashMap<>();

  /** Hands pairs with boundaries to {@code sink}. */
  LineEnds(PairSink sink) {
    this.sink = sink;
  }

  /** Looks for carriage returns that are characters, after each character of a block. */
  void findReturns(byte[] bytes, int start, int end) {
    for (int i = start + 1; i <= end; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] != '\n') {
        int before = Utf8.decode(bytes, Utf8.start(bytes, i - 1));
        returns.computeIfAbsent(Utf8.codePoint(before), character -> new long[1])[0]++;
      }
    }
  }

  /** Takes a pair in which line ends are characters. */
  @Override
  public void add(int first, int second, long count) {
    if (second == '\r') {
      long[] left = returns.getOrDefault(first, new long[1]);
      long characters = Math.min(count, left[0]);
      left[0] -= characters;
      passOn(first, '\r', characters);
      passOn(first, '\n', count - characters);
    } else if (first != '\r' || second != '\n') { // \r\n is a line end, and no pair
      passOn(first, second, count);
    }
  }

  private void passOn(int first, int second, long count) {
    int context = first == '\n' ? BOUNDARY : first;
    int next = second == '\n' ? BOUNDARY : second;
    boolean emptyLine = context == BOUNDARY && next == BOUNDARY;
    if (count > 0 && !emptyLine) {
      sink.add(context, next, count);
    }
  }
}
