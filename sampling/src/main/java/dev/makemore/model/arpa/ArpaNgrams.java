package dev.makemore.model.arpa;

import dev.makemore.model.index.Tuples;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The n-grams of one section of an ARPA file, in flat arrays: each has a number, at which its
 * probability, its backoff and its line stand. Words are those of {@link ArpaWords}.
 */
final class ArpaNgrams {

  private final int length;
  private final Tuples words;
  private double[] probabilities = new double[8];
  private double[] backoffs = new double[8];
  private long[] lines = new long[8];

  /** No n-grams yet, which will all have {@code length} words. */
  ArpaNgrams(int length) {
    this.length = length;
    this.words = Tuples.ofLength(length);
  }

  /** Adds an n-gram; returns the line on which it was before, or 0 if it is new. */
  long add(int[] ngram, double probability, double backoff, long line) {
    int number = words.find(ngram, 0);
    if (number >= 0) {
      return lines[number];
    }
    number = words.add(ngram, 0);
    if (number == lines.length) {
      int room = Math.addExact(number, number / 2 + 8);
      probabilities = Arrays.copyOf(probabilities, room);
      backoffs = Arrays.copyOf(backoffs, room);
      lines = Arrays.copyOf(lines, room);
    }
    probabilities[number] = probability;
    backoffs[number] = backoff;
    lines[number] = line;
    return 0;
  }

  /** The number of n-grams. */
  int size() {
    return words.size();
  }

  /** The number of an n-gram, or -1 if it is not listed. */
  int find(int... ngram) {
    return words.find(ngram, 0);
  }

  /** The words of n-gram {@code number}. */
  int[] words(int number) {
    return IntStream.range(0, length).map(i -> words.element(number, i)).toArray();
  }

  /** The last word of n-gram {@code number}. */
  int lastWord(int number) {
    return words.element(number, length - 1);
  }

  double probability(int number) {
    return probabilities[number];
  }

  double backoff(int number) {
    return backoffs[number];
  }

  long line(int number) {
    return lines[number];
  }

  /** Words as the file has them, with spaces between them. */
  static String text(int... words) {
    return IntStream.of(words).mapToObj(ArpaWords::text).collect(Collectors.joining(" "));
  }
}
