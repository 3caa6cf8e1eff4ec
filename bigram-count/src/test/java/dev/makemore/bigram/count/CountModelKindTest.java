package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.contract.TableModel;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.MissingModelKindException;
import dev.makemore.model.io.ModelFile;
import dev.makemore.sampling.Temperature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountModelKindTest {

  private static final String HEAD =
      """
      # makemore model 1
      # kind: count
      # module: dev.makemore.bigram.count
      # characters: an
      """;

  /** As specified, line by line: the pairs .a an n. of two items "an" and of one "a". */
  private static final String FILE =
      HEAD
          + """
          # smoothing: 0.5
          # bigrams: 8
          context	next	count
          .	a	3
          a	.	1
          a	n	2
          n	.	2
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
    ModelFile.save(CountModel.fit(Corpus.of("an", "an", "a"), 0.5), file);
    assertThat(Files.readString(file)).isEqualTo(Sealed.text(FILE));
    assertThat(ModelFile.isModel(file)).isTrue();
  }

  @Test
  void aFileIsReadAsSpecified() throws IOException {
    CountModel model = (CountModel) read(FILE);
    assertThat(model.counts()).isEqualTo(BigramCounts.of(Corpus.of("an", "an", "a")));
    assertThat(model.smoothing()).isEqualTo(0.5);
  }

  @Test
  void whatIsWrongIsToldWithItsLine() {
    assertMalformed(FILE.replace("0.5", "NaN"), "m:5: 'NaN' is not a finite number");
    assertMalformed(FILE.replace("0.5", "-1"), "m:5: smoothing must be a finite number >= 0");
    assertMalformed(FILE.replace("0.5", "1E308"), "m:5: smoothing 1.0E308 times 3 tokens is too");
    assertMalformed(FILE.replace(": 8", ": 9"), "m:6: the header says '9' bigrams, but the counts");
    String long9 = "9".repeat(60_000);
    assertMalformed(
        FILE.replace(": 8", ": " + long9), "m:6: the header says '" + "9".repeat(40) + "...' bigr");
    assertMalformed(FILE.replace("\t3", "\t0"), "m:8: '0' is not a count");
    assertMalformed(FILE.replace(".\ta\t3", ".\t.\t3"), "m:8: the boundary can't follow itself");
    assertMalformed(FILE.replace("smoothing", "smooth"), "m:7: there is no header '# smoothing");
    assertMalformed(FILE.replace("\tcount", "\tweight"), "m:7: the columns must be named here");
  }

  @Test
  void countsWhoseSumOverflowsAreRefused() {
    String half = Long.toString(Long.MAX_VALUE / 2 + 1);
    assertMalformed(
        FILE.replace("\t3", "\t" + half).replace("a\t.\t1", "a\t.\t" + half),
        "m:9: the sum of the counts up to here is more than 2^63 - 1");
  }

  @Test
  void aKindWhoseModuleIsAbsentNamesThatModule() {
    String net =
        """
        # makemore model 1
        # kind: net
        # module: dev.makemore.bigram.net
        # characters:\s
        context	next	weight
        .	.	1
        """;
    assertThatThrownBy(() -> read(net))
        .isInstanceOf(MissingModelKindException.class)
        .hasMessageStartingWith(
            "m: holds a model of kind 'net', which module dev.makemore.bigram.net reads")
        .extracting(e -> ((MissingModelKindException) e).module())
        .isEqualTo("dev.makemore.bigram.net");
  }

  @Test
  void aModelWithoutAKindOfFileIsNotSaved() {
    LanguageModel hot = Temperature.of(TableModel.bigram("", new double[] {1}), 2);
    assertThatThrownBy(() -> ModelFile.save(hot, folder.resolve("hot.model")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no kind of file for");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "# makemore model", "#"})
  void whatDoesNotStartLikeAModelIsNone(String text) throws IOException {
    assertThat(ModelFile.isModel(Files.writeString(folder.resolve("file"), text))).isFalse();
  }
}
