package dev.makemore.model;

import dev.makemore.model.draw.Draws;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Items to learn from or to score, held in memory: names, words, lines of any text.
 *
 * <p>Items keep their order, duplicates count, and an empty string is no item: it is skipped and
 * counted. As {@link Transitions} a corpus gives its transitions one example at a time, in the
 * order of the text. Where only pairs matter, count them in one pass with {@link CorpusReader}
 * instead, whatever the size of the file.
 */
public final class Corpus implements Transitions {

  private final List<String> items;
  private final Vocabulary vocabulary;
  private final long emptyLines;

  private Corpus(List<String> items, long emptyLines) {
    this.items = Collections.unmodifiableList(items);
    this.vocabulary = Vocabulary.of(items);
    this.emptyLines = emptyLines;
  }

  /** The corpus of the given items. */
  public static Corpus of(String... items) {
    return of(List.of(items));
  }

  /**
   * The corpus of the given items.
   *
   * @throws IllegalArgumentException if an item holds half of a surrogate pair
   */
  public static Corpus of(Collection<String> items) {
    List<String> kept = new ArrayList<>(items);
    kept.removeIf(String::isEmpty);
    return new Corpus(kept, items.size() - kept.size());
  }

  /**
   * Reads a UTF-8 file, one item a line; {@link CorpusReader} says what a line is.
   *
   * @throws MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static Corpus read(Path file) throws IOException {
    return read(file, TextForm.asWritten());
  }

  /**
   * Reads a UTF-8 file, one item a line, and brings the items into {@code form}.
   *
   * @throws MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static Corpus read(Path file, TextForm form) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), form);
    }
  }

  /**
   * Reads a UTF-8 stream to its end, one item a line, and leaves it open.
   *
   * @param source what error messages call the stream
   * @throws MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static Corpus read(InputStream in, String source) throws IOException {
    return read(in, source, TextForm.asWritten());
  }

  /**
   * Reads a UTF-8 stream to its end, one item a line, leaves it open, and brings the items into
   * {@code form}.
   *
   * @param source what error messages call the stream
   * @throws MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static Corpus read(InputStream in, String source, TextForm form) throws IOException {
    List<String> items = new ArrayList<>();
    CorpusReader.Tally tally =
        CorpusReader.readLines(
            in,
            source,
            form,
            line -> {
              if (!line.isEmpty()) {
                items.add(line);
              }
            });
    return new Corpus(items, tally.emptyLines());
  }

  /** The items, in their order. */
  public List<String> list() {
    return items;
  }

  /** How many empty lines or strings were skipped. */
  public long emptyLines() {
    return emptyLines;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public long items() {
    return items.size();
  }

  @Override
  public void forEach(Visitor visitor) {
    for (String item : items) {
      int context = Vocabulary.BOUNDARY;
      for (int token : vocabulary.encode(item)) {
        visitor.visit(context, token, 1);
        context = token;
      }
      visitor.visit(context, Vocabulary.BOUNDARY, 1);
    }
  }

  /**
   * Three parts of a corpus, without overlap: what to learn from, what to choose settings on, and
   * what to measure once at the end.
   */
  public record Split(Corpus train, Corpus dev, Corpus test) {}

  /**
   * Shuffles the items and deals them out; the same generator state gives the same parts.
   *
   * <p>{@code dev} and {@code test} get the given shares of all items, rounded to whole items, and
   * {@code train} the others. Items that occur twice can end up in two parts: remove duplicates
   * first where that matters.
   *
   * @param devShare from 0 to 1
   * @param testShare from 0 to 1 - devShare
   * @param random only {@code nextLong()} is called
   * @throws IllegalArgumentException if a share is not a number in its range
   */
  public Split split(double devShare, double testShare, RandomGenerator random) {
    if (!(devShare >= 0 && testShare >= 0 && devShare + testShare <= 1)) {
      throw new IllegalArgumentException(
          "shares must be >= 0 with a sum of at most 1, were " + devShare + " and " + testShare);
    }
    List<String> shuffled = new ArrayList<>(items);
    for (int i = shuffled.size() - 1; i > 0; i--) { // Fisher-Yates
      Collections.swap(shuffled, i, Draws.index(random.nextLong(), i + 1));
    }
    int dev = (int) Math.round(shuffled.size() * devShare);
    int test = (int) Math.min(shuffled.size() - dev, Math.round(shuffled.size() * testShare));
    int devEnd = shuffled.size() - test;
    int trainEnd = devEnd - dev;
    return new Split(
        of(shuffled.subList(0, trainEnd)),
        of(shuffled.subList(trainEnd, devEnd)),
        of(shuffled.subList(devEnd, shuffled.size())));
  }

  @Override
  public String toString() {
    return "Corpus(" + items.size() + " items, " + vocabulary + ")";
  }
}
