package dev.makemore.model;

import dev.makemore.model.draw.Draws;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Items to learn from or to score, held in memory: names, words, lines of any text.
 *
 * <p>Items keep their order, and an item that occurs twice is kept twice. An empty string is not an
 * item: it is skipped and counted. As {@link Transitions}, a corpus gives one transition at a time,
 * in the order of the text.
 *
 * <p>A text that does not fit in memory can be read in one pass with {@link CorpusReader}.
 */
public final class Corpus implements Transitions {

  private final List<String> items;
  private final Vocabulary vocabulary;
  private final long emptyLines;

  private Corpus(List<String> items, Vocabulary vocabulary, long emptyLines) {
    this.items = Collections.unmodifiableList(items);
    this.vocabulary = vocabulary;
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
    return new Corpus(kept, Vocabulary.of(kept), items.size() - kept.size());
  }

  /**
   * Reads a UTF-8 file with one item on each line.
   *
   * @throws MalformedCorpusException if the file is not valid UTF-8
   * @throws IOException if the file can't be read
   */
  public static Corpus read(Path file) throws IOException {
    return read(TextSource.file(file));
  }

  /**
   * Reads a text and keeps its items, in the form that the source asks for; {@link CorpusReader}
   * says what a line is.
   *
   * @throws MalformedCorpusException if the text is not valid UTF-8
   * @throws IOException if the text can't be read
   */
  public static Corpus read(TextSource text) throws IOException {
    List<String> items = new ArrayList<>();
    CorpusReader.Tally tally =
        CorpusReader.readLines(
            text,
            line -> {
              if (!line.isEmpty()) {
                items.add(line);
              }
            });
    return new Corpus(items, Vocabulary.of(items), tally.emptyLines());
  }

  /**
   * The same items over another vocabulary, which may know more characters than they have: those
   * that a model is to hold possible, though it never sees them here.
   *
   * @throws IllegalArgumentException if a character has no token there; the message names it
   */
  @Override
  public Corpus over(Vocabulary vocabulary) {
    vocabulary.checkHas(this.vocabulary);
    return new Corpus(items, vocabulary, emptyLines);
  }

  /** The items in their order, in a list that can't be changed. */
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
   * Three parts of a corpus: one to learn from, one to choose settings with, and one to measure the
   * chosen model with, once, at the end. Each item of the corpus is in exactly one part.
   */
  public record Split(Corpus train, Corpus dev, Corpus test) {
    /** The same parts over another vocabulary, such as that of all three. */
    public Split over(Vocabulary vocabulary) {
      return new Split(train.over(vocabulary), dev.over(vocabulary), test.over(vocabulary));
    }
  }

  /**
   * Shuffles the items and divides them into three parts. A generator in the same state gives the
   * same parts.
   *
   * <p>{@code dev} and {@code test} get the given shares of all items, rounded to whole items, and
   * {@code train} gets the rest. Two copies of an item can end up in different parts, so remove
   * duplicates before you split.
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
