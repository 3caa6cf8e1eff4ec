package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModelKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ModelWriterProperties {

  /** Texts of what a header is made of, and of what would break one. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab:# \t\r\n\u2028\u00E9\uD83D\uDE00").ofMaxLength(6);
  }

  @Property
  void aHeaderIsRefusedOrReadsBack(@ForAll("texts") String key, @ForAll("texts") String value)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelWriter writer = ModelWriter.begin(file, new BackoffModelKind(), Vocabulary.of("ab"));
    try {
      writer.header(key, value);
    } catch (IllegalArgumentException refused) {
      return;
    }
    writer.columns("value");
    writer.end();
    ModelReader reader = ModelReader.begin(new ByteArrayInputStream(file.toByteArray()), "written");
    assertThat(reader.header(key).text()).isEqualTo(value);
    reader.rows("value", (context, next, number) -> {});
  }
}
