package dev.makemore.explorer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  /** {@code printf '\nalert(1);\n' | openssl dgst -sha256 -binary | base64}, and so on. */
  private static final String HASH_OF_ALERT = "L+t9q3v5LeakHkwTJJlqwHiLsxVtqG4eOt8NDvhN6eg=";

  private static final String HASH_OF_STYLE = "OrBoaOgHKpM7E5sdbFVzvg4GOwbS7qyojeZwhuKtGDM=";

  private static final String HASH_OF_LINES = "wXZYyUaoJGlGFnU8dC7XtMHujhT9MkEEIRF0GJiO6tM=";

  @Test
  void aPolicyNamesTheHashesOfWhatIsAllowed() {
    Policy policy = new Policy();
    assertThat(policy.script("one", "alert(1);\n"))
        .isEqualTo("<script id=\"one\">\nalert(1);\n</script>\n");
    assertThat(policy.style("body{}\n")).isEqualTo("<style>\nbody{}\n</style>\n");
    assertThat(policy.meta())
        .startsWith("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .contains("; script-src 'sha256-" + HASH_OF_ALERT + "';")
        .contains("; style-src 'sha256-" + HASH_OF_STYLE + "';")
        .doesNotContain("unsafe");
  }

  /** A browser reads line feeds whatever the file has, and computes the hash of what it reads. */
  @Test
  void lineEndsAreThoseThatABrowserReads() {
    Policy policy = new Policy();
    assertThat(policy.script("one", "a\r\nb\rc\n"))
        .isEqualTo("<script id=\"one\">\na\nb\nc\n</script>\n");
    assertThat(policy.meta()).contains(HASH_OF_LINES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'</script>'", "x </SCRIPT", "a</style >", "if (a <!--b)"})
  void textThatWouldEndItsElementIsRefused(String text) {
    assertThatThrownBy(() -> new Policy().script("one", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the text of an element must not contain <");
    assertThatThrownBy(() -> new Policy().style(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Policy.checked(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
