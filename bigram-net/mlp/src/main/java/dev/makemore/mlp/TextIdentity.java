package dev.makemore.mlp;

import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tells a text from others: a training is resumed on the text that it began with, or its file
 * would claim what is not so.
 *
 * <p>The hash is the SHA-256 of the n-grams in their order. For each of them it takes its tokens,
 * oldest first, as 4 bytes each, and then its count as 8 bytes; the highest byte comes first. A
 * perceptron sees no more of a text than these counts, so the order of the items does not matter.
 *
 * @param predictions how many predictions the text has
 * @param hash 64 lower-case hexadecimal digits
 */
record TextIdentity(long predictions, String hash) {

  /** How many characters a message lists. */
  private static final int LISTED = 10;

  /** The identity of a text. */
  static TextIdentity of(NgramCounts text) {
    MessageDigest digest = sha256();
    ByteBuffer bytes = ByteBuffer.allocate(4 * text.order() + 8);
    text.forEach(
        (context, next, count) -> {
          bytes.clear();
          for (int token : context) {
            bytes.putInt(token);
          }
          bytes.putInt(next).putLong(count).flip();
          digest.update(bytes);
        });
    return new TextIdentity(text.total(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Checks that a text is over the characters of a model.
   *
   * @throws AnotherTextException if it is not; the message says which characters differ
   */
  static void requireSame(Vocabulary model, Vocabulary text) {
    if (model.equals(text)) {
      return;
    }
    List<String> differences = new ArrayList<>();
    String lacking = listed(model, text);
    if (!lacking.isEmpty()) {
      differences.add("the text lacks " + lacking);
    }
    String added = listed(text, model);
    if (!added.isEmpty()) {
      differences.add("the model does not know " + added);
    }
    if (differences.isEmpty()) { // U+FFFD is a character of one, and the unknown token of the other
      differences.add("only one of them has a token for unknown characters");
    }
    throw new AnotherTextException("over other characters: " + String.join(", and ", differences));
  }

  /** The characters of one vocabulary that the other lacks, the first ones by name. */
  private static String listed(Vocabulary of, Vocabulary lacks) {
    Set<Integer> characters = characters(of);
    characters.removeAll(characters(lacks));
    String first =
        characters.stream()
            .limit(LISTED)
            .map(TextIdentity::shown)
            .collect(Collectors.joining(", "));
    int more = characters.size() - LISTED;
    return more > 0 ? String.format(Locale.ROOT, "%s and %,d more", first, more) : first;
  }

  private static Set<Integer> characters(Vocabulary vocabulary) {
    return IntStream.range(1, vocabulary.size())
        .mapToObj(vocabulary::codePoint)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A letter or digit as itself, and any other character, which might not be seen, as U+.... */
  private static String shown(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        ? "'" + Character.toString(codePoint) + "'"
        : String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  /**
   * Checks that a text over the same characters is this one.
   *
   * @throws AnotherTextException if it is not; the message says what differs
   */
  void requireSame(TextIdentity text) {
    if (predictions != text.predictions) {
      throw new AnotherTextException(
          String.format(
              Locale.ROOT,
              "on %,d predictions, and this text has %,d",
              predictions,
              text.predictions));
    } else if (!hash.equals(text.hash)) {
      throw new AnotherTextException(
          String.format(
              Locale.ROOT,
              "with the same number of predictions, %,d, but not the same ones",
              predictions));
    }
  }
}
