package dev.makemore.model.contract;

import dev.makemore.model.Corpus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random corpora, for tests of what learns from them. */
public final class Corpora {

  private Corpora() {}

  /**
   * Up to 20 items of up to 8 characters, over at most 8 tokens: among the characters are the full
   * stop, and one of two and one of four bytes.
   */
  public static Arbitrary<Corpus> small() {
    return Arbitraries.of("a", "b", "c", "d", ".", "\u00E9", "\uD83D\uDE00")
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(characters -> String.join("", characters))
        .list()
        .ofMaxSize(20)
        .map(Corpus::of);
  }

  /** The same, with at least one item. */
  public static Arbitrary<Corpus> smallNotEmpty() {
    return small().filter(corpus -> corpus.items() > 0);
  }
}
