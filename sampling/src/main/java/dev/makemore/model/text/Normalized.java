package dev.makemore.model.text;

import java.text.Normalizer;

/**
 * Passes items on in a normalization form (Unicode Standard Annex 15), piece by piece, after {@link
 * StreamSafe} has bounded the marks in a row.
 *
 * <p>{@link Normalizer} needs the whole of a text in memory, and a line may be too long for that.
 * But normalizing the pieces of a text gives the same as normalizing the text, if no piece starts
 * with a character that may join what is before it. Such characters are marks, which are sorted
 * among other marks or make one character with a letter, and the vowels and last consonants of
 * Korean syllables.
 */
final class Normalized implements CorpusReader.Sink {

  /** A piece of at least this length ends where it can. */
  private static final int ENOUGH = 256;

  static final int FIRST_MARK = 0x300;

  private final Normalizer.Form form;
  private final CorpusReader.Sink sink;
  private final int enough;
  private final StringBuilder piece = new StringBuilder();

  Normalized(Normalizer.Form form, CorpusReader.Sink sink) {
    this(form, sink, ENOUGH);
  }

  /** Passes on pieces of {@code enough} characters or more. */
  Normalized(Normalizer.Form form, CorpusReader.Sink sink, int enough) {
    this.form = form;
    this.sink = sink;
    this.enough = enough;
  }

  @Override
  public void codePoint(int codePoint) {
    if (piece.length() >= enough && startsPiece(codePoint)) {
      flush();
    }
    piece.appendCodePoint(codePoint);
  }

  @Override
  public void endItem() {
    flush();
    sink.endItem();
  }

  @Override
  public void emptyLine() {
    sink.emptyLine();
  }

  private void flush() {
    Normalizer.normalize(StreamSafe.of(piece), form).codePoints().forEach(sink::codePoint);
    piece.setLength(0);
  }

  /**
   * Whether nothing before {@code codePoint} has an effect on what it becomes, or on what the text
   * after it becomes.
   *
   * <p>True for most of what is written, though not for everything that it could be true for. Below
   * the first mark nothing joins; ideographs become nothing but ideographs; and only a few letters
   * join what is before them.
   */
  static boolean startsPiece(int codePoint) {
    return codePoint < FIRST_MARK
        || (Character.isIdeographic(codePoint) && !StreamSafe.isMark(codePoint))
        || (Character.isLetter(codePoint) && !mayJoin(codePoint));
  }

  /** Whether a letter is one of the few that join, or above the letters that we know about. */
  private static boolean mayJoin(int letter) {
    return letter == 0xE33 // of Thai, which NFKC turns into a mark and a letter
        || letter == 0xEB3 // of Lao, likewise
        || (letter >= 0x1100 && letter <= 0x11FF) // the parts of Korean syllables
        || (letter >= 0x3130 && letter <= 0x318F) // what NFKC turns into those
        || letter >= 0xFF00; // narrow letters, narrow marks of Japanese, and newer scripts
  }
}
