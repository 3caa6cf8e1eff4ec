package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.contract.Visits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Count models as ARPA files. */
class CountModelArpaTest {

  private static String written(CountModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Arpa.write(model, model::unseen, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void addOneListsWhatWasSeenAndBacksOffToEqualUnigrams() throws IOException {
    // Of three tokens: after the start a twice and b never, (0, 2, 0) + 1 of 5; after a itself
    // once, b once, the end once, (1, 1, 1) + 1 of 6; after b the end, (1, 0, 0) + 1 of 4.
    // The backoffs are 3/5, 3/6 and 3/4, the logarithms of which are -0.22..., -0.30... and
    // -0.12...
    assertThat(written(CountModel.fit(Corpus.of("aa", "ab"), 1)))
        .isEqualTo(
            """

            \\data\\
            ngram 1=5
            ngram 2=5

            \\1-grams:
            -99\t<unk>\t0
            -99\t<s>\t-0.22184874961635628
            -0.4771212547196625\t</s>
            -0.4771212547196625\ta\t-0.3010299956639812
            -0.4771212547196625\tb\t-0.12493873660829993

            \\2-grams:
            -0.22184874961635637\t<s> a
            -0.4771212547196625\ta </s>
            -0.4771212547196625\ta a
            -0.4771212547196625\ta b
            -0.3010299956639812\tb </s>

            \\end\\
            """);
  }

  @Test
  void aContextThatNothingFollowsBacksOffWithoutLoss() throws IOException {
    Visits onlyAfterA = Visits.over("ab").visit(1, 2, 1);
    assertThat(written(CountModel.fit(onlyAfterA)))
        .contains("-99\t<s>\t0\n", "\ta\t-99\n", "\tb\t0\n", "ngram 2=1\n");
  }

  @Test
  void aHugeSmoothingBacksOffWithoutGain() throws IOException {
    String arpa = written(CountModel.fit(Corpus.of("ab", "cde", "a"), 1e20));
    assertThat(arpa).contains("-99\t<s>\t0\n").doesNotContain("E-");
  }
}
