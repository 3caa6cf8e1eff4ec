package dev.makemore.model.arpa;

import dev.makemore.model.index.Tuples;
import java.util.Arrays;

/**
 * The n-grams of a section by context, whatever the order of its lines: which contexts of k words
 * there are, and which n-grams of k + 1 words follow each of them.
 *
 * <p>A context is left out if nothing could ever be asked about it: if it has {@code <unk>} or
 * {@code </s>}, or {@code <s>} in another place than the first. The other programs read such
 * n-grams, too, and never use them.
 */
final class ArpaRows {

  private final int length; // of a context
  private final Tuples contexts;
  private final ArpaNgrams ngrams; // one word longer than a context
  private final int[] starts; // by context, the place of its first n-gram
  private final int[] places; // n-grams by context, and by their last word

  private ArpaRows(int length, Tuples contexts, ArpaNgrams ngrams) {
    this.length = length;
    this.contexts = contexts;
    this.ngrams = ngrams;
    int[] owners = new int[ngrams.size()]; // by n-gram, its context, or -1
    for (int number = 0; number < owners.length; number++) {
      int[] words = ngrams.words(number);
      owners[number] = isUsable(length, words) ? contexts.add(words, 0) : -1;
    }
    this.starts = starts(contexts.size(), owners);
    this.places = places(owners);
  }

  /**
   * The rows of contexts with {@code length} words: of those that the n-grams start with, and of
   * those among {@code shorter} that have a backoff that changes something.
   *
   * @param shorter the n-grams that are contexts
   * @param longer the n-grams that follow them, one word longer
   */
  static ArpaRows of(int length, ArpaNgrams shorter, ArpaNgrams longer) {
    Tuples contexts = Tuples.ofLength(length);
    for (int number = 0; number < shorter.size(); number++) {
      int[] words = shorter.words(number);
      if ((length == 1 || shorter.backoff(number) != 1) && isUsable(length, words)) {
        contexts.add(words, 0);
      }
    }
    return new ArpaRows(length, contexts, longer);
  }

  /** Whether the first {@code length} words can be what an item starts with, or a part of it. */
  private static boolean isUsable(int length, int... words) {
    for (int i = 0; i < length; i++) {
      boolean character = words[i] > ArpaWords.END && words[i] < ArpaWords.START;
      if (!character && (i > 0 || words[i] != ArpaWords.START)) {
        return false;
      }
    }
    return true;
  }

  /** How many n-grams the contexts before each one have. */
  private static int[] starts(int contexts, int... owners) {
    int[] starts = new int[contexts + 1];
    for (int owner : owners) {
      if (owner >= 0) {
        starts[owner + 1]++;
      }
    }
    Tuples.addUp(starts);
    return starts;
  }

  private int[] places(int... owners) {
    long[] byWord = new long[starts[starts.length - 1]]; // the last word and the number
    int[] free = starts.clone();
    for (int number = 0; number < owners.length; number++) {
      if (owners[number] >= 0) {
        byWord[free[owners[number]]++] = (long) ngrams.lastWord(number) << 32 | number;
      }
    }
    for (int context = 0; context < starts.length - 1; context++) {
      Arrays.sort(byWord, starts[context], starts[context + 1]);
    }
    return Arrays.stream(byWord).mapToInt(entry -> (int) entry).toArray();
  }

  /** The number of contexts. */
  int size() {
    return contexts.size();
  }

  /** The words of a context. */
  int[] context(int number) {
    int[] context = new int[length];
    Arrays.setAll(context, i -> contexts.element(number, i));
    return context;
  }

  /** The numbers of the n-grams that start with a context, by ascending last word. */
  int[] row(int context) {
    return Arrays.copyOfRange(places, starts[context], starts[context + 1]);
  }

  /** The number of the context {@code words[from], ...}, or -1 if it is not one. */
  int find(int[] words, int from) {
    return contexts.find(words, from);
  }
}
