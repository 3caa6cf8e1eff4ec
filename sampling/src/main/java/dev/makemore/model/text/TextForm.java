package dev.makemore.model.text;

import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form that text is brought into before a model learns from it or scores it: lower case, one of
 * Unicode's normalization forms, both, or as it is written.
 *
 * {@snippet class="dev.makemore.model.TourTest" region="form"}
 *
 * <p>A letter that looks the same can be written in different ways: {@code é} can be one code
 * point, or two, {@code e} and a combining accent. A model counts code points, so to a model these
 * are different texts. {@link Normalizer.Form#NFC} writes the letter as one code point wherever
 * Unicode has one. {@link Normalizer.Form#NFKC} also removes differences of appearance, such as
 * between the ligature {@code ﬁ} and the letters {@code fi}, or between wide and narrow letters.
 *
 * <p>Lower case follows Unicode's rules, which are those of no particular language. {@code İ}
 * becomes {@code i} with a dot above. {@code Σ} becomes {@code ς} at the end of a word and {@code
 * σ} elsewhere, so {@code ΟΔΟΣ} becomes {@code οδος} whether or not more words follow.
 *
 * <p>Characters are replaced or joined but never removed, so no item becomes empty. Text that is in
 * a form already is not changed by the same form. Characters that are newer than the Unicode
 * version of the JDK (13 in JDK 17) are not changed.
 *
 * <p>A normalization form also bounds the combining marks in a row, so that no line takes long:
 * after every 30 it puts a combining grapheme joiner, U+034F, which can't be seen. That is
 * Unicode's stream-safe text format; no script has 30 marks in a row.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class TextForm {

  private static final TextForm AS_WRITTEN = new TextForm(false, null);

  private final boolean lowercase;
  private final Normalizer.@Nullable Form normalization;

  private TextForm(boolean lowercase, Normalizer.@Nullable Form normalization) {
    this.lowercase = lowercase;
    this.normalization = normalization;
  }

  /** The form that leaves text as it is written. */
  public static TextForm asWritten() {
    return AS_WRITTEN;
  }

  /** This form, and lower case. */
  public TextForm lowercase() {
    return new TextForm(true, normalization);
  }

  /** This form, with the given normalization form instead of any other. */
  public TextForm normalized(Normalizer.Form form) {
    return new TextForm(lowercase, Objects.requireNonNull(form, "form"));
  }

  /**
   * Returns {@code text}, one item or a part of one, in this form.
   *
   * <p>The end of {@code text} is treated as the end of an item, so a {@code Σ} there becomes the
   * final {@code ς} even if the word goes on in the next part.
   */
  public String apply(String text) {
    if (!lowercase && normalization == null) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    CorpusReader.Sink sink =
        before(
            new CorpusReader.Sink() {
              @Override
              public void codePoint(int codePoint) {
                result.appendCodePoint(codePoint);
              }

              @Override
              public void endItem() {}
            });
    text.codePoints().forEach(sink::codePoint);
    sink.endItem();
    return result.toString();
  }

  /**
   * A sink that brings what it receives into this form and passes it on to {@code sink}, in one
   * pass. It holds back characters whose form depends on what follows, at most a few hundred in
   * real text, and passes on the last of them at {@code endItem}. An item that has no place where
   * it can be cut is held back whole.
   *
   * <p>Not safe for use by several threads. Use a sink for one reading only: if that fails, the
   * characters that were held back would be passed on at the start of the next.
   */
  public CorpusReader.Sink before(CorpusReader.Sink sink) {
    // If both are asked for, text is normalized twice. Before lower case, because normalizing can
    // produce capitals: NFKC turns ℝ, which has no lower case, into R. After lower case, because
    // some letters have a composed form in lower case only: a capital J with caron has to be
    // written as J and U+030C, but j with caron is the single code point ǰ.
    CorpusReader.Sink last = normalization == null ? sink : new Normalized(normalization, sink);
    if (!lowercase) {
      return last;
    }
    CorpusReader.Sink lower = new Lowercase(last);
    return normalization == null ? lower : new Normalized(normalization, lower);
  }

  /** True if {@code other} is the same form. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TextForm that
        && lowercase == that.lowercase
        && normalization == that.normalization;
  }

  @Override
  public int hashCode() {
    return Objects.hash(lowercase, normalization);
  }

  /** Such as {@code lowercase, NFC}. */
  @Override
  public String toString() {
    if (normalization == null) {
      return lowercase ? "lowercase" : "as written";
    }
    return (lowercase ? "lowercase, " : "") + normalization;
  }
}
