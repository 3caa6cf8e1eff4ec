package dev.makemore.bigram.count.utf8;

/**
 * Counts pairs of characters in blocks of UTF-8.
 *
 * <p>Each stretch of ASCII is counted by {@link AsciiPairs}, everything else by {@link
 * UnicodePairs}. Both count line feeds and carriage returns like any other character; {@link
 * LineEnds} makes boundaries of them when the pairs are handed over.
 *
 * <p>Not safe for use by several threads: each has its own.
 */
final class Utf8Pairs {

  /** So many bytes have no more pairs than an int can count. */
  private static final int MAX_UNFLUSHED = 1 << 30;

  private final int maxUnflushed;
  private final AsciiPairs ascii = new AsciiPairs();
  private final UnicodePairs unicode = new UnicodePairs();
  private final LineEnds lineEnds;
  private long flushedLines;
  private long lines;
  private long returns; // that no line feed follows, since the last flush
  private int unflushed; // bytes

  /** Hands over the pairs to {@code sink} when it is flushed. */
  Utf8Pairs(PairSink sink) {
    this(sink, MAX_UNFLUSHED);
  }

  /** The same, and flushes itself before its ints have counted more than so many bytes. */
  Utf8Pairs(PairSink sink, int maxUnflushed) {
    this.lineEnds = new LineEnds(sink);
    this.maxUnflushed = maxUnflushed;
  }

  /**
   * Counts the pairs of a block.
   *
   * @return the block's end; or if a character is malformed, {@code ~index} of its first byte
   */
  int count(Blocks.Block block) {
    byte[] bytes = block.bytes;
    if (unflushed + bytes.length > maxUnflushed) {
      flush();
    }
    unflushed += bytes.length;
    long returnsBefore = returns;
    int i = block.start;
    while (i >= 0 && i < block.end) {
      i = ascii.count(block, i);
      i = i < block.end ? unicode.count(block, i) : i;
    }
    lines = flushedLines + ascii.lineFeeds() + unicode.lineFeeds();
    returns = ascii.returns() + unicode.returns();
    if (i == block.end && (returns > returnsBefore || bytes[i] == '\r')) {
      lineEnds.findReturns(bytes, block.start, block.end);
    }
    // A character can cross the end of a block only if the byte after it begins no character.
    return i <= block.end ? i : ~i;
  }

  /** How many lines have ended in what was counted. */
  long lines() {
    return lines;
  }

  /** Hands over all pairs that were counted, and starts again from 0. */
  void flush() {
    flushedLines = lines;
    returns = 0;
    ascii.moveTo(lineEnds);
    unicode.moveTo(lineEnds);
    unflushed = 0;
  }
}
