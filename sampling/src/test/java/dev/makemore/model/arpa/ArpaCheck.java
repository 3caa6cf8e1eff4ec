package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.MalformedModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What must hold of ARPA files, whatever is in them. */
final class ArpaCheck {

  private ArpaCheck() {}

  static byte[] written(LanguageModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Arpa.write(model, bytes);
    return bytes.toByteArray();
  }

  static BackoffModel read(byte[] bytes) throws IOException {
    return Arpa.read(new ByteArrayInputStream(bytes), "m").model();
  }

  /** Any bytes are a model, which can be written and read again; or they are malformed. */
  static void isModelOrMalformed(byte[] bytes) throws IOException {
    BackoffModel model;
    try {
      model = read(bytes);
    } catch (MalformedModelException e) {
      assertThat(e).hasMessageMatching("(?s)m:[1-9]\\d*: .+");
      return;
    }
    assertSame(read(written(model)), model);
  }

  /** Probabilities are the same within 1e-12 of themselves, or too small for ARPA. */
  static void assertSame(LanguageModel actual, LanguageModel expected) {
    assertThat(actual.vocabulary()).isEqualTo(expected.vocabulary());
    for (int[] context : contexts(expected)) {
      Distribution next = expected.next(context);
      for (int token = 0; token < next.size(); token++) {
        double probability = next.probability(token);
        assertThat(actual.next(context).probability(token))
            .as("%d after %s", token, Arrays.toString(context))
            .isEqualTo(probability, within(1e-12 * probability + 1e-98));
      }
    }
  }

  /** All single tokens, all contexts that a model knows, and some others. */
  static List<int[]> contexts(LanguageModel model) {
    int size = model.vocabulary().size();
    List<int[]> contexts = new ArrayList<>();
    IntStream.range(0, size).forEach(token -> contexts.add(new int[] {token}));
    if (model.contextLength() > 1) {
      Random random = new Random(16);
      for (int i = 0; i < 50; i++) {
        contexts.add(random.ints(random.nextInt(model.contextLength() + 1), 0, size).toArray());
      }
    }
    if (model instanceof BackoffModel backoff) {
      backoff.forEachContext(contexts::add);
    }
    return contexts;
  }
}
