package dev.makemore.sampling.bulk;

import dev.makemore.model.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A block of items in the making, as lines of UTF-8.
 *
 * <p>They are made in runs of at most {@value #RUN} tokens. A run is three loops, so that each of
 * them keeps what it needs in registers: {@link #draw} makes the random numbers, {@link #walk} goes
 * from state to state, {@link #write} adds the text.
 *
 * <p>None of these loops checks for the end of the block, for an item that gets too long, or for
 * the end of the buffer. {@link #steps} does so before the run: a token ends at most one item,
 * makes one item longer by at most one character, and adds at most four bytes and a prefix. So if 3
 * items are missing and the current one may have 20 more characters, a run of 3 tokens reaches no
 * limit before its end.
 */
final class Block {

  /** The most tokens of a run. What goes from loop to loop then stays in the nearest cache. */
  static final int RUN = 512;

  private static final int BUFFER = 1 << 16; // bytes; a block of names has half of that
  private static final int LARGEST_BUFFER = 1 << 20;

  private final FlatModel model;
  private final int maxLength;
  private final byte[] prefix;
  private final long[] bits;
  private final char[] tokens;
  private final int from; // where the RUN entries of this block begin in both arrays
  private FourBlocks.RandomBits random = (numbers, start, count) -> {};
  long state;

  private int missing; // items that have not ended yet
  private int length; // of the item in the making, in characters
  private long cut;
  private byte[] text = new byte[BUFFER];
  private int end; // of what is in the buffer

  /** A block that uses the {@link #RUN} entries from {@code from} on of two shared arrays. */
  Block(FlatModel model, int maxLength, long[] bits, char[] tokens, int from) {
    this.model = model;
    this.maxLength = maxLength;
    this.prefix = model.prefix();
    this.bits = bits;
    this.tokens = tokens;
    this.from = from;
  }

  /** Begins a block of {@code items} items. */
  void begin(FourBlocks.RandomBits random, int items) {
    this.random = random;
    missing = items;
    state = model.start();
    length = model.prefixLength();
    cut = 0;
    end = items == 0 ? 0 : writePrefix(0);
  }

  /** How many tokens the next run may have; 0 if the block is done or the buffer full. */
  int steps() {
    int widest = 4 + prefix.length; // bytes
    if (text.length - end < RUN * widest && text.length < LARGEST_BUFFER) {
      text = Arrays.copyOf(text, 2 * text.length);
    }
    int room = (text.length - end) / widest;
    // An item of full length may still end there, so one more token decides whether it is cut.
    int untilCut = Math.max(1, maxLength - length);
    return Math.min(Math.min(RUN, room), Math.min(missing, untilCut));
  }

  /** The first loop of a run. */
  void draw(int steps) {
    random.fill(bits, from, steps);
  }

  /** The second loop of a run. */
  private void walk(int steps) {
    long at = state;
    for (int i = from; i < from + steps; i++) {
      at = model.next(at, bits[i]);
      tokens[i] = FlatModel.token(at);
    }
    state = at;
  }

  /** The third loop of a run. */
  void write(int steps) {
    if (length == maxLength && isCharacter(tokens[from])) { // one too many: cut the item here
      tokens[from] = Vocabulary.BOUNDARY;
      state = model.start();
      cut++;
    }
    if (model.writesSingleBytes()) {
      writeBytes(steps);
    } else {
      writeCharacters(steps);
    }
    length = lengthAfter(steps);
  }

  private void writeBytes(int steps) {
    int ended = 0;
    for (int i = 0; i < steps; i++) {
      long word = model.word(tokens[from + i]);
      text[end + i] = (byte) word;
      ended += (int) (word >>> 63);
    }
    end += steps;
    missing -= ended;
  }

  /** Always writes four bytes; the next character overwrites those that do not count. */
  private void writeCharacters(int steps) {
    int ended = 0;
    int to = end;
    for (int i = from; i < from + steps; i++) {
      long word = model.word(tokens[i]);
      text[to] = (byte) word;
      text[to + 1] = (byte) (word >>> 8);
      text[to + 2] = (byte) (word >>> 16);
      text[to + 3] = (byte) (word >>> 24);
      to += FlatModel.bytes(word);
      ended += (int) (word >>> 63);
      if (prefix.length > 0 && word < 0) {
        to = writePrefix(to);
      }
    }
    missing -= ended;
    end = missing == 0 ? to - prefix.length : to; // no item follows the last one
  }

  private int writePrefix(int to) {
    System.arraycopy(prefix, 0, text, to, prefix.length);
    return to + prefix.length;
  }

  private boolean isCharacter(int token) {
    return token != Vocabulary.BOUNDARY && token != model.any();
  }

  /** How long the last item is after a run. */
  private int lengthAfter(int steps) {
    int characters = 0;
    int i = from + steps;
    while (i > from && tokens[i - 1] != Vocabulary.BOUNDARY) {
      i--;
      characters += isCharacter(tokens[i]) ? 1 : 0;
    }
    return (i == from ? length : model.prefixLength()) + characters;
  }

  /** Goes on until the block is done or the buffer full. Returns whether it made anything. */
  boolean run() {
    int before = end;
    for (int steps = steps(); steps > 0; steps = steps()) {
      draw(steps);
      walk(steps);
      write(steps);
    }
    return end > before;
  }

  /** Writes what is in the buffer, and empties it. */
  void writeTo(OutputStream out) throws IOException {
    out.write(text, 0, end);
    end = 0;
  }

  /** How many items have been cut. */
  long cut() {
    return cut;
  }
}
