package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModelKind;
import dev.makemore.model.contract.Sealed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows whose contexts have several tokens. */
class NgramRowsTest {

  private static final String HEADER =
      """
      # makemore model 1
      # kind: backoff
      # module: dev.makemore.sampling
      # characters: ab
      context\tnext\tprobability
      """; // 5 lines

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();

  private ModelWriter writer(String characters) {
    return ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of(characters));
  }

  private static ModelReader reader(String rows) throws IOException {
    return ModelReader.begin(Sealed.file(HEADER + rows), "m");
  }

  private static void assertMalformed(String rows, long line, String problem) throws IOException {
    ModelReader reader = reader(rows);
    assertThatThrownBy(() -> reader.ngrams("probability", (c, n, v) -> {}))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith("m:" + line + ": ")
        .hasMessageContaining(problem);
  }

  @Test
  void theRowsOfOneContextHaveTheSameArrayAndNoOthers() throws IOException {
    List<int[]> contexts = new ArrayList<>();
    reader("ab\ta\t1\nab\tb\t1\nba\t.\t1\n")
        .ngrams("probability", (context, next, value) -> contexts.add(context));
    assertThat(contexts).containsExactly(new int[] {1, 2}, new int[] {1, 2}, new int[] {2, 1});
    assertThat(contexts.get(1)).isSameAs(contexts.get(0));
  }

  @Test
  void shorterContextsComeFirst() throws IOException {
    String problem = "ordered by the length of the context, then by context and then by next";
    assertMalformed(".a\ta\t1\nb\ta\t1\n", 7, problem);
    assertMalformed("ab\ta\t1\naa\tb\t1\n", 7, problem);
    assertMalformed("ab\ta\t1\nab\ta\t1\n", 7, "each n-gram comes once");
    assertMalformed("ab\ta\t1\nab\t\t1\n", 7, problem);
    assertMalformed("a\ta\t1\n\ta\t1\n", 7, problem);
  }

  @Test
  void theWriterKeepsTheSameOrder() {
    ModelWriter out = writer("ab");
    out.columns("probability");
    out.row(new int[] {1, 2}, 1, 1);
    int[][] before = {{}, {2}, {1, 1}, {0, 2}, {1, 2}};
    for (int[] context : before) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> out.row(context, 1, 1))
          .withMessageStartingWith("rows are ordered by the length of the context, then by")
          .withMessageEndingWith("\ta\t1");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> out.row(2, 1, 1))
        .withMessageStartingWith("rows are ordered by context and then by next");
    out.row(new int[] {1, 2}, 2, 1);
    out.row(new int[] {2, 0}, ModelWriter.ANY, 1);
  }

  @Test
  void aContextIsOfTheVocabularyAndNotTooLong() throws IOException {
    assertMalformed("ac\ta\t1\n", 6, "'ac' has something that is neither a character");
    assertMalformed("a\\u{63}\ta\t1\n", 6, "'a\\u{63}' has something");
    assertMalformed("a\\u{6\ta\t1\n", 6, "'a\\u{6' has something");
    assertMalformed("a\\b}\ta\t1\n", 6, "has something");
    assertMalformed("a\tab\t1\n", 6, "'ab' is neither a character");
    ModelWriter out = writer("ab");
    out.columns("probability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> out.row(new int[] {1, 3}, 1, 1))
        .withMessage("token must be from 0 to 2, was 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> out.row(new int[1_001], 1, 1))
        .withMessage("a context has at most 1000 tokens, not 1001");
  }

  /** An escape of a character of four bytes takes 11 bytes, so 1,000 of them fit into a line. */
  @Test
  void theLongestContextCanBeReadBack() throws IOException {
    ModelWriter out = writer("\uDB40\uDC01");
    out.columns("value");
    int[] longest = new int[1_000];
    Arrays.fill(longest, 1);
    out.row(longest, 0, 1);
    out.end();
    ModelReader in = ModelReader.begin(new ByteArrayInputStream(file.toByteArray()), "m");
    in.ngrams("value", (context, next, value) -> assertThat(context).isEqualTo(longest));
  }

  @Test
  void whatIsToHaveOneTokenAtMostIsReadAsBefore() throws IOException {
    ModelReader in = reader("ab\ta\t1\n");
    assertThatThrownBy(() -> in.rowsWithAny("probability", (c, n, v) -> {}))
        .hasMessageStartingWith("m:6: 'ab' is neither a character in the header");
  }
}
