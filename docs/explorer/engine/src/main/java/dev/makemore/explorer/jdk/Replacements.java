package dev.makemore.explorer.jdk;

import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;
import org.teavm.jso.JSBody;

/**
 * Methods that the compiler's class library lacks, for {@link
 * dev.makemore.explorer.teavm.Redirects}.
 */
public final class Replacements {

  private static final long LOW = 0xFFFF_FFFFL;

  private Replacements() {}

  /**
   * The high word of the 128-bit product, in place of {@link Math#multiplyHigh(long, long)}.
   *
   * <p>With x = 2^32 x1 + x0 and y = 2^32 y1 + y0, where the low halves are unsigned, the product
   * is 2^64 x1 y1 + 2^32 (x1 y0 + x0 y1) + x0 y0. The two middle terms are added one at a time, so
   * that no sum overflows.
   */
  public static long multiplyHigh(long x, long y) {
    long x1 = x >> 32;
    long y1 = y >> 32;
    long x0 = x & LOW;
    long y0 = y & LOW;
    long middle = x1 * y0 + ((x0 * y0) >>> 32);
    long otherMiddle = x0 * y1 + (middle & LOW);
    return x1 * y1 + (middle >> 32) + (otherMiddle >> 32);
  }

  /** The character of a code point, in place of {@link Character#toString(int)}. */
  public static String toString(int codePoint) {
    return new String(Character.toChars(codePoint));
  }

  /** Whether Unicode calls a character ideographic, as the browser knows. */
  public static boolean isIdeographic(int codePoint) {
    return isIdeographicThere(codePoint);
  }

  @JSBody(
      params = "codePoint",
      script = "return /\\p{Ideographic}/u.test(String.fromCodePoint(codePoint));")
  private static native boolean isIdeographicThere(int codePoint);

  /** A logger that logs nothing: a page has no log. */
  public static Logger getLogger(Class<?> type) {
    return NOPLogger.NOP_LOGGER;
  }
}
