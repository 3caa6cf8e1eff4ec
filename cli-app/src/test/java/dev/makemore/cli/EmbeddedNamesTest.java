package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.cli.input.Input;
import dev.makemore.model.Corpus;
import dev.makemore.model.Divergence;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The facts of the embedded names, as they were computed independently, in another language. */
class EmbeddedNamesTest {

  private final Corpus names = Input.embedded().corpus();
  private final BigramCounts counts = Input.embedded().counts(1);

  @Test
  void theFileIsTheOneThatItsReadmeDescribes() throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try (InputStream in = Main.class.getResourceAsStream("names.txt")) {
      sha256.update(in.readAllBytes());
    }
    String sum = HexFormat.of().formatHex(sha256.digest());
    assertThat(sum).isEqualTo("0b5e6f72a24a93bcc0849cc3d53b50525755de5b39c68723b668cf1b0b2d285c");
    try (InputStream in = Main.class.getResourceAsStream("names.README.md")) {
      assertThat(new String(in.readAllBytes(), "UTF-8")).contains(sum).contains("CC0-1.0");
    }
  }

  @Test
  void thereAre30294DistinctNames() {
    assertThat(names.list()).hasSize(30_294).doesNotHaveDuplicates();
    assertThat(names.emptyLines()).isZero();
  }

  @Test
  void theyHave218093BigramsOf27Tokens() {
    assertThat(counts.total()).isEqualTo(218_093);
    assertThat(counts.vocabulary().size()).isEqualTo(27);
  }

  @Test
  void theTableHas621CellsThatAreNotZeroAnd108ThatAre() {
    assertThat(counts.distinctPairs()).isEqualTo(621);
    assertThat(counts.zeroCells()).isEqualTo(108);
  }

  @Test
  void theSixMostFrequentBigramsAreKnown() {
    assertThat(counts.mostFrequent(6))
        .extracting(
            pair -> counts.vocabulary().decode(pair.context(), pair.next()) + " " + pair.count())
        .containsExactly("a. 6778", "n. 6201", "an 5193", ".a 4284", "e. 3742", "el 3179");
  }

  @Test
  void theAverageNllIsKnownTo12Decimals() {
    assertThat(nll(0)).isEqualTo(2.450359093657, within(5e-13));
    assertThat(nll(1)).isEqualTo(2.450963519850, within(5e-13));
  }

  /** The default training: within 0.0005 nats, and 0.005 in each cell of a frequent context. */
  @Test
  void theNetArrivesAtTheCountedTable() {
    LanguageModel counted = CountModel.fit(counts);
    LanguageModel trained = BigramTrainer.create().train(counts).net();
    assertThat(Evaluation.of(trained, counts).averageNll()).isBetween(2.450359, 2.450359 + 0.0005);
    List<Divergence> rows = Divergence.perContext(counted, trained);
    List<Divergence> frequent =
        IntStream.range(0, rows.size())
            .filter(context -> counts.rowTotal(context) >= 1_000)
            .mapToObj(rows::get)
            .toList();
    assertThat(frequent)
        .hasSizeGreaterThan(20)
        .allSatisfy(row -> assertThat(row.largestDifference()).isLessThan(0.005));
  }

  private double nll(double smoothing) {
    return Evaluation.of(CountModel.fit(counts, smoothing), counts).averageNll();
  }
}
