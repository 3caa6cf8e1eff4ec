package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModelKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NgramRowsProperties {

  /** What escapes and rows are made of, what combines with other characters, and what is unseen. */
  private static final String CHARACTERS =
      "\0\t\n\r \".#\\{}u0248EFa\u00E9e\u0301\u0308\u200D\u1100\u1161\uFE0F\uD83D\uDC69\uDB40\uDC01";

  /** Some of these characters, each once. */
  @Provide
  Arbitrary<Vocabulary> vocabularies() {
    List<Integer> codePoints = CHARACTERS.codePoints().boxed().toList();
    return Arbitraries.of(codePoints)
        .set()
        .map(set -> Vocabulary.ofCodePoints(set.stream().mapToInt(c -> c).toArray()));
  }

  /** N-grams of 1 to 6 numbers, of which a vocabulary takes the rest as tokens. */
  @Provide
  Arbitrary<List<int[]>> ngrams() {
    return Arbitraries.integers()
        .between(0, 1_000)
        .array(int[].class)
        .ofMinSize(1)
        .ofMaxSize(6)
        .list();
  }

  @Property
  void whatWasWrittenIsReadTokenByToken(
      @ForAll("vocabularies") Vocabulary vocabulary, @ForAll("ngrams") List<int[]> numbers)
      throws IOException {
    TreeSet<int[]> ngrams = new TreeSet<>(NgramRowsProperties::compare);
    for (int[] ngram : numbers) {
      ngrams.add(Arrays.stream(ngram).map(number -> number % vocabulary.size()).toArray());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelWriter writer = ModelWriter.begin(file, new BackoffModelKind(), vocabulary);
    writer.columns("value");
    for (int[] ngram : ngrams) {
      int last = ngram.length - 1;
      writer.row(Arrays.copyOf(ngram, last), ngram[last], ngram[last] / 7.0);
    }
    writer.end();
    ModelReader reader = ModelReader.begin(new ByteArrayInputStream(file.toByteArray()), "m");
    TreeSet<int[]> left = new TreeSet<>(ngrams);
    reader.ngrams(
        "value",
        (context, next, value) -> {
          int[] ngram = Arrays.copyOf(context, context.length + 1);
          ngram[context.length] = next;
          assertThat(ngram).isEqualTo(left.pollFirst());
          assertThat(value.asNumber()).isEqualTo(next / 7.0);
        });
    assertThat(left).isEmpty();
  }

  /** By length, and then token by token. */
  private static int compare(int[] a, int... b) {
    return a.length == b.length ? Arrays.compare(a, b) : Integer.compare(a.length, b.length);
  }
}
