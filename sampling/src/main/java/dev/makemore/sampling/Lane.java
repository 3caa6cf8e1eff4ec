package dev.makemore.sampling;

import dev.makemore.model.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A block of items in the making, as UTF-8.
 *
 * <p>They are made in runs of some hundred steps. A run is three loops, so that each of them keeps
 * what it needs in registers: {@link #draw} makes the random numbers, {@link #walk} goes from token
 * to token, {@link #write} adds their text.
 *
 * <p>None of the loops looks out for the end of the block, for an item that gets too long, or for
 * the end of the buffer. For a step ends one item at most, makes one item longer by one character
 * at most, and adds no more bytes than the largest character and a prefix have; and a run has only
 * as many {@link #steps} as fit in all three.
 */
final class Lane {

  /** The most steps of a run, so that what goes from loop to loop stays in the nearest cache. */
  static final int RUN = 512;

  private static final int BUFFER = 1 << 16; // bytes: blocks of names have half of that
  private static final int LARGEST_BUFFER = 1 << 20;

  private final long[] bits;
  private final char[] tokens;
  private final int from; // where the RUN entries of this lane begin in both
  long state;

  private final Machine machine;
  private final Letters letters;
  private final int maxLength;
  private final boolean bytesOnly;
  private Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(0);
  private int items; // that have not ended yet
  private int length; // of the one that is being made, in characters
  private long cut;
  private byte[] text = new byte[BUFFER];
  private int end; // of what is in the buffer

  /**
   * A lane that has for itself the {@link #RUN} entries from {@code from} on, of arrays that it
   * shares with others.
   */
  Lane(Machine machine, Letters letters, int maxLength, long[] bits, char[] tokens, int from) {
    this.machine = machine;
    this.letters = letters;
    this.maxLength = maxLength;
    this.bits = bits;
    this.tokens = tokens;
    this.from = from;
    this.bytesOnly = letters.areSingleBytes() && !machine.drawsAny();
  }

  /** Begins block {@code block} of {@code seed}, or the first {@code items} items of it. */
  void begin(long seed, long block, int items) {
    this.random = Xoshiro256PlusPlus.of(seed, block);
    this.items = items;
    state = machine.start();
    length = letters.prefixLength();
    cut = 0;
    end = items == 0 ? 0 : letters.prefix().length;
    writePrefix(0);
  }

  /** How many steps the next run may have; 0 if the block is done, or the buffer full. */
  int steps() {
    int widest = Letters.MOST_BYTES + letters.prefix().length;
    if (text.length - end < RUN * widest && text.length < LARGEST_BUFFER) {
      text = Arrays.copyOf(text, 2 * text.length);
    }
    int room = (text.length - end) / widest;
    // An item of full length may still end: the step after it decides whether it is cut.
    int untilCut = Math.max(1, maxLength - length);
    return Math.min(Math.min(RUN, room), Math.min(items, untilCut));
  }

  /** The first loop of a run. */
  void draw(int steps) {
    random.fill(bits, from, steps);
  }

  /** The second loop of a run. */
  private void walk(int steps) {
    long at = state;
    for (int i = 0; i < steps; i++) {
      at = machine.step(at, bits[from + i]);
      tokens[from + i] = Machine.token(at);
    }
    state = at;
  }

  /** The third loop of a run. */
  void write(int steps) {
    if (length == maxLength && isCharacter(tokens[from])) { // one too many: the end, in its place
      tokens[from] = Vocabulary.BOUNDARY;
      state = machine.start();
      cut++;
    }
    int added = bytesOnly ? writeBytes(steps) : writeCharacters(steps);
    end += added & Letters.BYTES;
    items -= added >>> Letters.ENDS;
    if (items == 0) {
      end -= letters.prefix().length; // no item follows the last one
    }
    measure(steps);
  }

  /** Where each token is one byte, and no prefix comes between. Returns the sum of words. */
  private int writeBytes(int steps) {
    int added = 0;
    for (int i = 0; i < steps; i++) {
      long word = letters.word(tokens[from + i]);
      text[end + i] = (byte) word;
      added += (int) (word >>> Integer.SIZE);
    }
    return added;
  }

  /** Where tokens have up to four bytes. */
  private int writeCharacters(int steps) {
    byte[] prefix = letters.prefix();
    int added = 0;
    for (int i = 0; i < steps; i++) {
      long word = letters.word(tokens[from + i]);
      int to = end + (added & Letters.BYTES);
      text[to] = (byte) word;
      text[to + 1] = (byte) (word >>> 8);
      text[to + 2] = (byte) (word >>> 16);
      text[to + 3] = (byte) (word >>> 24);
      added += (int) (word >>> Integer.SIZE);
      if (prefix.length > 0 && tokens[from + i] == Vocabulary.BOUNDARY) {
        writePrefix(end + (added & Letters.BYTES));
        added += prefix.length;
      }
    }
    return added;
  }

  private boolean isCharacter(int token) {
    return token != Vocabulary.BOUNDARY && token != machine.any();
  }

  private void writePrefix(int to) {
    System.arraycopy(letters.prefix(), 0, text, to, letters.prefix().length);
  }

  /** Finds out how long the item at the end has become. */
  private void measure(int steps) {
    int i = steps;
    int characters = 0;
    while (i > 0 && tokens[from + i - 1] != Vocabulary.BOUNDARY) {
      i--;
      characters += isCharacter(tokens[from + i]) ? 1 : 0;
    }
    length = (i == 0 ? length : letters.prefixLength()) + characters;
  }

  /**
   * Goes on until the block is done or the buffer full. Returns whether there was anything to do.
   */
  boolean run() {
    int steps = steps();
    boolean busy = steps > 0;
    for (; steps > 0; steps = steps()) {
      draw(steps);
      walk(steps);
      write(steps);
    }
    return busy;
  }

  /** Empties the buffer. */
  void writeTo(OutputStream out) throws IOException {
    out.write(text, 0, end);
    end = 0;
  }

  /** How many items of the block have been cut so far. */
  long cut() {
    return cut;
  }
}
