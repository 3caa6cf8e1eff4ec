package dev.makemore.model.text;

import java.text.Normalizer;

/**
 * Passes items on in a normalization form (Unicode Standard Annex 15), piece by piece.
 *
 * <p>{@link Normalizer} wants the whole of a text, for which a line may be too long. But it gives
 * the same for pieces, if none starts with what may join the piece before: a mark that is put in
 * order with other marks, or that makes one character with the letter before it, or the vowel or
 * last consonant of a Korean syllable.
 */
final class Normalized implements CorpusReader.Sink {

  /** Enough characters for a piece. */
  private static final int ENOUGH = 256;

  private static final int FIRST_MARK = 0x300;

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
    boolean maybeManyMarks = piece.length() > 2 * enough; // in a row, with no place to cut
    String ordered = maybeManyMarks ? CanonicalOrder.of(piece, form) : piece.toString();
    Normalizer.normalize(ordered, form).codePoints().forEach(sink::codePoint);
    piece.setLength(0);
  }

  /**
   * Whether nothing before {@code codePoint} can matter to what it, and what follows, becomes.
   *
   * <p>True for most of what is written, though not for all that it could be true for: below the
   * first mark there is none; ideographs become nothing but ideographs; and few letters join what
   * is before them.
   */
  static boolean startsPiece(int codePoint) {
    return codePoint < FIRST_MARK
        || Character.isIdeographic(codePoint)
        || (Character.isLetter(codePoint) && !mayJoin(codePoint));
  }

  /** For letters: whether one is among the few that do, or beyond where they are known. */
  private static boolean mayJoin(int letter) {
    return (letter >= 0x1100 && letter <= 0x11FF) // the parts of Korean syllables
        || (letter >= 0x3130 && letter <= 0x318F) // what NFKC turns into them
        || letter >= 0xFF00; // narrow ones, narrow marks of Japanese, and newer scripts
  }
}
