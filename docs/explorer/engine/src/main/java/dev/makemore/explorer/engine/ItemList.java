package dev.makemore.explorer.engine;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.Scorer;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/** A list that was read. */
public final class ItemList {

  private final Corpus corpus;

  private ItemList(Corpus corpus) {
    this.corpus = corpus;
  }

  static ItemList read(byte... utf8) throws IOException {
    TextSource source = TextSource.stream(new ByteArrayInputStream(utf8), "the list");
    Corpus corpus = Corpus.read(source);
    if (corpus.items() == 0) {
      throw new IllegalArgumentException(
          "the list has no items; write one name on each line, or choose another list");
    }
    return new ItemList(corpus);
  }

  /** The number of items. */
  @JSExport
  public double items() {
    return corpus.items();
  }

  /** The number of empty lines, which are not items. */
  @JSExport
  public double emptyLines() {
    return corpus.emptyLines();
  }

  /** How often each pair of tokens occurs. */
  @JSExport
  public PairCounts counts() {
    return PairCounts.of(BigramCounts.of(corpus));
  }

  /**
   * What the items cost under the counted model: the average negative log likelihood of each item
   * in nats, in the order of the list.
   *
   * @param smoothing the k of add-k smoothing
   */
  @JSExport
  @JSByRef
  public double[] costs(double smoothing) {
    Scorer scorer = Scorer.of(CountModel.fit(BigramCounts.of(corpus), smoothing));
    return corpus.list().stream().mapToDouble(item -> scorer.score(item).averageNll()).toArray();
  }
}
