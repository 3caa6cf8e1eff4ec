package dev.makemore.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * The first byte of an input chooses a normalization form, and the size of the pieces in which a
 * long line is normalized; the others are text.
 */
class TextFormFuzzTest {

  @FuzzTest
  void anyTextIsInTheFormThatTheWholeHasAndStaysAsItIs(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String text =
        new String(Arrays.copyOfRange(input, 1, input.length), StandardCharsets.UTF_8); // or U+FFFD
    Normalizer.Form form = Normalizer.Form.values()[input[0] & 3];
    int enough = 1 + Byte.toUnsignedInt(input[0]) / 4;

    assertThat(TextFormProperties.inPieces(text, form, enough))
        .isEqualTo(Normalizer.normalize(StreamSafe.of(text), form) + "\n");
    TextForm lowercase = TextForm.asWritten().lowercase();
    if (text.length() <= 40) {
      assertThat(lowercase.apply(text)).isEqualTo(TextFormProperties.lowerCase(text));
    }
    for (TextForm one : new TextForm[] {lowercase, lowercase.normalized(form)}) {
      String once = one.apply(text);
      assertThat(one.apply(once)).isEqualTo(once);
      assertThat(once.isEmpty()).isEqualTo(text.isEmpty());
    }
  }
}
