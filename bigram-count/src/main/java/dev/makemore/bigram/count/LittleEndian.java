package dev.makemore.bigram.count;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Several bytes in a row as one number, the first of them the lowest. */
final class LittleEndian {

  private static final VarHandle TWO = view(char[].class);
  private static final VarHandle EIGHT = view(long[].class);

  private LittleEndian() {}

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Two bytes from {@code i} on. */
  static char two(byte[] bytes, int i) {
    return (char) TWO.get(bytes, i);
  }

  /** Eight bytes from {@code i} on. */
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
