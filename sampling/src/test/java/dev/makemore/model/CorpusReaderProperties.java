package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CorpusReaderProperties {

  /** Hands out its bytes in pieces of 1 to 4, as a slow pipe might. */
  private static final class Dribbling extends InputStream {
    private final InputStream bytes;
    private final Random random;

    Dribbling(byte[] bytes, long seed) {
      this.bytes = new ByteArrayInputStream(bytes);
      this.random = new Random(seed);
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return bytes.read(target, offset, Math.min(length, 1 + random.nextInt(4)));
    }
  }

  @Provide
  Arbitrary<List<String>> items() {
    return Arbitraries.strings()
        .withChars("ab \t\r\u00E9\u20AC\uFEFF")
        .ofMaxLength(5)
        .map(item -> item.replace("\uFEFF", "\uD83D\uDE00"))
        .filter(item -> !item.endsWith("\r"))
        .list()
        .ofMaxSize(20);
  }

  @Property
  void whatWasWrittenIsRead(
      @ForAll("items") List<String> items, @ForAll boolean carriageReturns, @ForAll long seed)
      throws IOException {
    String text =
        String.join("", items.stream().map(i -> i + (carriageReturns ? "\r\n" : "\n")).toList());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Corpus corpus = Corpus.read(new Dribbling(bytes, seed), "random");
    assertThat(corpus.list()).isEqualTo(items.stream().filter(i -> !i.isEmpty()).toList());
    assertThat(corpus.emptyLines()).isEqualTo(items.stream().filter(String::isEmpty).count());
  }

  @Property
  void anyBytesAreReadOrRefusedAsTheDecoderOfTheJdkDoes(@ForAll byte[] bytes, @ForAll long seed) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    boolean valid = java.util.Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), bytes);
    boolean accepted;
    try {
      Corpus.read(new Dribbling(bytes, seed), "random");
      accepted = true;
    } catch (MalformedCorpusException e) {
      accepted = false;
      String before = new String(bytes, 0, (int) e.offset(), StandardCharsets.UTF_8);
      assertThat(before).doesNotContain("\uFFFD");
      assertThat(e.line()).isEqualTo(1 + before.chars().filter(c -> c == '\n').count());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(accepted).isEqualTo(valid);
  }
}
