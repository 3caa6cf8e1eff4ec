package dev.makemore.model;

import dev.makemore.model.index.Tuples;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts n-grams, item by item or from a stream of text.
 *
 * {@snippet class="dev.makemore.model.TourTest" region="ngrams"}
 *
 * <p>Each context of n - 1 tokens that occurs has a number, and for each token that follows it
 * there is an entry with two things: how often it followed, and the number of the context that then
 * comes next. So a character costs one look-up, whatever n is: find the entry for the present
 * context and this character, add to its count, and go to the next context. Only when an entry is
 * made are the n - 1 characters of its next context looked up as well.
 *
 * <p>The memory needed depends on the number of distinct n-grams and not on the length of the text:
 * some 50 bytes for each, and 4 n for each distinct context. Not safe for use by several threads.
 */
public final class NgramCounter {

  /** The code of a character is its code point plus 1, so codes are in the order of tokens. */
  private static final int BOUNDARY = 0;

  private final int order;
  private final @Nullable Vocabulary given;
  private final Tuples contexts; // of codes
  private final Tuples entries = Tuples.ofLength(2); // the number of a context, a code
  private long[] counts = new long[16]; // by entry
  private int[] nextContexts = new int[16]; // by entry
  private final int[] entry = new int[2];
  private final int[] shifted;
  private final int start; // the context in which items start
  private long total;

  private NgramCounter(int order, @Nullable Vocabulary given) {
    if (order < 1 || order > NgramCounts.MAX_ORDER) {
      throw new IllegalArgumentException(
          "order must be from 1 to " + NgramCounts.MAX_ORDER + ", was " + order);
    }
    this.order = order;
    this.given = given;
    this.contexts = Tuples.ofLength(order - 1);
    this.shifted = new int[order - 1];
    this.start = contexts.add(shifted, 0); // all boundaries
  }

  /**
   * A counter that has counted nothing yet. Its vocabulary is that of the text that it will count.
   *
   * @param order n, from 1 to {@value NgramCounts#MAX_ORDER}
   */
  public static NgramCounter create(int order) {
    return new NgramCounter(order, null);
  }

  /**
   * A counter that has counted nothing yet, over a given vocabulary. A character that has no token
   * there will be an {@link IllegalArgumentException}, unless there is an unknown token.
   *
   * @param order n, from 1 to {@value NgramCounts#MAX_ORDER}
   */
  public static NgramCounter create(int order, Vocabulary vocabulary) {
    return new NgramCounter(order, Objects.requireNonNull(vocabulary, "vocabulary"));
  }

  /** Counts {@code item} once. An empty string is not an item: it is skipped. */
  public NgramCounter add(String item) {
    return add(item, 1);
  }

  /**
   * Counts {@code item} as often as {@code weight} says, in the time of once. An empty string is
   * not an item: it is skipped, and so is an item of weight 0. A call that throws changes nothing.
   *
   * @param weight how many times the item occurs, at least 0
   * @throws IllegalArgumentException if the weight is negative, or a character of the item has no
   *     token
   * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} predictions
   */
  public NgramCounter add(String item, long weight) {
    int[] characters = Objects.requireNonNull(item, "item").codePoints().toArray();
    if (weight < 0) {
      throw new IllegalArgumentException("weight must be >= 0, was " + weight);
    }
    if (weight == 0 || characters.length == 0) {
      return this;
    }
    if (given == null) {
      Vocabulary.checkCharacters(characters); // refuses half of a surrogate pair
    } else {
      given.encode(item); // refuses what has no token
    }
    total = Math.addExact(total, Math.multiplyExact(weight, characters.length + 1L));
    int context = start;
    for (int character : characters) {
      context = count(context, code(character), weight);
    }
    count(context, BOUNDARY, weight);
    return this;
  }

  /** Counts all items of a corpus. */
  public NgramCounter addAll(Corpus corpus) {
    corpus.list().forEach(this::add);
    return this;
  }

  /**
   * Counts the transitions of a text, which tell all n-grams of an n of at most 2. The whole
   * vocabulary of the text is known afterwards only if it was given.
   *
   * @throws IllegalArgumentException if n is more than 2, or the text visits what is no transition
   */
  public NgramCounter addAll(Transitions text) {
    if (order > 2) {
      throw new IllegalArgumentException(
          "transitions do not tell the counts of order " + order + "; give a Corpus");
    }
    int[] context = new int[order - 1];
    text.forEach(
        (before, next, count) -> {
          Transitions.check(text.vocabulary(), before, next, count);
          total = Math.addExact(total, count);
          Arrays.fill(context, code(text.vocabulary(), before));
          count(contexts.add(context, 0), code(text.vocabulary(), next), count);
        });
    return this;
  }

  private int code(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? BOUNDARY : code(vocabulary.codePoint(token));
  }

  /**
   * Counts a text in one pass, in the form that the source asks for; {@link CorpusReader} says what
   * a line is. Lines may be of any length.
   *
   * @throws IllegalArgumentException if a character has no token
   * @throws MalformedCorpusException if the text is not valid UTF-8
   * @throws IOException if the text can't be read
   */
  public NgramCounter addAll(TextSource text) throws IOException {
    CorpusReader.read(
        text,
        new CorpusReader.Sink() {
          private int context = start;

          @Override
          public void codePoint(int codePoint) {
            total = Math.addExact(total, 1);
            context = count(context, code(codePoint), 1);
          }

          @Override
          public void endItem() {
            total = Math.addExact(total, 1);
            count(context, BOUNDARY, 1);
            context = start;
          }
        });
    return this;
  }

  /**
   * Adds the counts of n-grams of at least this counter's n, of which only the last n tokens count.
   *
   * @throws IllegalArgumentException if they are shorter, or a character has no token
   * @throws ArithmeticException if there would be more than {@link Long#MAX_VALUE} predictions
   */
  public NgramCounter addAll(NgramCounts other) {
    if (other.order() < order) {
      throw new IllegalArgumentException(
          "counts of order " + other.order() + " do not tell those of order " + order);
    }
    total = Math.addExact(total, other.total());
    int[] codes = new int[other.vocabulary().size()]; // by token
    for (int token = 0; token < codes.length; token++) {
      codes[token] = code(other.vocabulary(), token);
    }
    int skipped = other.order() - order;
    int[] context = new int[order - 1];
    other.forEach(
        (tokens, next, count) -> {
          for (int i = 0; i < context.length; i++) {
            context[i] = codes[tokens[skipped + i]];
          }
          count(contexts.add(context, 0), codes[next], count);
        });
    return this;
  }

  private int code(int codePoint) {
    if (given == null) {
      return codePoint + 1;
    }
    int token = given.token(codePoint);
    if (token == Vocabulary.UNKNOWN) {
      given.encode(Character.toString(codePoint)); // throws, and names the character
    }
    return given.codePoint(token) + 1;
  }

  /** Counts one prediction, and returns the context that comes after it. */
  private int count(int context, int code, long weight) {
    entry[0] = context;
    entry[1] = code;
    int known = entries.size();
    int at = entries.add(entry, 0);
    if (at == known) {
      counts = at < counts.length ? counts : Arrays.copyOf(counts, larger(at));
      nextContexts =
          at < nextContexts.length ? nextContexts : Arrays.copyOf(nextContexts, larger(at));
      nextContexts[at] = code == BOUNDARY ? start : shift(context, code);
    }
    counts[at] += weight; // total would have overflowed before
    return nextContexts[at];
  }

  private static int larger(int length) {
    return (int) Math.min(Integer.MAX_VALUE - 8, length * 3L / 2 + 1);
  }

  /** The context without its oldest token, and with {@code code} as its newest. */
  private int shift(int context, int code) {
    for (int i = 1; i < shifted.length; i++) {
      shifted[i - 1] = contexts.element(context, i);
    }
    if (shifted.length > 0) {
      shifted[shifted.length - 1] = code;
    }
    return contexts.add(shifted, 0);
  }

  /** How many distinct n-grams there are so far. */
  public int distinct() {
    return entries.size();
  }

  /** The counts of all that has been added so far. More may be added later. */
  public NgramCounts counts() {
    Vocabulary vocabulary = given == null ? vocabulary() : given;
    int[] contextTokens = new int[contexts.size() * (order - 1)];
    for (int i = 0; i < contextTokens.length; i++) {
      contextTokens[i] = token(vocabulary, contexts.element(i / (order - 1), i % (order - 1)));
    }
    int[] contextOf = new int[entries.size()];
    int[] nexts = new int[entries.size()];
    for (int at = 0; at < nexts.length; at++) {
      contextOf[at] = entries.element(at, 0);
      nexts[at] = token(vocabulary, entries.element(at, 1));
    }
    return NgramCounts.sorted(vocabulary, order, contextTokens, contextOf, nexts, counts);
  }

  private Vocabulary vocabulary() {
    return Vocabulary.ofCodePoints(
        IntStream.range(0, entries.size())
            .map(at -> entries.element(at, 1) - 1)
            .filter(codePoint -> codePoint >= 0)
            .distinct()
            .toArray());
  }

  private static int token(Vocabulary vocabulary, int code) {
    return code == BOUNDARY ? Vocabulary.BOUNDARY : vocabulary.token(code - 1);
  }
}
