package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel.ListedGram;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffModelKindTest {

  private static final String HEADER =
      """
      # makemore model 1
      # kind: backoff
      # module: dev.makemore.sampling
      # characters: a
      context\tnext\tprobability
      """; // 5 lines

  private static InputStream file(String... rows) {
    return Sealed.file(HEADER + String.join("\n", rows) + (rows.length == 0 ? "" : "\n"));
  }

  private static void assertMalformed(InputStream file, long line, String problem) {
    assertThatThrownBy(() -> ModelFile.read(file, "m"))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith("m:" + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void unigramsComeFirstAndThenEachContext() throws IOException {
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("a"), 2, 0.25, 0.75)
            .row(new int[] {0}, 2, new int[] {1}, new double[] {0.5})
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(model, bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith(HEADER + "\t.\t0.25\n\ta\t0.75\n.\t\t2\n.\ta\t0.5\na\t\t1\n# sha256: ");
  }

  @Test
  void aFileIsReadAsTheModelThatItSays() throws IOException {
    InputStream file = file("\t.\t0.25", "\ta\t0.75", ".\t\t2", ".\ta\t0.5", "a\t\t1");
    BackoffModel model = (BackoffModel) ModelFile.read(file, "m");
    assertThat(model.unigram(1)).isEqualTo(0.75);
    assertThat(model.backoff(0)).isEqualTo(2);
    assertThat(model.row(0)).containsExactly(new ListedGram(1, 0.5));
    assertThat(model.next(0).probability(0)).isEqualTo(0.5);
  }

  @Test
  void everyTokenHasAUnigram() {
    assertMalformed(file("\t.\t1", ".\t\t1"), 6, "2 tokens need as many unigrams, not 1");
    assertMalformed(file("\ta\t1"), 6, "no unigram for a token before");
    assertMalformed(file("\t\t1"), 6, "no unigram for a token before");
    assertMalformed(file(".\t\t1", "a\t\t1"), 4, "2 tokens need as many unigrams, not 0");
    assertMalformed(file(), 4, "2 tokens need as many unigrams, not 0");
  }

  @Test
  void unigramsSumToOne() {
    assertMalformed(file("\t.\t0.25", "\ta\t0.5", ".\t\t1", "a\t\t1"), 7, "sum is 0.75");
  }

  @Test
  void everyContextHasABackoff() {
    assertMalformed(file("\t.\t0.5", "\ta\t0.5"), 7, "no backoff for a context after this");
    assertMalformed(file("\t.\t0.5", "\ta\t0.5", ".\t\t1"), 8, "no backoff for a context after");
    assertMalformed(file("\t.\t0.5", "\ta\t0.5", "a\t\t1"), 8, "no backoff for a context before");
    assertMalformed(file("\t.\t0.5", "\ta\t0.5", ".\ta\t1"), 8, "this context has no backoff");
    assertMalformed(
        file("\t.\t0.5", "\ta\t0.5", ".\t\t1", "a\ta\t1"), 9, "this context has no backoff");
  }

  @Test
  void everyRowSumsToOne() {
    assertMalformed(
        file("\t.\t0.5", "\ta\t0.5", ".\t\t1", ".\ta\t0.25", "a\t\t1"), 9, "after '.' must sum");
    assertMalformed(file("\t.\t0.5", "\ta\t0.5", ".\t\t1", "a\t\t0.5"), 9, "after 'a' must sum");
    assertMalformed(file("\t.\t0.5", "\ta\t0.5", ".\t\t-1", "a\t\t1"), 8, "backoff of '.'");
  }

  @Test
  void aRowMayBeLong() throws IOException {
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      characters.appendCodePoint(0x4E00 + i);
    }
    Vocabulary vocabulary = Vocabulary.of(characters.toString());
    double[] unigrams = new double[101];
    unigrams[0] = 1;
    int[] tokens = IntStream.range(0, 101).toArray();
    double[] probabilities = new double[101];
    Arrays.fill(probabilities, 1.0 / 101);
    BackoffModel model =
        BackoffModel.builder(vocabulary, 2, unigrams)
            .row(new int[] {7}, 0, tokens, probabilities)
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(model, bytes);
    BackoffModel loaded =
        (BackoffModel) ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()), "m");
    assertThat(loaded.row(7)).isEqualTo(model.row(7));
    assertThat(loaded.row(8)).isEmpty();
  }

  /** Five lines and the order, in which the rows of several tokens follow those of one. */
  private static InputStream ofOrder(String order, String... rows) {
    String header = HEADER.replace("context\t", "# order: " + order + "\ncontext\t");
    return Sealed.file(header + "\t.\t0.5\n\ta\t0.5\n" + String.join("\n", rows) + "\n");
  }

  @Test
  void aModelOfAnotherOrderThanTwoIsWrittenWithItsOrderAndItsContexts() throws IOException {
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("a"), 4, 0.25, 0.75)
            .row(new int[] {1}, 2, new int[] {1}, new double[] {0.5})
            .row(new int[] {1, 1}, 0, new int[] {0, 1}, new double[] {0.25, 0.75})
            .row(new int[] {0, 1}, 1, new int[0], new double[0])
            .row(new int[] {0, 1, 1}, 0.25, new int[] {1}, new double[] {0.9375})
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(model, bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith(
            HEADER.replace("context\t", "# order: 4\ncontext\t")
                + "\t.\t0.25\n\ta\t0.75\na\t\t2\na\ta\t0.5\n.a\t\t1\n"
                + "aa\t\t0\naa\t.\t0.25\naa\ta\t0.75\n.aa\t\t0.25\n.aa\ta\t0.9375\n# sha256: ");
  }

  @Test
  void aUnigramModelIsItsUnigrams() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(BackoffModel.builder(Vocabulary.of("a"), 1, 0.25, 0.75).build(), bytes);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("# order: 1\n", "probability\n\t.\t0.25\n\ta\t0.75\n# sha256: ");
  }

  @Test
  void aFileOfAnyOrderIsReadAsTheModelThatItSays() throws IOException {
    InputStream file = ofOrder("3", "a\t\t1", ".a\t\t0.5", ".a\ta\t0.75");
    BackoffModel model = (BackoffModel) ModelFile.read(file, "m");
    assertThat(model.order()).isEqualTo(3);
    assertThat(model.row(0, 1)).containsExactly(new ListedGram(1, 0.75));
    assertThat(model.next(1).probability(0)).isEqualTo(0.25);
    assertThat(model.next(1, 1).probability(0)).isEqualTo(0.5);
    BackoffModel bigrams = (BackoffModel) ModelFile.read(ofOrder("2", ".\t\t1", "a\t\t1"), "m");
    assertThat(bigrams.order()).isEqualTo(2);
  }

  @Test
  void anOrderIsOneThatIsKnownHere() {
    assertMalformed(ofOrder("17"), 5, "the order is 17, and the largest here is 16");
    assertMalformed(ofOrder("9223372036854775807"), 5, "the order is 9223372036854775807");
    assertMalformed(ofOrder("0"), 5, "'0' is not a count");
    assertMalformed(ofOrder("x"), 5, "'x' is not a count");
  }

  @Test
  void theContextsOfAFileAreChecked() {
    assertMalformed(ofOrder("3", "aa\ta\t1"), 9, "this context has no backoff");
    assertMalformed(ofOrder("3", "aa\t\t1", "aa\ta\t0.75"), 10, "after 'aa' must sum to 1");
    assertMalformed(ofOrder("3", "a.\t\t1"), 9, "only the first token of a context");
    assertMalformed(ofOrder("3", "aaa\t\t1"), 9, "order 3 has at most 2 tokens, was 'aaa'");
    assertMalformed(ofOrder("3", "aa\t\t1", "a\t\t1"), 10, "rows are ordered by the length");
    assertMalformed(ofOrder("1", "a\t\t1"), 9, "order 1 has at most 0 tokens, was 'a'");
    assertMalformed(ofOrder("2", ".\t\t1"), 9, "no backoff for a context after this one");
    assertMalformed(
        file("\t.\t0.5", "\ta\t0.5", ".\t\t1", "a\t\t1", "aa\t\t1"),
        10,
        "a context of a model of order 2 has at most 1 token, was 'aa'");
  }
}
