package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VocabularyTest {

  @Test
  void tokensAreNumberedByCodePointAfterTheBoundary() {
    Vocabulary vocabulary = Vocabulary.of("cab", "bad");
    assertThat(vocabulary.size()).isEqualTo(5);
    assertThat(vocabulary.encode("abcd")).containsExactly(1, 2, 3, 4);
    assertThat(vocabulary.decode(0, 2, 1, 4, 0)).isEqualTo(".bad.");
  }

  @Test
  void aCharacterOutsideTheBasicPlaneIsOneToken() {
    Vocabulary vocabulary = Vocabulary.of("a\uD83D\uDE00"); // a, U+1F600
    assertThat(vocabulary.size()).isEqualTo(3);
    assertThat(vocabulary.codePoint(2)).isEqualTo(0x1F600);
    assertThat(vocabulary.encode("\uD83D\uDE00")).containsExactly(2);
  }

  @Test
  void aFullStopIsACharacterAndNotTheBoundary() {
    Vocabulary vocabulary = Vocabulary.of("a.b");
    assertThat(vocabulary.size()).isEqualTo(4);
    assertThat(vocabulary.token('.')).isNotEqualTo(Vocabulary.BOUNDARY);
  }

  @Test
  void theBoundaryIsPrintedAsAFullStop() {
    Vocabulary vocabulary = Vocabulary.of("a.");
    assertThat(vocabulary.text(Vocabulary.BOUNDARY)).isEqualTo(".");
    assertThat(vocabulary.decode(0, 1, 2, 0)).isEqualTo("..a.");
    assertThat(vocabulary).isEqualTo(Vocabulary.of(".a"));
  }

  @Test
  void anUnknownCharacterIsNamedWithItsPlace() {
    assertThat(Vocabulary.of("ab").token('z')).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(Vocabulary.of("ab").token(0x1F600)).isEqualTo(Vocabulary.UNKNOWN);
    assertThat(Vocabulary.of("ab").token(-1)).isEqualTo(Vocabulary.UNKNOWN);
    assertThatThrownBy(() -> Vocabulary.of("ab").encode("abz"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("character 3")
        .hasMessageContaining("'z' (U+007A)");
  }

  @Test
  void theBoundaryIsNoCharacter() {
    assertThatThrownBy(() -> Vocabulary.of("a").codePoint(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boundary");
  }

  @Test
  void aTokenThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Vocabulary.of("ab").text(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 to 2, was 3");
  }

  @Test
  void halfASurrogatePairIsNoCharacter() {
    assertThatThrownBy(() -> Vocabulary.of("a\uD83D"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("U+D83D");
  }

  @Test
  void aUnionHasTheCharactersOfBoth() {
    assertThat(Vocabulary.of("ac").union(Vocabulary.of("bc"))).isEqualTo(Vocabulary.of("abc"));
  }

  @Test
  void aTokenIsThatOfTheSameCharacterInAnotherVocabulary() {
    int[] tokens = Vocabulary.of("abd").tokensIn(Vocabulary.of("bcd"));
    assertThat(tokens).containsExactly(Vocabulary.BOUNDARY, Vocabulary.UNKNOWN, 1, 3);
  }

  @Test
  void noTextLeavesTheBoundaryAlone() {
    assertThat(Vocabulary.of().size()).isEqualTo(1);
    assertThat(Vocabulary.of().encode("")).isEmpty();
  }

  @Test
  void theLastTokenOfNoContextIsTheBoundary() {
    Vocabulary vocabulary = Vocabulary.of("ab");
    assertThat(vocabulary.lastToken()).isEqualTo(Vocabulary.BOUNDARY);
    assertThat(vocabulary.lastToken(99, 2)).isEqualTo(2);
  }

  @Test
  void equalVocabulariesHaveEqualHashCodesAndOthersHaveOthers() {
    Vocabulary vocabulary = Vocabulary.of("abc");
    assertThat(vocabulary).hasSameHashCodeAs(Vocabulary.of("cab"));
    assertThat(vocabulary).doesNotHaveSameHashCodeAs(Vocabulary.of("abd"));
  }

  @Test
  void aDistributionIsShownWithItsCharacters() {
    Vocabulary vocabulary = Vocabulary.of("ab");
    assertThat(vocabulary.text(Distribution.of(0.25, 0, 0.75))).isEqualTo("b 0.75, . 0.25");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vocabulary.text(Distribution.uniform(2)))
        .withMessage("this distribution is over 2 tokens, not over 3");
  }

  @Test
  void aVocabularySaysItsSize() {
    assertThat(Vocabulary.of("emma")).hasToString("Vocabulary(4 tokens)");
  }

  @Test
  void theUnknownTokenStandsForAllCharactersWithoutOne() {
    Vocabulary ab = Vocabulary.of("ab");
    Vocabulary open = ab.withUnknown();
    assertThat(open.size()).isEqualTo(4);
    assertThat(open.hasUnknown()).isTrue();
    assertThat(ab.hasUnknown()).isFalse();
    assertThat(open.encode("abz\u00E9\uFFFD")).containsExactly(1, 2, 3, 3, 3);
    assertThat(open.text(3)).isEqualTo("\uFFFD");
    assertThat(Vocabulary.of("abz").tokensIn(open)).containsExactly(0, 1, 2, 3);
    assertThat(open).isNotEqualTo(Vocabulary.of("ab\uFFFD")).isEqualTo(open.withUnknown());
    assertThat(ab.union(open)).isEqualTo(open);
    assertThat(open.union(Vocabulary.of("z")).encode("zy")).containsExactly(3, 4);
  }

  @Test
  void theUnknownTokenKeepsThePlaceOfItsCodePoint() {
    Vocabulary open = Vocabulary.of("a\uD83D\uDE00").withUnknown(); // U+1F600 is above U+FFFD
    assertThat(open.encode("a?\uD83D\uDE00")).containsExactly(1, 2, 3);
  }
}
