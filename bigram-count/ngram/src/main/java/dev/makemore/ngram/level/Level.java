package dev.makemore.ngram.level;

import java.util.Arrays;

/**
 * The n-grams of one length: contexts in the order of their endings, and what follows each.
 *
 * <p>The next shorter level comes from this one. A context of it is a run of contexts here, those
 * that have one more token before it, and its followers are theirs. How often a token follows is
 * the sum of its counts here or, for Kneser-Ney smoothing, the number of contexts here that it
 * follows. Only at the start of an item there is nothing before a context, and the text's own
 * counts are taken.
 */
final class Level {

  private final Endings endings;
  private final int length; // of a context, in tokens
  private final int[] contexts; // the first row of each among the endings
  private final int[] starts; // the followers of context c are starts[c] to starts[c + 1] - 1
  private int[] tokens; // ascending within a context
  private long[] counts;
  private int size; // the number of followers of all contexts

  private Level(Endings endings, int length) {
    this.endings = endings;
    this.length = length;
    this.contexts = endings.contexts(length);
    this.starts = new int[contexts.length + 1];
    this.tokens = new int[contexts.length];
    this.counts = new long[contexts.length];
  }

  /** The level of the longest n-grams, with the counts of the text. */
  static Level longest(Endings endings) {
    Level level = new Level(endings, endings.longest());
    for (int c = 0; c < level.contexts.length; c++) {
      level.addRow(c);
    }
    return level.trimmed();
  }

  /**
   * The level of the n-grams that are one token shorter.
   *
   * @param contextsCount whether the count of an n-gram is the number of different tokens before
   *     it, and not how often it occurs
   */
  Level shorter(boolean contextsCount) {
    Level level = new Level(endings, length - 1);
    Tally tally = new Tally(endings.vocabularySize());
    int longer = 0;
    for (int c = 0; c < level.contexts.length; c++) {
      if (endings.isStart(level.contexts[c], level.length)) {
        level.addRow(c);
        continue;
      }
      int end = c + 1 < level.contexts.length ? level.contexts[c + 1] : Integer.MAX_VALUE;
      for (; longer < contexts.length && contexts[longer] < end; longer++) {
        for (int place = starts[longer]; place < starts[longer + 1]; place++) {
          tally.add(tokens[place], contextsCount ? 1 : counts[place]);
        }
      }
      tally.moveTo(level);
      level.starts[c + 1] = level.size;
    }
    return level.trimmed();
  }

  /** Adds the followers of context {@code c}, which is a single row, as the text has them. */
  private void addRow(int c) {
    for (int place = endings.from(contexts[c]); place < endings.to(contexts[c]); place++) {
      add(endings.next(place), endings.count(place));
    }
    starts[c + 1] = size;
  }

  private void add(int token, long count) {
    if (size == tokens.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8, size * 3L / 2 + 1);
      tokens = Arrays.copyOf(tokens, room);
      counts = Arrays.copyOf(counts, room);
    }
    tokens[size] = token;
    counts[size++] = count;
  }

  private Level trimmed() {
    tokens = Arrays.copyOf(tokens, size);
    counts = Arrays.copyOf(counts, size);
    return this;
  }

  /** Adds up counts by token. */
  private static final class Tally {
    private final long[] sums; // by token
    private final int[] met; // the tokens that have one, in the order met
    private int size;

    Tally(int tokens) {
      this.sums = new long[tokens];
      this.met = new int[tokens];
    }

    void add(int token, long count) {
      if (sums[token] == 0) {
        met[size++] = token;
      }
      sums[token] += count;
    }

    /** Moves the sums to the end of a level, by ascending token. */
    void moveTo(Level level) {
      Arrays.sort(met, 0, size);
      for (int i = 0; i < size; i++) {
        level.add(met[i], sums[met[i]]);
        sums[met[i]] = 0;
      }
      size = 0;
    }
  }

  /** The number of n-grams with a count of 1, 2, 3 and 4, at these indexes; 0 has no meaning. */
  long[] countsOfCounts() {
    long[] numbers = new long[5];
    for (long count : counts) {
      if (count < numbers.length) {
        numbers[(int) count]++;
      }
    }
    return numbers;
  }

  /** How many tokens a context has. */
  int length() {
    return length;
  }

  /** The number of contexts. */
  int contexts() {
    return contexts.length;
  }

  /** The tokens of context {@code c}, oldest first. */
  int[] context(int c) {
    return endings.ending(contexts[c], length);
  }

  /** Whether context {@code c} comes before context {@code other} of another level. */
  boolean isBefore(int c, Level level, int other) {
    return contexts[c] <= level.contexts[other];
  }

  /** The number of n-grams. */
  int size() {
    return size;
  }

  /** The place of the first follower of context {@code c}. */
  int from(int c) {
    return starts[c];
  }

  /** The place after the last follower of context {@code c}. */
  int to(int c) {
    return starts[c + 1];
  }

  /** The token at a place. */
  int token(int place) {
    return tokens[place];
  }

  /** The count at a place. */
  long count(int place) {
    return counts[place];
  }

  /** The tokens that follow context {@code c}, ascending. */
  int[] followers(int c) {
    return Arrays.copyOfRange(tokens, starts[c], starts[c + 1]);
  }
}
