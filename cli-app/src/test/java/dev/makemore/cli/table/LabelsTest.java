package dev.makemore.cli.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Vocabulary;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static String label(int codePoint) {
    Vocabulary vocabulary = Vocabulary.ofCodePoints(codePoint);
    return Labels.of(vocabulary, 1);
  }

  @Test
  void charactersAreThemselves() {
    assertThat(label('a')).isEqualTo("a");
    assertThat(label('"')).isEqualTo("\"");
    assertThat(label(0x6F22)).isEqualTo("\u6F22");
    assertThat(label(0x1F600)).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void theBoundaryIsAFullStopAndTheFullStopIsEscaped() {
    Vocabulary vocabulary = Vocabulary.of(".");
    assertThat(Labels.of(vocabulary, Vocabulary.BOUNDARY)).isEqualTo(".");
    assertThat(Labels.of(vocabulary, 1)).isEqualTo("\\u{2E}");
    assertThat(Labels.of(vocabulary, 1, 0)).isEqualTo("\\u{2E}.");
  }

  @Test
  void aSpaceIsAnOpenBoxAndTheOpenBoxIsEscaped() {
    assertThat(label(' ')).isEqualTo("\u2423");
    assertThat(label(0x2423)).isEqualTo("\\u{2423}");
  }

  @Test
  void whatCanNotBeSeenIsEscaped() {
    assertThat(label('\t')).isEqualTo("\\u{9}");
    assertThat(label(0x9B)).isEqualTo("\\u{9B}"); // starts a command to a terminal
    assertThat(label(0x202E)).isEqualTo("\\u{202E}"); // turns the rest of the line around
    assertThat(label(0x2028)).isEqualTo("\\u{2028}"); // ends a line
    assertThat(label(0x3000)).isEqualTo("\\u{3000}"); // a wide space
    assertThat(label(0xFFFE)).isEqualTo("\\u{FFFE}"); // no character, and not allowed in XML
    assertThat(label('\\')).isEqualTo("\\u{5C}");
  }

  @Test
  void aMarkStandsOnADottedCircle() {
    assertThat(label(0x301)).isEqualTo("\u25CC\u0301");
  }

  @Test
  void aNoteNamesTheCodePointOfWhatTerminalsMayDrawInWaysOfTheirOwn() {
    assertThat(Labels.note(Vocabulary.of("a"), 1)).isEqualTo("a");
    assertThat(Labels.note(Vocabulary.of("a"), 0)).isEqualTo(".");
    assertThat(Labels.note(Vocabulary.ofCodePoints(0x627), 1)).isEqualTo("U+0627 \u0627");
  }

  @Test
  void charactersAreTypedAsTheyAreOrAsTheyAreShown() {
    Vocabulary vocabulary = Vocabulary.ofCodePoints('\t', ' ', '.', 'a', 0x301);
    assertThat(Labels.token(vocabulary, "")).isZero();
    assertThat(Labels.token(vocabulary, ".")).isZero();
    assertThat(Labels.token(vocabulary, "\t")).isEqualTo(1);
    assertThat(Labels.token(vocabulary, "\\u{9}")).isEqualTo(1);
    assertThat(Labels.token(vocabulary, "\\u{0009}")).isEqualTo(1);
    assertThat(Labels.token(vocabulary, " ")).isEqualTo(2);
    assertThat(Labels.token(vocabulary, "\\u{2e}")).isEqualTo(3);
    assertThat(Labels.token(vocabulary, "a")).isEqualTo(4);
    assertThat(Labels.token(vocabulary, "\u0301")).isEqualTo(5);
  }

  @Test
  void anUnknownCharacterIsToldWithThoseThatAreKnown() {
    assertThatThrownBy(() -> Labels.token(Vocabulary.of("ab"), "\u00E9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'\u00E9' (U+00E9) is not among the 2 characters that the model knows: a b");
  }

  @Test
  void ofManyKnownCharactersTheFirstAreTold() {
    Vocabulary vocabulary = Vocabulary.ofCodePoints(IntStream.range(0x4E00, 0x4E00 + 66).toArray());
    String first =
        IntStream.range(0x4E00, 0x4E00 + 64)
            .mapToObj(Character::toString)
            .collect(Collectors.joining(" "));
    assertThatThrownBy(() -> Labels.token(vocabulary, "x"))
        .hasMessageEndingWith(": " + first + " and 2 more");
  }

  @Test
  void severalCharactersAreNoToken() {
    for (String text : new String[] {"ab", "\\u{}", "\\u{1234567}", "\\x", "\u25CCab"}) {
      assertThatThrownBy(() -> Labels.token(Vocabulary.of("ab"), text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is not one character");
    }
    assertThatThrownBy(() -> Labels.token(Vocabulary.of("ab"), "\\u{110000}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
