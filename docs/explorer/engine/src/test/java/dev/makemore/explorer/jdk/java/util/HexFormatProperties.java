package dev.makemore.explorer.jdk.java.util;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HexFormatProperties {

  @Property
  void theDigitsAreThoseOfTheJdk(@ForAll byte[] bytes) {
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(java.util.HexFormat.of().formatHex(bytes));
  }
}
