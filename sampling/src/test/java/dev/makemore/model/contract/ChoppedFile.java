package dev.makemore.model.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file, and the sizes of the pieces in which a stream hands them out, as a slow pipe
 * might: for tests that a reader's result depends on the bytes alone.
 */
public final class ChoppedFile {

  private final byte[] bytes;
  private final byte[] sizes;

  private ChoppedFile(byte[] bytes, byte[] sizes) {
    this.bytes = bytes;
    this.sizes = sizes;
  }

  /**
   * A file handed out in pieces of the given sizes, over and over.
   *
   * @param sizes unsigned; 0 is as many bytes as the reader asks for, and so are no sizes at all
   */
  public static ChoppedFile of(byte[] bytes, byte... sizes) {
    return new ChoppedFile(bytes, sizes);
  }

  /**
   * A file, and sizes, from one array, such as a fuzzer changes: the first byte says how many bytes
   * after it are sizes; all that is left is the file.
   */
  public static ChoppedFile ofFuzzed(byte... input) {
    if (input.length == 0) {
      return of(input);
    }
    int start = Math.min(1 + Byte.toUnsignedInt(input[0]), input.length);
    return of(Arrays.copyOfRange(input, start, input.length), Arrays.copyOfRange(input, 1, start));
  }

  /** All of the file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** A stream of the file, from its start. */
  public InputStream open() {
    InputStream whole = new ByteArrayInputStream(bytes);
    return new InputStream() {
      private int pieces;

      @Override
      public int read() throws IOException {
        return whole.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int size = sizes.length == 0 ? 0 : Byte.toUnsignedInt(sizes[pieces++ % sizes.length]);
        return whole.read(target, offset, size == 0 ? length : Math.min(size, length));
      }
    };
  }

  @Override
  public String toString() {
    return Arrays.toString(bytes) + " in pieces of " + Arrays.toString(sizes);
  }
}
