package dev.makemore.model.arpa;

import dev.makemore.model.notation.Escapes;
import dev.makemore.model.notation.Quoted;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of an ARPA file: the characters, and three that are not characters.
 *
 * <p>In the file a character is the word that consists of it, or {@code <U+0020>} with its code
 * point in hexadecimal digits if it can't be seen. Spaces and line ends are among those, because
 * programs that read ARPA files split lines there. Some programs write a space as {@code <space>},
 * which is understood but never written, so that all characters that can't be seen have one form.
 *
 * <p>In memory a word is its code point. The numbers of the other three are chosen so that words in
 * ascending order are in the order of their tokens, and {@link #START} and {@link #UNKNOWN}, which
 * have no token of their own, come last.
 */
final class ArpaWords {

  /** {@code </s>}, the boundary after an item. */
  static final int END = -1;

  /** {@code <s>}, the boundary before an item. */
  static final int START = Character.MAX_CODE_POINT + 1;

  /** {@code <unk>}, which stands for every word that is not listed. */
  static final int UNKNOWN = Character.MAX_CODE_POINT + 2;

  /** What {@link #parse} returns for a word of several characters. */
  static final int NONE = -2;

  private static final String PREFIX = "<U+";

  /** What people take for one character, however many code points it has. */
  private static final Pattern ONE_SIGN = Pattern.compile("\\X");

  private static final int FEW = 8;

  private ArpaWords() {}

  /** A word as the file has it. */
  static String text(int word) {
    return switch (word) {
      case END -> "</s>";
      case START -> "<s>";
      case UNKNOWN -> "<unk>";
      default ->
          Escapes.isUnseen(word)
              ? String.format(Locale.ROOT, "%s%04X>", PREFIX, word)
              : Character.toString(word);
    };
  }

  /** The word that the file has as {@code text}, or {@link #NONE}. */
  static int parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) { // some programs write <UNK>
      case "</s>" -> END;
      case "<s>" -> START;
      case "<unk>" -> UNKNOWN;
      case "<space>" -> ' ';
      default -> character(text);
    };
  }

  private static int character(String text) {
    if (text.codePointCount(0, text.length()) == 1) {
      return text.codePointAt(0);
    }
    boolean escaped = text.startsWith(PREFIX) && text.endsWith(">");
    int word = escaped ? Escapes.hexadecimal(text, PREFIX.length(), text.length() - 1) : NONE;
    boolean surrogate = word >= Character.MIN_SURROGATE && word <= Character.MAX_SURROGATE;
    return word < 0 || surrogate || word > Character.MAX_CODE_POINT ? NONE : word;
  }

  /** Why a word of several characters can't be read, such as a letter and an accent of its own. */
  static String problem(String text) {
    if (!ONE_SIGN.matcher(text).matches()) {
      return Quoted.of(text)
          + " is a word of several characters; only character models can be read, in which every"
          + " word is one character, or written like <U+0020>";
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean composes = composed.codePointCount(0, composed.length()) == 1;
    return "%s looks like one character, but is %d: %s; %s"
        .formatted(
            Quoted.of(text),
            text.codePointCount(0, text.length()),
            codePoints(text),
            composes
                ? "make the model from text in Unicode's form NFC, which has the one character "
                    + codePoints(composed)
                : "only character models can be read, in which every word is one code point");
  }

  private static String codePoints(String text) {
    boolean all = text.codePointCount(0, text.length()) <= FEW;
    return text.codePoints()
        .limit(FEW)
        .mapToObj(codePoint -> String.format(Locale.ROOT, "U+%04X", codePoint))
        .collect(Collectors.joining(" ", "", all ? "" : " ..."));
  }
}
