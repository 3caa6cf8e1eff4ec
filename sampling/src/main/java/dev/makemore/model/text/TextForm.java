package dev.makemore.model.text;

import java.text.Normalizer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form that text is brought into before it is learnt from or scored: lower case, one of
 * Unicode's normalization forms, both, or as it is written.
 *
 * {@snippet class="dev.makemore.model.TourTest" region="form"}
 *
 * <p>Letters that look the same can be written in different ways: {@code é} is one code point or
 * two, {@code e} and a combining accent. A model counts code points and takes them for different
 * things; {@link Normalizer.Form#NFC} writes all of them in the first way. {@link
 * Normalizer.Form#NFKC} also gives up distinctions of mere form, such as those between {@code ﬁ}
 * and {@code fi}, or wide and narrow letters.
 *
 * <p>Lower case is Unicode's own, of no language in particular: {@code İ} becomes {@code i} with a
 * dot above, and {@code Σ} becomes {@code ς} at the end of a word and {@code σ} elsewhere. So
 * {@code ΟΔΟΣ} becomes {@code οδος} whether or not more words follow.
 *
 * <p>No item is ever made empty: characters are replaced or joined, never dropped. What is brought
 * into a form twice stays as it is. Characters that are newer than the Unicode version of the JDK
 * (13 in JDK 17) are not changed.
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

  /** Leaves text as it is written. */
  public static TextForm asWritten() {
    return AS_WRITTEN;
  }

  /** This form in lower case. */
  public TextForm lowercase() {
    return new TextForm(true, normalization);
  }

  /** This form in the given normalization form instead of any other. */
  public TextForm normalized(Normalizer.Form form) {
    return new TextForm(lowercase, form);
  }

  /**
   * Returns {@code text}, one item or a part of one, in this form.
   *
   * <p>A part is taken for a whole: a {@code Σ} at its end is taken for the end of a word.
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
   * A sink that hands to {@code sink} in this form what it receives, in one pass. It holds back a
   * few hundred characters at most, unless an item has a longer stretch without a place to cut,
   * which in real text it has not; {@code endItem} passes on all of them.
   *
   * <p>Not safe for use by several threads, and good for one reading: what it held back when
   * reading failed would come first in the next.
   */
  public CorpusReader.Sink before(CorpusReader.Sink sink) {
    // With both, normalize first, since that may bring capitals to light: NFKC turns the letter of
    // the real numbers, ℝ, which has no lower case, into R. And again at the end, since some pairs
    // have a composed form in lower case only: J with caron is J and U+030C, j with caron is ǰ.
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
