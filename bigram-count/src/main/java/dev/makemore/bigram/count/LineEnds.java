package dev.makemore.bigram.count;

/**
 * Turns line ends that were counted as characters into boundaries.
 *
 * <p>A line feed is a boundary on both of its sides. A carriage return is no character where a line
 * feed follows it, and one like any other elsewhere. Which of the two it was can't be told from a
 * count of pairs: in {@code a\r\n} and {@code a\rb} the same pair comes first. But hardly a text
 * has any of the second sort. So those alone are looked for, in blocks that have some, and counted
 * by the character before them; all others belong to line ends:
 *
 * <pre>
 *   text         pairs as counted              found     pairs in the end
 *   ab\r\n       \na  ab  b\r  \r\n                      .a  ab  b.
 *   a\rb\r\n     \na  a\r  \rb  b\r  \r\n      a\r       .a  a\r  \rb  b.
 * </pre>
 */
final class LineEnds {

  private static final int LINE_FEED = PairCounter.codeOfCodePoint('\n');
  private static final int RETURN = PairCounter.codeOfCodePoint('\r');

  private final PairCounter returns = new PairCounter(); // that are characters, and what is before

  /** Looks for carriage returns after each character of a block that are characters. */
  void findReturns(byte[] bytes, int start, int end) {
    for (int i = start + 1; i <= end; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] != '\n') {
        int before = Utf8.decode(bytes, Utf8.start(bytes, i - 1));
        returns.addCodePoints(Utf8.codePoint(before), '\r', 1);
      }
    }
  }

  /** Counts all that {@code other} has found. */
  void addAll(LineEnds other) {
    returns.addAll(other.returns);
  }

  /** The pairs of {@code counted}, where line ends are characters, with boundaries instead. */
  PairCounter resolve(PairCounter counted) {
    PairCounter resolved = new PairCounter();
    counted.forEach(
        (first, second, count) -> {
          long characters = second == RETURN ? returns.count(first, RETURN) : count;
          if (characters > 0 && !(first == RETURN && second == LINE_FEED)) {
            add(resolved, first, second, characters);
          }
          if (count > characters) {
            add(resolved, first, LINE_FEED, count - characters);
          }
        });
    return resolved;
  }

  private static void add(PairCounter pairs, int first, int second, long count) {
    int context = first == LINE_FEED ? PairCounter.BOUNDARY_CODE : first;
    int next = second == LINE_FEED ? PairCounter.BOUNDARY_CODE : second;
    if (context != next || context != PairCounter.BOUNDARY_CODE) { // or else the line is empty
      pairs.add(context, next, count);
    }
  }
}
