package dev.makemore.explorer.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

  @Test
  void theLocaleChangesNothing() {
    assertThat(Formats.format(Locale.GERMANY, "%,d %.2f", 1234567, -0.001))
        .isEqualTo("1,234,567 -0.00");
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertThatThrownBy(() -> Formats.format(Locale.ROOT, "%e", 1.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no conversion %e");
    assertThatThrownBy(() -> Formats.format(Locale.ROOT, "%-5s", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
