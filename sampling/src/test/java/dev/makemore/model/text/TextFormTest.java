package dev.makemore.model.text;

import static java.text.Normalizer.Form.NFC;
import static java.text.Normalizer.Form.NFD;
import static java.text.Normalizer.Form.NFKC;
import static java.text.Normalizer.Form.NFKD;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.makemore.model.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTest {

  private static final TextForm LOWERCASE = TextForm.asWritten().lowercase();
  private static final int LAST = Character.MAX_CODE_POINT;

  @Test
  void asWrittenChangesNothing() {
    String odd = "A\u0301\u0323 \uFB01 \u03A3 \uD835\uDC00";
    assertThat(TextForm.asWritten().apply(odd)).isEqualTo(odd);
  }

  @Test
  void nfcComposesAndNfkcGivesUpDistinctionsOfForm() {
    assertThat(TextForm.asWritten().normalized(NFC).apply("Zoe\u0308 \uFB01"))
        .isEqualTo("Zo\u00EB \uFB01");
    assertThat(TextForm.asWritten().normalized(NFKC).apply("Zoe\u0308 \uFB01\u2460"))
        .isEqualTo("Zo\u00EB fi1");
    assertThat(TextForm.asWritten().normalized(NFC).apply("\u1112\u1161\u11AB"))
        .isEqualTo("\uD55C"); // Han, a syllable
    assertThat(TextForm.asWritten().normalized(NFC).apply("\u095D"))
        .isEqualTo("\u0922\u093C"); // one of those that NFC excludes from composing
  }

  /** What Python's {@code str.lower()} gives, which follows Unicode's definition, too. */
  @ParameterizedTest
  @CsvSource({
    "\u039F\u0394\u039F\u03A3, \u03BF\u03B4\u03BF\u03C2",
    "\u039F\u03A3 \u039F\u03A3, \u03BF\u03C2 \u03BF\u03C2",
    "\u039F\u03A3-\u039F\u03A3, \u03BF\u03C2-\u03BF\u03C2", // String.toLowerCase differs
    "\u039F\u03A3.\u0391, \u03BF\u03C3.\u03B1",
    "\u039F\u03A3:\u0391, \u03BF\u03C3:\u03B1", // and here
    "\u039F\u03A3\u2019\u0391, \u03BF\u03C3\u2019\u03B1", // and here, on JDK 17
    "\u039F\u03A31\u0391, \u03BF\u03C21\u03B1", // and here
    "\u0391\u00B7\u03A3, \u03B1\u00B7\u03C2", // and here
    "\u0391_\u03A3, \u03B1_\u03C3", // and here
    "\u0391\u0301\u03A3\u0301, \u03B1\u0301\u03C2\u0301",
    "\u0391\u03A3\u0301\u0391, \u03B1\u03C3\u0301\u03B1",
    "\u0391\u03A3\u02B0, \u03B1\u03C2\u02B0",
    "\u03A3, \u03C3",
    "1\u03A3, 1\u03C3",
    "\u0391\u03A3\u03A3, \u03B1\u03C3\u03C2",
    "\u0391 \u03A3, \u03B1 \u03C3",
    "\u0130I, i\u0307i",
    "\uD801\uDC00, \uD801\uDC28", // Deseret
    "STRASSE \u1E9E, strasse \u00DF",
  })
  void lowerCaseIsUnicodesOwn(String text, String lower) {
    assertThat(LOWERCASE.apply(text)).isEqualTo(lower);
  }

  @Test
  void normalizingComesBeforeLowerCaseAndAgainAfterIt() {
    // R of the real numbers: a capital only after NFKC.
    assertThat(LOWERCASE.normalized(NFKC).apply("\u211D")).isEqualTo("r");
    // J and caron: composed only in lower case.
    assertThat(LOWERCASE.normalized(NFC).apply("J\u030C")).isEqualTo("\u01F0");
    // I with dot above, and cedilla: the dot above becomes a mark, which comes after the cedilla.
    assertThat(LOWERCASE.normalized(NFC).apply("\u0130\u0327")).isEqualTo("i\u0327\u0307");
  }

  @Test
  void noCharacterBecomesNone() {
    for (Normalizer.Form form : Normalizer.Form.values()) {
      TextForm all = LOWERCASE.normalized(form);
      IntStream.rangeClosed(0, LAST)
          .filter(codePoint -> all.apply(Character.toString(codePoint)).isEmpty())
          .forEach(codePoint -> assertThat(codePoint).as("becomes nothing").isNull());
    }
  }

  /**
   * By the definition of the forms, exhaustively: a piece may start with a character if what it
   * decomposes to starts with one that never changes places with a mark before it, and is not the
   * second part of any composed character.
   */
  @Test
  void whatStartsAPieceJoinsNothingBeforeIt() {
    BitSet seconds = new BitSet();
    IntStream.rangeClosed(0, LAST)
        .mapToObj(composed -> Normalizer.normalize(Character.toString(composed), NFD))
        .forEach(parts -> parts.codePoints().skip(1).forEach(seconds::set));
    assertThat(seconds.get(0x301)).isTrue();
    assertThat(seconds.get(0x1161)).isTrue(); // the vowel of a Korean syllable
    int starts = 0;
    for (int codePoint = 0; codePoint <= LAST; codePoint++) {
      if (Normalized.startsPiece(codePoint)) {
        starts++;
        String parts = Normalizer.normalize(Character.toString(codePoint), NFKD);
        String afterMark = "\u0345" + parts; // of the highest class: any other mark moves before it
        assertThat(Normalizer.normalize(afterMark, NFD)).isEqualTo(afterMark);
        assertThat(seconds.get(parts.codePointAt(0))).as("U+%04X", codePoint).isFalse();
      }
    }
    assertThat(starts).isGreaterThan(100_000); // most of it ideographs
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "\u00E9",
        "\u03A3\u03B1",
        "\u6F22",
        "\u0627",
        "\u0E01\u0E33",
        "\u30AB\u3099",
        "\uD55C",
        "e\u0301"
      })
  void ofALongItemOnlyAFewCharactersAreHeldBack(String unit) {
    long[] passedOn = {0};
    CorpusReader.Sink sink =
        LOWERCASE
            .normalized(NFC)
            .before(
                new CorpusReader.Sink() {
                  @Override
                  public void codePoint(int codePoint) {
                    passedOn[0]++;
                  }

                  @Override
                  public void endItem() {}
                });
    for (int taken = 1; taken <= 10_000; taken++) {
      unit.codePoints().forEach(sink::codePoint);
      assertThat(taken - passedOn[0]).isLessThan(1_000);
    }
  }

  @Test
  void upToThirtyMarksInARowAreWhatTheJdkSays() {
    for (Normalizer.Form form : Normalizer.Form.values()) {
      for (int marks = 0; marks <= 30; marks++) {
        String text = "q" + "\u0301\u0323".repeat(15).substring(0, marks) + "q";
        assertThat(TextForm.asWritten().normalized(form).apply(text))
            .isEqualTo(Normalizer.normalize(text, form));
      }
    }
  }

  /** By the stream-safe text format, which counts the marks of the decomposition, NFKD. */
  @Test
  void afterThirtyMarksInARowComesAJoiner() {
    TextForm nfc = TextForm.asWritten().normalized(NFC);
    String thirty = "\u0301".repeat(30);
    assertThat(nfc.apply("q" + thirty + "\u0301")).isEqualTo("q" + thirty + "\u034F\u0301");
    assertThat(nfc.apply("q" + thirty + "\u00E9")).isEqualTo("q" + thirty + "\u00E9");
    assertThat(nfc.apply("q" + thirty + "\u034F\u0301")).isEqualTo("q" + thirty + "\u034F\u0301");
    assertThat(nfc.apply("\u00E9" + thirty))
        .isEqualTo("\u00E9" + "\u0301".repeat(29) + "\u034F\u0301"); // which has one of its own
    assertThat(nfc.apply("q" + "\u0344".repeat(16))) // of two marks
        .isEqualTo("q" + "\u0308\u0301".repeat(15) + "\u034F\u0308\u0301");
    assertThat(nfc.apply("q" + "\uFF9E".repeat(31))) // a mark in NFKD only
        .isEqualTo("q" + "\uFF9E".repeat(30) + "\u034F\uFF9E");
    assertThat(TextForm.asWritten().apply("q" + thirty + thirty)).isEqualTo("q" + thirty + thirty);
  }

  /**
   * Exhaustively, what joiners rely on: everything that normalizing moves is a mark; no piece
   * starts with a mark; and no character has more than three marks.
   */
  @Test
  void whatNormalizingMovesIsCountedAsAMark() {
    int moved = 0;
    int[] defined = IntStream.rangeClosed(0, LAST).filter(Character::isDefined).toArray();
    for (int codePoint : defined) {
      int[] parts =
          Normalizer.normalize(Character.toString(codePoint), NFKD).codePoints().toArray();
      for (int part : parts) {
        boolean moves = changePlaces(part, 0x334) || changePlaces(0x345, part);
        moved += moves ? 1 : 0;
        assertThat(!moves || StreamSafe.isMark(part)).as("U+%04X", part).isTrue();
      }
      int marks = (int) IntStream.of(parts).filter(StreamSafe::isMark).count();
      boolean onlyMarks = marks == parts.length;
      boolean startsWithMark = StreamSafe.isMark(parts[0]);
      assertThat(!onlyMarks || StreamSafe.becomesMarks(codePoint)).as("U+%04X", codePoint).isTrue();
      assertThat(startsWithMark && Normalized.startsPiece(codePoint))
          .as("U+%04X starts a piece with a mark", codePoint)
          .isFalse();
      assertThat(marks <= 3).as("U+%04X has many", codePoint).isTrue();
    }
    assertThat(moved).isGreaterThan(800);
  }

  /** Whether the first is of a higher combining class than the second, which is not 0. */
  private static boolean changePlaces(int first, int second) {
    String pair = Character.toString(first) + Character.toString(second);
    return !Normalizer.normalize(pair, NFD).equals(pair);
  }

  /** A line of two million marks: sorting all of them by insertion would take many minutes. */
  @Test
  void manyMarksInARowTakeLinearTime() {
    int n = 1_000_000;
    String text = "a" + "\u0301\u0323".repeat(n);
    String thirty = "\u0323".repeat(15) + "\u0301".repeat(15);
    String twenty = "\u0323".repeat(10) + "\u0301".repeat(10); // 2,000,000 = 66,666 x 30 + 20
    String expected =
        "\u1EA1" + thirty.substring(1) + ("\u034F" + thirty).repeat(66_665) + "\u034F" + twenty;
    String normalized =
        assertTimeoutPreemptively(
            ofSeconds(30), () -> TextForm.asWritten().normalized(NFC).apply(text));
    assertThat(normalized.equals(expected)).isTrue(); // too long to be shown
  }

  /** String.toLowerCase would take hours. */
  @Test
  void manySigmasTakeLinearTime() {
    int n = 1_000_000;
    String lower =
        assertTimeoutPreemptively(ofSeconds(30), () -> LOWERCASE.apply("\u03A3".repeat(n)));
    assertThat(lower.equals("\u03C3".repeat(n - 1) + "\u03C2")).isTrue();
  }

  @Test
  void aCorpusIsReadInAForm(@TempDir Path folder) throws IOException {
    String text = "\u039F\u03A3\n\u03A3\nE\u0301\n\nE\u0301"; // the second sigma stands alone
    String[] items = {"\u03BF\u03C2", "\u03C3", "\u00E9", "\u00E9"};
    TextForm form = LOWERCASE.normalized(NFC);
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Corpus corpus = Corpus.read(TextSource.stream(in, "items").in(form));
    assertThat(corpus.list()).containsExactly(items);
    assertThat(corpus.emptyLines()).isEqualTo(1);
    Path file = Files.writeString(folder.resolve("items"), text);
    assertThat(Corpus.read(TextSource.file(file).in(form)).list()).containsExactly(items);
  }

  @Test
  void formsAreComparedAndShownByWhatTheyDo() {
    assertThat(LOWERCASE.normalized(NFC))
        .isEqualTo(TextForm.asWritten().normalized(NFKC).lowercase().normalized(NFC))
        .hasSameHashCodeAs(LOWERCASE.normalized(NFC))
        .isNotEqualTo(LOWERCASE.normalized(NFKC))
        .isNotEqualTo(TextForm.asWritten().normalized(NFC))
        .hasToString("lowercase, NFC");
    assertThat(LOWERCASE).hasToString("lowercase").doesNotHaveSameHashCodeAs(TextForm.asWritten());
    assertThat(TextForm.asWritten()).hasToString("as written");
  }
}
