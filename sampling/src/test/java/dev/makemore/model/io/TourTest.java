package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModelKind;
import dev.makemore.model.contract.Sealed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The code that the Javadoc shows, run. */
class TourTest {

  private static final String HEADER =
      """
      # makemore model 1
      # kind: backoff
      # module: dev.makemore.sampling
      # characters: ab
      context\tnext\tprobability
      """; // 5 lines

  @Test
  void aContextIsItsTokensOneAfterTheOther() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelWriter out = ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of("ab"));
    // @start region="write"
    out.columns("probability");
    out.row(new int[0], 1, 0.5); // the row is a tab, 'a', a tab and 0.5: after any context
    out.row(
        new int[] {1}, ModelWriter.ANY, 0.8); // 'a', two tabs and 0.8: after a, whatever is next
    out.row(new int[] {0, 1}, 2, 0.1); // '.a', a tab, 'b', a tab and 0.1: after an a that starts
    // @end
    out.row(new int[] {1, 1, 2}, 0, 7); // a whole number
    out.end();
    assertThat(file.toString(StandardCharsets.UTF_8))
        .isEqualTo(Sealed.text(HEADER + "\ta\t0.5\na\t\t0.8\n.a\tb\t0.1\naab\t.\t7\n"));
  }

  @Test
  void aLayerIsItsWeightsAndItsBias() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelWriter out = ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of("ab"));
    // @start region="parameters"
    out.parameters();
    out.parameter("weights", 0.5, -2); // the rows 'weights', 0 and 0.5; 'weights', 1 and -2
    out.parameter("bias", 0.1);
    // @end
    out.end();
    String header = HEADER.replace("context\tnext\tprobability", "parameter\tindex\tvalue");
    assertThat(file.toString(StandardCharsets.UTF_8))
        .isEqualTo(Sealed.text(header + "weights\t0\t0.5\nweights\t1\t-2\nbias\t0\t0.1\n"));
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    String text = "\t\t1\n\ta\t0.5\na\t\t0.8\n.a\t\t2\n.a\tb\t0.1\naab\t.\t7\n";
    ModelReader in = ModelReader.begin(Sealed.file(HEADER + text), "m");
    List<String> rows = new ArrayList<>();
    // @start region="read"
    in.ngrams(
        "probability",
        (context, next, value) -> {
          String after = in.vocabulary().decode(context);
          String token = next == ModelWriter.ANY ? "any" : in.vocabulary().text(next);
          rows.add(token + " after '" + after + "': " + value.asNumber());
        });
    // @end
    assertThat(rows)
        .containsExactly(
            "any after '': 1.0",
            "a after '': 0.5",
            "any after 'a': 0.8",
            "any after '.a': 2.0",
            "b after '.a': 0.1",
            ". after 'aab': 7.0");
  }
}
