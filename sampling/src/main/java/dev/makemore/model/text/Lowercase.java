package dev.makemore.model.text;

/**
 * Passes items on in lower case, by the rules of the Unicode Standard, section 3.13 (default case
 * conversion, with SpecialCasing).
 *
 * <p>{@code İ} becomes two code points. Apart from that, only one letter depends on what is around
 * it: {@code Σ} becomes {@code ς} where it is final, that is after a cased letter and not before
 * one. Case-ignorable characters, such as marks, apostrophes and full stops, are passed over on
 * both sides, and so are characters that are both cased and ignorable, as modifier letters are. So
 * a sigma is held back, together with the ignorable characters after it, until the next other
 * character comes.
 *
 * <p>{@link String#toLowerCase} does not do. It asks a {@link java.text.BreakIterator} for the end
 * of a word, which differs from Unicode's rule ({@code ΟΔΟΣ-ΟΔΟΣ} is one word to it). And it
 * searches for that end anew at every sigma, which takes quadratic time: half a minute for 64,000
 * sigmas.
 */
final class Lowercase implements CorpusReader.Sink {

  private static final int CAPITAL_SIGMA = 0x3A3;
  private static final int SIGMA = 0x3C3;
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final int DOT_ABOVE = 0x307;

  private static final int IGNORABLE_TYPES =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.FORMAT
          | 1 << Character.MODIFIER_LETTER
          | 1 << Character.MODIFIER_SYMBOL;

  /** Punctuation that is ignorable because it stands inside of words or numbers. */
  private static final String MID_WORD =
      "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027"
          + "\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

  private final CorpusReader.Sink sink;

  /** Whether the last character that was not ignorable is a cased letter. */
  private boolean afterCased;

  /** Whether a sigma is held back. */
  private boolean undecided;

  /** The ignorable characters after the sigma that is held back. */
  private final StringBuilder ignorable = new StringBuilder();

  Lowercase(CorpusReader.Sink sink) {
    this.sink = sink;
  }

  @Override
  public void codePoint(int codePoint) {
    if (isIgnorable(codePoint)) {
      if (undecided) {
        ignorable.appendCodePoint(codePoint);
      } else {
        emit(codePoint);
      }
      return;
    }
    boolean cased = isCased(codePoint);
    decide(cased ? SIGMA : FINAL_SIGMA);
    if (codePoint == CAPITAL_SIGMA && afterCased) {
      undecided = true;
    } else {
      emit(codePoint);
    }
    afterCased = cased;
  }

  @Override
  public void endItem() {
    decide(FINAL_SIGMA);
    afterCased = false;
    sink.endItem();
  }

  @Override
  public void emptyLine() {
    sink.emptyLine();
  }

  private void decide(int sigma) {
    if (undecided) {
      undecided = false;
      emit(sigma);
      ignorable.codePoints().forEach(this::emit);
      ignorable.setLength(0);
    }
  }

  private void emit(int codePoint) {
    sink.codePoint(Character.toLowerCase(codePoint)); // i for a capital I with dot
    if (codePoint == CAPITAL_I_WITH_DOT) {
      sink.codePoint(DOT_ABOVE);
    }
  }

  private static boolean isCased(int codePoint) {
    return Character.isLowerCase(codePoint)
        || Character.isUpperCase(codePoint)
        || Character.isTitleCase(codePoint);
  }

  private static boolean isIgnorable(int codePoint) {
    return (IGNORABLE_TYPES >> Character.getType(codePoint) & 1) == 1
        || MID_WORD.indexOf(codePoint) >= 0;
  }
}
