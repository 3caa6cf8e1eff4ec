package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExploreCommandProperties {

  /** Lists with line ends, byte order marks and letters in any order. */
  @Provide
  Arbitrary<String> lists() {
    return Arbitraries.of("\r", "\n", "\r\n", "\uFEFF", "a", "\u00e9", "<", "\"", "\uD83D\uDE00")
        .list()
        .ofMaxSize(10)
        .map(pieces -> String.join("", pieces));
  }

  private static Corpus corpus(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return Corpus.read(TextSource.stream(new ByteArrayInputStream(utf8), "a list"));
  }

  @Property(tries = 300)
  void thePageReadsTheItemsThatTheCommandReads(@ForAll("lists") String list) throws IOException {
    Corpus expected = corpus(list);
    Assume.that(expected.items() > 0);
    Run run = Run.withInput(list, "explore", "-i", "-", "-o", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(corpus(GivenText.of(run.out()).get("text")).list()).isEqualTo(expected.list());
  }
}
