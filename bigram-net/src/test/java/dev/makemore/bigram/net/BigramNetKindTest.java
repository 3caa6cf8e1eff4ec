package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BigramNetKindTest {

  /** Of the three contexts, b has zeros only. */
  private static final String FILE =
      """
      # makemore model 1
      # kind: net
      # module: dev.makemore.bigram.net
      # characters: ab
      context	next	weight
      .	.	-1.5
      .	a	0
      .	b	2
      a	.	-0.0
      a	a	0
      a	b	0
      """;

  private static final BigramNet NET =
      BigramNet.of(Vocabulary.of("ab"), -1.5, 0, 2, -0.0, 0, 0, 0, 0, 0);

  private static BigramNet read(String text) throws IOException {
    return (BigramNet) ModelFile.read(Sealed.file(text), "m");
  }

  private static void assertMalformed(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aContextOfZerosIsLeftOut() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(NET, out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Sealed.text(FILE));
  }

  @Test
  void aFileIsReadAsSpecified() throws IOException {
    assertThat(read(FILE).weights()).isEqualTo(NET.weights());
  }

  @Test
  void aContextHasAllItsWeightsOrNone() {
    assertMalformed(FILE.replace(".\tb\t2\n", ""), "m:7: a context has all of its 3 weights");
    assertMalformed(FILE.replace("a\t.\t-0.0\n", ""), "m:9: a context has all of its 3 weights");
    assertMalformed(FILE.replace("a\tb\t0\n", ""), "m:10: a context has all of its 3 weights");
    // b takes up where a left off
    assertMalformed(FILE.replace("a\tb\t0\n", "b\tb\t0\n"), "m:10: a context has all of its 3");
  }

  @Test
  void weightsAreFiniteNumbers() {
    assertMalformed(FILE.replace("-1.5", "NaN"), "m:6: 'NaN' is not a finite number");
    assertMalformed(FILE.replace("-1.5", "1E999"), "m:6: '1E999' is not a finite number");
  }

  /** 200,000 characters would mean 4 * 10^10 weights, if a file could have them by claiming so. */
  @Test
  void aSmallFileTakesLittleMemoryWhateverItClaims() throws IOException {
    StringBuilder characters = new StringBuilder();
    for (int codePoint = 0x10000; codePoint < 0x10000 + 200_000; codePoint++) {
      characters.appendCodePoint(codePoint);
    }
    String claims = FILE.replace(": ab", ": " + characters);
    String none = claims.substring(0, claims.indexOf(".\t.\t"));
    assertThat(read(none).vocabulary().size()).isEqualTo(200_001);
    assertThat(read(none).next(7).listed()).isEmpty(); // so that exporting it is quick, too
    assertMalformed(claims, "m:7: 'a' is neither a character");
  }
}
