package dev.makemore.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramModelKindTest {

  /** As specified, line by line: the 3-grams of two items "an" and of one "a". */
  private static final String FILE =
      """
      # makemore model 1
      # kind: ngram
      # module: dev.makemore.ngram
      # characters: an
      # order: 3
      # smoothing: add 0.5
      # ngrams: 8
      context	next	count
      ..	a	3
      .a	.	1
      .a	n	2
      an	.	2
      """;

  @TempDir private Path folder;

  private static LanguageModel read(String text) throws IOException {
    return ModelFile.read(Sealed.file(text), "m");
  }

  private static void assertMalformed(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void aFileIsWrittenAsSpecified() throws IOException {
    Path file = folder.resolve("an.model");
    NgramCounts counts = NgramCounts.of(3, Corpus.of("an", "an", "a"));
    ModelFile.save(NgramModel.fit(counts, Smoothing.addK(0.5)), file);
    assertThat(Files.readString(file)).isEqualTo(Sealed.text(FILE));
    assertThat(ModelFile.isModel(file)).isTrue();
  }

  @Test
  void aFileIsReadAsSpecified() throws IOException {
    NgramModel model = (NgramModel) read(FILE);
    assertThat(model.counts()).isEqualTo(NgramCounts.of(3, Corpus.of("an", "an", "a")));
    assertThat(model.smoothing()).isEqualTo(Smoothing.addK(0.5));
    NgramModel other = (NgramModel) read(FILE.replace("add 0.5", "kneser-ney"));
    assertThat(other.smoothing()).isEqualTo(Smoothing.kneserNey());
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    assertMalformed(FILE.replace("er: 3", "er: 17"), "m:5: the order must be from 1 to 16, was 17");
    assertMalformed(FILE.replace("er: 3", "er: 0"), "m:5: '0' is not a count");
    assertMalformed(FILE.replace("er: 3", "er: 2"), "m:9: a context has 1 tokens here, not 2");
    assertMalformed(
        FILE.replace("add 0.5", "add"),
        "m:6: a smoothing is 'kneser-ney', 'witten-bell', or 'add' and a number, such as 'add 0.5';"
            + " found 'add'");
    assertMalformed(FILE.replace("0.5", "1E308"), "m:6: smoothing 1.0E308 times 3 tokens is too");
    assertMalformed(FILE.replace("0.5", "-1"), "m:6: smoothing must be a finite number >= 0");
    assertMalformed(FILE.replace(": 8", ": 9"), "m:7: the header says '9' n-grams, but the counts");
    assertMalformed(FILE.replace("\t3", "\t0"), "m:9: '0' is not a count");
    assertMalformed(FILE.replace("..\ta", "..\t."), "m:9: the boundary can't follow itself");
    assertMalformed(FILE.replace("..\ta", "..\t"), "m:9: a count needs a next token");
    assertMalformed(FILE.replace("an\t.", "n.\ta"), "m:12: a context can have boundaries at its");
    assertMalformed(FILE.replace("smoothing", "smooth"), "m:8: there is no header '# smoothing");
    assertMalformed(FILE.replace("\tcount", "\tweight"), "m:8: the columns must be named here");
  }

  @Test
  void countsWhoseSumOverflowsAreRefused() {
    String half = Long.toString(Long.MAX_VALUE / 2 + 1);
    assertMalformed(
        FILE.replace("\t3", "\t" + half).replace("n\t2", "n\t" + half),
        "m:11: the sum of the counts up to here is more than 2^63 - 1");
  }
}
