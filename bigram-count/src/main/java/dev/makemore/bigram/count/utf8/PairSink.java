package dev.makemore.bigram.count.utf8;

/** Receives pairs of adjacent characters, and how often each was counted. */
@FunctionalInterface
public interface PairSink {

  /** The boundary, which stands before the first character of an item and after the last. */
  int BOUNDARY = -1;

  /**
   * Takes a pair. The same pair may be handed over again: its counts add up.
   *
   * @param first the code point of the first character, or {@link #BOUNDARY}
   * @param second the code point of the second character, or {@link #BOUNDARY}; not both are
   *     boundaries, as that would be an empty item
   * @param count how often the pair was counted, at least 1
   */
  void add(int first, int second, long count);
}
