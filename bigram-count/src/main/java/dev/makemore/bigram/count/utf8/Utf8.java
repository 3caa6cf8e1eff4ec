package dev.makemore.bigram.count.utf8;

/** Decodes characters from bytes of UTF-8. */
final class Utf8 {

  /** The result of {@link #decode} if there is no well-formed character. */
  static final int MALFORMED = -1;

  /** The largest number of bytes that a character has. */
  static final int MAX_LENGTH = 4;

  /** The highest bit of each of eight bytes, which is 0 in ASCII and 1 in all other bytes. */
  static final long HIGH_BITS = 0x8080808080808080L;

  private static final byte CONTINUATION = (byte) 0x80; // plus six bits of the code point
  private static final int LENGTH = 24; // the bit at which decode() puts the length

  private Utf8() {}

  /**
   * Decodes the character that begins at {@code bytes[i]}. The array must hold as many bytes as the
   * first byte of the character asks for.
   *
   * @return a number for {@link #codePoint} and {@link #length}; or {@link #MALFORMED}
   */
  static int decode(byte[] bytes, int i) {
    int b = bytes[i];
    if (b >= 0) {
      return b | 1 << LENGTH;
    }
    int second = bytes[i + 1] ^ CONTINUATION; // only six bits, if it is a continuation
    if (b < (byte) 0xE0) {
      boolean valid = b >= (byte) 0xC2 && isSixBits(second);
      return valid ? (b & 0x1F) << 6 | second | 2 << LENGTH : MALFORMED;
    }
    int third = bytes[i + 2] ^ CONTINUATION;
    if (b < (byte) 0xF0) {
      int codePoint = (b & 0x0F) << 12 | second << 6 | third;
      boolean valid = isSixBits(second | third) && codePoint >= 0x800;
      boolean surrogate = codePoint >> 11 == 0xD800 >> 11;
      return valid && !surrogate ? codePoint | 3 << LENGTH : MALFORMED;
    }
    int fourth = bytes[i + 3] ^ CONTINUATION;
    int codePoint = (b & 0x07) << 18 | second << 12 | third << 6 | fourth;
    boolean valid = b < (byte) 0xF8 && isSixBits(second | third | fourth);
    return valid && codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT
        ? codePoint | 4 << LENGTH
        : MALFORMED;
  }

  private static boolean isSixBits(int bits) {
    return (bits & ~0x3F) == 0;
  }

  /** The code point in a result of {@link #decode}. */
  static int codePoint(int decoded) {
    return decoded & 0x1FFFFF;
  }

  /** How many bytes the character has; for {@link #MALFORMED} more than any character has. */
  static int length(int decoded) {
    return decoded >>> LENGTH;
  }

  /** Whether a byte is one of a character, but not its first. */
  static boolean isContinuation(byte b) {
    return b < (byte) 0xC0; // 10xxxxxx: as signed bytes the lowest
  }

  /** Where the well-formed character that {@code bytes[i]} belongs to begins. */
  static int start(byte[] bytes, int i) {
    int start = i;
    while (isContinuation(bytes[start])) {
      start--;
    }
    return start;
  }
}
