package dev.makemore.bigram.count.utf8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads several bytes as one number; the first byte is the lowest. */
final class LittleEndian {

  private static final VarHandle TWO = view(char[].class);
  private static final VarHandle EIGHT = view(long[].class);

  private LittleEndian() {}

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** The two bytes from {@code i} on, as one number. */
  static char two(byte[] bytes, int i) {
    return (char) TWO.get(bytes, i);
  }

  /** The eight bytes from {@code i} on, as one number. */
  static long eight(byte[] bytes, int i) {
    return (long) EIGHT.get(bytes, i);
  }

  /** The eight bytes of a number. */
  static byte[] bytes(long eight) {
    byte[] bytes = new byte[Long.BYTES];
    EIGHT.set(bytes, 0, eight);
    return bytes;
  }
}
