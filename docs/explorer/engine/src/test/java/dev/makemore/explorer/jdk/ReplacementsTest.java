package dev.makemore.explorer.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplacementsTest {

  @Test
  void everyCodePointIsTheStringOfTheJdk() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (!Replacements.toString(codePoint).equals(Character.toString(codePoint))) {
        assertThat(Replacements.toString(codePoint)).isEqualTo(Character.toString(codePoint));
      }
    }
    assertThatThrownBy(() -> Replacements.toString(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLoggerLogsNothing() {
    assertThat(Replacements.getLogger(ReplacementsTest.class).isErrorEnabled()).isFalse();
  }
}
