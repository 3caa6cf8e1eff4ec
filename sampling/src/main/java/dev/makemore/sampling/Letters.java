package dev.makemore.sampling;

import dev.makemore.model.Vocabulary;
import java.nio.charset.StandardCharsets;

/**
 * What each token adds to a text, in one word, and the prefix that each item begins with.
 *
 * <p>The lower half of a word is the UTF-8 of a character, which has four bytes at most. All four
 * are written always; where the next character goes says how many of them count. The upper half is
 * made for adding up: its lowest {@value #ENDS} bits are the number of bytes, and above them there
 * is a 1 in the word of the boundary, so that one sum counts both bytes and items.
 */
final class Letters {

  /** The most bytes of a character. */
  static final int MOST_BYTES = 4;

  /** By how much to shift a sum of upper halves to get the number of items that have ended. */
  static final int ENDS = 20;

  /** Masks the number of bytes in a sum of upper halves. */
  static final int BYTES = (1 << ENDS) - 1;

  private final long[] words; // by token
  private final byte[] prefix;
  private final boolean singleBytes;
  private final int prefixLength;

  private Letters(long[] words, byte[] prefix, int prefixLength, boolean singleBytes) {
    this.words = words;
    this.prefix = prefix;
    this.prefixLength = prefixLength;
    this.singleBytes = singleBytes;
  }

  /**
   * The letters of {@code vocabulary}. The boundary is a line feed; the token after the last one,
   * {@link Machine#any}, is nothing.
   */
  static Letters of(Vocabulary vocabulary, String prefix) {
    long[] words = new long[vocabulary.size() + 1];
    boolean singleBytes = prefix.isEmpty();
    words[Vocabulary.BOUNDARY] = word("\n") | 1L << (Integer.SIZE + ENDS);
    for (int token = 1; token < vocabulary.size(); token++) {
      words[token] = word(Character.toString(vocabulary.codePoint(token)));
      singleBytes &= vocabulary.codePoint(token) < 0x80;
    }
    byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
    return new Letters(words, bytes, prefix.codePointCount(0, prefix.length()), singleBytes);
  }

  private static long word(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long word = (long) bytes.length << Integer.SIZE;
    for (int i = 0; i < bytes.length; i++) {
      word |= (bytes[i] & 0xFFL) << (Byte.SIZE * i);
    }
    return word;
  }

  /** The word of {@code token}. */
  long word(int token) {
    return words[token];
  }

  /** Whether every character and every end of an item adds one byte: ASCII, without a prefix. */
  boolean areSingleBytes() {
    return singleBytes;
  }

  /** The prefix that each item begins with. */
  byte[] prefix() {
    return prefix;
  }

  /** The number of its characters. */
  int prefixLength() {
    return prefixLength;
  }
}
