package dev.makemore.bigram.count;

/**
 * Counts pairs of characters in bytes of UTF-8, quickly.
 *
 * <p>Each stretch of ASCII is counted by {@link AsciiPairs}, all else by {@link UnicodePairs}. Both
 * hand on what they have counted to a {@link PairCounter}. Line feeds and carriage returns are
 * counted like any other character, and become boundaries only in the end, so that no time is spent
 * on them: see {@link LineEnds}.
 *
 * <p>The plain way is {@link dev.makemore.model.text.CorpusReader} with a {@link PairCounter};
 * tests hold one against the other. Not safe for use by several threads: each has its own.
 */
final class Utf8Pairs {

  /** Not more pairs than an int can count. */
  private static final int MAX_UNFLUSHED = 1 << 30;

  private final int maxUnflushed;
  private final AsciiPairs ascii = new AsciiPairs();
  private final UnicodePairs unicode = new UnicodePairs();
  private final LineEnds lineEnds = new LineEnds();
  private final PairCounter flushed = new PairCounter();
  private long flushedLines;
  private long lines;
  private long returns; // followed by something other than a line feed, since a flush
  private int unflushed; // bytes

  Utf8Pairs() {
    this(MAX_UNFLUSHED);
  }

  /** Empties its cells, whose numbers are ints, before they have counted so many bytes. */
  Utf8Pairs(int maxUnflushed) {
    this.maxUnflushed = maxUnflushed;
  }

  /**
   * Counts the pairs of a block.
   *
   * @return the block's end; or where a character is malformed, as {@code ~index}
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
    return i <= block.end ? i : ~i; // a character can't go on behind the end, so this is none
  }

  /** How many lines have ended in what was counted. */
  long lines() {
    return lines;
  }

  /** Counts all that {@code other} has counted. */
  void addAll(Utf8Pairs other) {
    other.flush();
    flushed.addAll(other.flushed);
    lineEnds.addAll(other.lineEnds);
  }

  /** All pairs that were counted. To be called once. */
  PairCounter counter() {
    flush();
    return lineEnds.resolve(flushed);
  }

  private void flush() {
    flushedLines = lines;
    returns = 0;
    ascii.moveTo(flushed);
    unicode.moveTo(flushed);
    unflushed = 0;
  }
}
