package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import org.junit.jupiter.api.Test;

class TextIdentityTest {

  private static TextIdentity of(String... items) {
    return TextIdentity.of(NgramCounts.of(3, Corpus.of(items)));
  }

  /** By Python's hashlib and struct, from (0,0,1,2), (0,0,2,1), (0,1,2,2), (0,2,0,1), (1,2,0,2). */
  @Test
  void theHashIsTheSha256OfTheCounts() {
    assertThat(of("ab", "ab", "b"))
        .isEqualTo(
            new TextIdentity(
                8, "1646763e38d3725cb074b329620b3eed41e990aa50f06d157253f05dff2e35f8"));
  }

  @Test
  void theOrderOfTheItemsDoesNotMatter() {
    of("ab", "ab", "b").requireSame(of("b", "ab", "ab"));
  }

  @Test
  void anotherTextWithAsManyPredictionsIsAnother() {
    assertThatThrownBy(() -> of("ab", "ab", "b").requireSame(of("ab", "ba", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the model was trained on another text: with the same number of"
                + " predictions, 8, but not the same ones");
  }

  @Test
  void otherNumbersOfPredictionsAreNamed() {
    TextIdentity many = new TextIdentity(228_146, "");
    assertThatThrownBy(() -> many.requireSame(of("ab", "ab", "b")))
        .hasMessage(
            "the model was trained on another text: on 228,146 predictions, and this"
                + " text has 8");
  }

  private static void assertOther(Vocabulary model, Vocabulary text, String how) {
    assertThatThrownBy(() -> TextIdentity.requireSame(model, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model was trained on another text: over other characters: " + how);
  }

  @Test
  void otherCharactersAreNamed() {
    TextIdentity.requireSame(Vocabulary.of("ab"), Vocabulary.of("ba"));
    assertOther(
        Vocabulary.of("abc"),
        Vocabulary.of("ac\u0301\u00E9"),
        "the text lacks 'b', and the model does not know '\u00E9', U+0301");
    assertOther(Vocabulary.of("ab"), Vocabulary.of("a"), "the text lacks 'b'");
    assertOther(Vocabulary.of("a"), Vocabulary.of("ab"), "the model does not know 'b'");
    assertOther(
        Vocabulary.of(),
        Vocabulary.of("0123456789ab"),
        "the model does not know '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' and 2 more");
    assertOther(
        Vocabulary.of("a\uFFFD"),
        Vocabulary.of("a").withUnknown(),
        "only one of them has a token for unknown characters");
  }
}
