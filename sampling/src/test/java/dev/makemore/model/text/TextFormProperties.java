package dev.makemore.model.text;

import static java.text.Normalizer.Form.NFKD;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextFormProperties {

  /** Characters that join, change places with, or decide about their neighbors. */
  private static final String SOCIABLE =
      " aAeIJ1-_,"
          + "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027" // inside of words
          + "\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A"
          + "\u03A3\u03A3\u03A3\u03A3\u03A3\u03C3\u0391\u0130\uD801\uDC00" // cased, and often a
          // sigma
          + "\u00AD\u200D\u02B0\u037A" // ignorable, and two of them cased
          + "\u0301\u0307\u030C\u0323\u0327\u0334\u0345" // marks of several classes
          + "\u0344\u0F73\uD834\uDD5E" // what decomposes into marks, or a note and a mark
          + "\u034F" // a mark that none is moved across
          + "\u1100\u1161\u11A8\uAC00\u314F\uFFC2" // Korean letters and syllables
          + "\u0B47\u0B3E\u0915\u093C\u0958\u0E01\u0E33" // vowels and marks of India, Thai
          + "\u30AB\u3099\uFF76\uFF9E\u6F22\uF900" // Japanese, wide and narrow, Chinese
          + "\u00C9\u212B\u211D\u00A8\uFDFA\uD835\uDC00\uD83D\uDE00"; // to be taken apart, or not

  private static final String IGNORABLE =
      "[\\p{Mn}\\p{Me}\\p{Cf}\\p{Lm}\\p{Sk}'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027"
          + "\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A]";
  private static final String CASED = "[\\p{IsLowercase}\\p{IsUppercase}\\p{Lt}&&[^%s]]";
  private static final Pattern FINAL_SIGMA =
      Pattern.compile(
          "(?<=%1$s%2$s{0,40})\u03A3(?!%2$s*%1$s)"
              .formatted(CASED.formatted(IGNORABLE), IGNORABLE));

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(SOCIABLE.codePoints().mapToObj(Character::toString).toList())
        .list()
        .ofMaxSize(30)
        .map(characters -> String.join("", characters));
  }

  /** Texts of which no script has the like: with up to hundreds of marks in a row. */
  @Provide
  Arbitrary<String> textsOfManyMarks() {
    Arbitrary<String> runs =
        Combinators.combine(
                Arbitraries.of(SOCIABLE.codePoints().mapToObj(Character::toString).toList()),
                Arbitraries.integers().between(1, 70))
            .as(String::repeat);
    return runs.list().ofMaxSize(8).map(some -> String.join("", some));
  }

  /** Normalizes as the reader of a very long line does, in pieces of at least {@code enough}. */
  static String inPieces(String text, Normalizer.Form form, int enough) {
    StringBuilder result = new StringBuilder();
    CorpusReader.Sink collector =
        new CorpusReader.Sink() {
          @Override
          public void codePoint(int codePoint) {
            result.appendCodePoint(codePoint);
          }

          @Override
          public void endItem() {
            result.append('\n');
          }
        };
    CorpusReader.Sink sink = new Normalized(form, collector, enough);
    text.codePoints().forEach(sink::codePoint);
    sink.endItem();
    return result.toString();
  }

  @Property(tries = 5_000)
  void piecesAreNormalizedAsTheWholeIs(@ForAll("texts") String text, @ForAll Normalizer.Form form) {
    String whole = Normalizer.normalize(text, form) + "\n";
    assertThat(inPieces(text, form, 1)).isEqualTo(whole);
    assertThat(inPieces(text, form, 4)).isEqualTo(whole);
  }

  @Property
  void theJoinersOfManyMarksDoNotDependOnThePieces(
      @ForAll("textsOfManyMarks") String text, @ForAll Normalizer.Form form) {
    String whole = Normalizer.normalize(StreamSafe.of(text), form) + "\n";
    assertThat(inPieces(text, form, 1)).isEqualTo(whole);
    assertThat(inPieces(text, form, 40)).isEqualTo(whole);
  }

  @Property
  void aNormalizedTextOfManyMarksIsTheSameButForJoinersAfterThirty(
      @ForAll("textsOfManyMarks") String text, @ForAll Normalizer.Form form) {
    String formed = TextForm.asWritten().normalized(form).apply(text);
    assertThat(Normalizer.isNormalized(formed, form)).isTrue();
    assertThat(withoutJoiners(formed)).isEqualTo(withoutJoiners(text));
    assertThat(Normalizer.normalize(formed, NFKD)).doesNotContainPattern("[\\p{M}&&[^\u034F]]{31}");
  }

  /** Decomposed, so that all marks are in order again. */
  private static String withoutJoiners(String text) {
    return Normalizer.normalize(Normalizer.normalize(text, NFKD).replace("\u034F", ""), NFKD);
  }

  @Property
  void aNormalizedTextIsWhatTheJdkSays(@ForAll("texts") String text, @ForAll Normalizer.Form form) {
    assertThat(TextForm.asWritten().normalized(form).apply(text))
        .isEqualTo(Normalizer.normalize(text, form));
  }

  @Property(tries = 5_000)
  void aSigmaIsFinalWhereUnicodesPatternMatches(@ForAll("texts") String text) {
    assertThat(TextForm.asWritten().lowercase().apply(text)).isEqualTo(lowerCase(text));
  }

  /** By Unicode's pattern, of a text of which no 40 characters in a row are ignorable. */
  static String lowerCase(String text) {
    String decided = FINAL_SIGMA.matcher(text).replaceAll("\u03C2").replace('\u03A3', '\u03C3');
    return decided.toLowerCase(Locale.ROOT);
  }

  @Property
  void whatIsInAFormStaysAsItIs(@ForAll("texts") String text, @ForAll Normalizer.Form form) {
    assertStays(text, form);
  }

  @Property
  void aTextOfManyMarksStaysAsItIsToo(
      @ForAll("textsOfManyMarks") String text, @ForAll Normalizer.Form form) {
    assertStays(text, form);
  }

  private static void assertStays(String text, Normalizer.Form form) {
    TextForm lowercase = TextForm.asWritten().lowercase();
    TextForm normalized = TextForm.asWritten().normalized(form);
    for (TextForm one : new TextForm[] {lowercase, normalized, normalized.lowercase()}) {
      String once = one.apply(text);
      assertThat(one.apply(once)).isEqualTo(once);
    }
  }

  @Property
  void noItemIsMadeEmpty(@ForAll("texts") String text, @ForAll Normalizer.Form form) {
    String formed = TextForm.asWritten().lowercase().normalized(form).apply(text);
    assertThat(formed.isEmpty()).isEqualTo(text.isEmpty());
  }
}
