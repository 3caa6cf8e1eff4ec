package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A model file tells whether one token stands for all characters without one. */
class UnknownTokenTest {

  private static String saved(Vocabulary vocabulary) throws IOException {
    CountModel model = CountModel.fit(Corpus.of("ab").over(vocabulary), 1);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelFile.write(model, file);
    return file.toString(StandardCharsets.UTF_8);
  }

  private static LanguageModel read(String text) throws IOException {
    return ModelFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "the file");
  }

  @Test
  void aModelWithAnUnknownTokenHasOneAgain() throws IOException {
    Vocabulary vocabulary = Vocabulary.of("abc").withUnknown();
    String text = saved(vocabulary);
    assertThat(text).contains("\n# unknown: U+FFFD\n");
    LanguageModel model = read(text);
    assertThat(model.vocabulary()).isEqualTo(vocabulary);
    assertThat(model.vocabulary().hasUnknown()).isTrue();
    assertThat(model.vocabulary().token('z')).isEqualTo(model.vocabulary().token(0xFFFD));
    assertThat(saved(model.vocabulary())).isEqualTo(text);
  }

  @Test
  void aModelWithTheCharacterUPlusFffdHasNone() throws IOException {
    Vocabulary vocabulary = Vocabulary.of("ab\uFFFD");
    String text = saved(vocabulary);
    assertThat(text).doesNotContain("# unknown");
    assertThat(read(text).vocabulary().hasUnknown()).isFalse();
  }

  @Test
  void aHeaderThatNamesAnotherTokenIsMalformed() throws IOException {
    String text = saved(Vocabulary.of("ab").withUnknown());
    for (String wrong : new String[] {"U+0061", "", "yes"}) {
      assertThatThrownBy(() -> read(text.replace("# unknown: U+FFFD", "# unknown: " + wrong)))
          .isInstanceOf(MalformedModelException.class)
          .hasMessageContaining("the token for unknown characters must be U+FFFD");
    }
  }
}
