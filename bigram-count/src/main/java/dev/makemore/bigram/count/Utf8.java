package dev.makemore.bigram.count;

/** How UTF-8 writes a character. */
final class Utf8 {

  /** What is decoded where no character is. */
  static final int MALFORMED = -1;

  /** The most bytes that a character has. */
  static final int MAX_LENGTH = 4;

  /** The bit of each of eight bytes that is 0 in ASCII alone. */
  static final long HIGH_BITS = 0x8080808080808080L;

  private static final byte CONTINUATION = (byte) 0x80; // with six bits of the code point
  private static final int LENGTH = 24; // where decode() puts the length

  private Utf8() {}

  /**
   * Decodes the character that begins at {@code bytes[i]}, of which as many bytes must be there as
   * its first one says.
   *
   * @return what {@link #codePoint} and {@link #length} tell of; or {@link #MALFORMED}
   */
  static int decode(byte[] bytes, int i) {
    int b = bytes[i];
    if (b >= 0) {
      return b | 1 << LENGTH;
    }
    int second = bytes[i + 1] ^ CONTINUATION; // six bits if it is a continuation, and else more
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

  /** The code point that {@link #decode} has found. */
  static int codePoint(int decoded) {
    return decoded & 0x1FFFFF;
  }

  /** How many bytes it has; more than a character can have if it is malformed. */
  static int length(int decoded) {
    return decoded >>> LENGTH;
  }

  /** Whether a byte is a later one of a character. */
  static boolean isContinuation(byte b) {
    return b < (byte) 0xC0; // 10xxxxxx, and all of those are negative
  }

  /** Where the character begins that {@code bytes[i]} belongs to, which is not malformed. */
  static int start(byte[] bytes, int i) {
    int start = i;
    while (isContinuation(bytes[start])) {
      start--;
    }
    return start;
  }
}
