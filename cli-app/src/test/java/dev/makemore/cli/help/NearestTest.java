package dev.makemore.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  /** The first is Damerau's kind of edit, the others are Levenshtein's. */
  @ParameterizedTest
  @CsvSource({
    "nte, net, 1",
    "treshold, threshold, 1",
    "outtput, output, 1",
    "oatput, output, 1",
    "kitten, sitting, 3",
    "count, color, 3",
    "ca, abc, 3", // with a part edited twice it would be 2
    "a, a, 0",
    "NET, net, 0",
    "'', net, 3",
  })
  void theDistanceIsTheNumberOfEdits(String from, String to, int edits) {
    assertThat(Nearest.distance(from, to)).isEqualTo(edits);
    assertThat(Nearest.distance(to, from)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({
    "--treshold, --threshold",
    "--tempratur, --temperature",
    "--temp, --temperature",
    "--Threshold, --threshold",
    "--output, --ouput", // one edit in six letters
  })
  void aWordThatIsNearIsMeant(String typed, String meant) {
    List<String> words = List.of("--threads", "--threshold", "--temperature", "--top-k", "--ouput");
    assertThat(Nearest.to(typed, words)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"--count", "--a", "--x", "--", "''", "--to", "--top", "--thre"})
  void nothingIsMeantWhereNothingIsNearOrTwoAre(String typed) {
    List<String> words = List.of("--color", "--threads", "--threshold", "--top-k", "--top-p");
    assertThat(Nearest.to(typed, words)).isEmpty();
  }

  @Test
  void ofWordsThatBeginAlikeTheShortestIsMeantIfTheOthersBeginWithIt() {
    List<String> commands = List.of("generate-completion", "generate", "evaluate");
    assertThat(Nearest.to("gen", commands)).contains("generate");
    assertThat(Nearest.to("generat", commands)).contains("generate");
  }
}
