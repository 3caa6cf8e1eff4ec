package dev.makemore.cli.infinity;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the texts that were scored cost infinitely much, and the first few of these.
 *
 * <p>Not safe for use by several threads. Each thread counts its own texts; then the counts are
 * added in the order of the texts, so that the sum does not depend on the threads.
 */
public final class InfiniteTexts {

  /** Enough to find the reasons. */
  private static final int KEPT = 100;

  /** As soon as the kept texts have this many characters, no more are kept. */
  private static final long MOST_CHARACTERS = 1_000_000;

  private final List<String> first = new ArrayList<>();
  private long texts;
  private long infinite;
  private long characters; // of the first texts

  /** Counts one text. */
  public void add(String text, boolean isInfinite) {
    texts++;
    if (isInfinite) {
      infinite++;
      keep(text);
    }
  }

  /** Counts the texts that {@code later} has counted. */
  public void add(InfiniteTexts later) {
    texts += later.texts;
    infinite += later.infinite;
    later.first.forEach(this::keep);
  }

  private void keep(String text) {
    if (first.size() < KEPT && characters < MOST_CHARACTERS) {
      first.add(text);
      characters += text.length();
    }
  }

  /** How many there are. */
  long count() {
    return infinite;
  }

  /** Of how many texts. */
  long texts() {
    return texts;
  }

  /** The first texts of infinite cost, as they were written. */
  List<Piece> pieces() {
    return first.stream().map(Piece::text).toList();
  }
}
