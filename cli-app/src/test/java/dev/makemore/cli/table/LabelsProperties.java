package dev.makemore.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Vocabulary;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LabelsProperties {

  /** Characters of all kinds, most of them such as labels treat in a special way. */
  @Provide
  Arbitrary<Vocabulary> vocabularies() {
    Arbitrary<Integer> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(codePoint -> codePoint < 0xD800 || codePoint > 0xDFFF);
    Arbitrary<Integer> special =
        Arbitraries.of(0, 0x9, 0xA, 0x20, 0x2E, 0x5C, 0x9B, 0xA0, 0x301, 0x25CC, 0x2423, 0xFE0F);
    return Arbitraries.oneOf(any, special)
        .set()
        .ofMaxSize(20)
        .map(set -> Vocabulary.ofCodePoints(set.stream().mapToInt(c -> c).toArray()));
  }

  @Property
  void aLabelReadsBackAsItsToken(@ForAll("vocabularies") Vocabulary vocabulary) {
    for (int token = 0; token < vocabulary.size(); token++) {
      assertThat(Labels.token(vocabulary, Labels.of(vocabulary, token))).isEqualTo(token);
    }
  }

  @Property
  void noTwoTokensHaveTheSameLabelAndNoLabelHasControls(
      @ForAll("vocabularies") Vocabulary vocabulary) {
    Set<String> labels = new HashSet<>();
    for (int token = 0; token < vocabulary.size(); token++) {
      String label = Labels.of(vocabulary, token);
      assertThat(labels.add(label)).isTrue();
      assertThat(label.codePoints()).noneMatch(Character::isISOControl);
    }
  }
}
