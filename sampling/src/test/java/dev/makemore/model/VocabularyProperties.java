package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VocabularyProperties {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .list()
        .ofMaxSize(50)
        .map(
            l ->
                l.stream()
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {}))
        .map(StringBuilder::toString);
  }

  @Property
  void whatIsEncodedIsDecodedToItself(@ForAll("texts") String text) {
    Vocabulary vocabulary = Vocabulary.of(text);
    assertThat(vocabulary.decode(vocabulary.encode(text))).isEqualTo(text);
  }

  @Property
  void tokensAndCodePointsAreEachOthersInverse(@ForAll("texts") String text) {
    Vocabulary vocabulary = Vocabulary.of(text);
    assertThat(IntStream.range(1, vocabulary.size()))
        .allMatch(token -> vocabulary.token(vocabulary.codePoint(token)) == token);
  }

  @Property
  void codePointsAscendWithTheirTokens(@ForAll("texts") String text) {
    Vocabulary vocabulary = Vocabulary.of(text);
    assertThat(IntStream.range(2, vocabulary.size()))
        .allMatch(token -> vocabulary.codePoint(token - 1) < vocabulary.codePoint(token));
  }

  @Property
  void aVocabularyKnowsTheDistinctCharactersOfItsText(@ForAll("texts") String text) {
    assertThat(Vocabulary.of(text).size() - 1)
        .isEqualTo((int) text.codePoints().distinct().count());
  }
}
