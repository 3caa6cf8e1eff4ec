package dev.makemore.bigram.count.utf8;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Utf8Test {

  /** Where what a byte may mean changes, and a byte on either side. */
  private static final int[] EDGES = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};

  private final CharsetDecoder decoder = UTF_8.newDecoder();

  @Test
  void everyCharacterIsDecoded() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
        .forEach(
            codePoint -> {
              byte[] bytes = Character.toString(codePoint).getBytes(UTF_8);
              assertDecodes(bytes, codePoint, bytes.length);
            });
  }

  /** Any first byte, and after it bytes that are only just allowed, or only just not. */
  @Test
  void whatJavaTakesForMalformedIs() {
    byte[] bytes = new byte[Utf8.MAX_LENGTH];
    for (int first = 0; first < 0x100; first++) {
      for (int others = 0; others < EDGES.length * EDGES.length * EDGES.length; others++) {
        bytes[0] = (byte) first;
        bytes[1] = (byte) EDGES[others % EDGES.length];
        bytes[2] = (byte) EDGES[others / EDGES.length % EDGES.length];
        bytes[3] = (byte) EDGES[others / EDGES.length / EDGES.length];
        assertDecodesAsJavaDoes(bytes);
      }
    }
  }

  private void assertDecodesAsJavaDoes(byte[] bytes) {
    for (int length = 1; length <= bytes.length; length++) {
      CharBuffer text = CharBuffer.allocate(2);
      if (decoder.reset().decode(ByteBuffer.wrap(bytes, 0, length), text, true).isUnderflow()) {
        assertDecodes(bytes, Character.codePointAt(text.flip(), 0), length);
        return;
      }
    }
    if (Utf8.decode(bytes, 0) != Utf8.MALFORMED) {
      throw new AssertionError("malformed, but decoded: " + Arrays.toString(bytes));
    }
  }

  private static void assertDecodes(byte[] bytes, int codePoint, int length) {
    int decoded = Utf8.decode(bytes, 0);
    if (Utf8.codePoint(decoded) != codePoint || Utf8.length(decoded) != length) {
      throw new AssertionError("not %X: %s".formatted(codePoint, Arrays.toString(bytes)));
    }
  }
}
