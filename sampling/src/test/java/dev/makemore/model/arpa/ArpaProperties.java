package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.ArpaScorer;
import dev.makemore.model.contract.BackoffModels;
import dev.makemore.model.contract.PlainBackoff;
import dev.makemore.model.contract.TableModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArpaProperties {

  @Provide
  Arbitrary<LanguageModel> models() {
    return Arbitraries.oneOf(
        TableModel.arbitrary(1), TableModel.smoothed(), BackoffModels.ofAnyOrder());
  }

  @Property
  void writeThenReadGivesTheSameDistributions(@ForAll("models") LanguageModel model)
      throws IOException {
    ArpaCheck.assertSame(ArpaCheck.read(ArpaCheck.written(model)), model);
  }

  @Property
  void whatIsImpossibleIsCounted(@ForAll("models") LanguageModel model) throws IOException {
    int[] byContext = impossible(model).filter(zeros -> zeros > 0).toArray();
    assertThat(Arpa.write(model, OutputStream.nullOutputStream()))
        .isEqualTo(new Arpa.Zeros(byContext.length, IntStream.of(byContext).sum()));
  }

  /** How many tokens are impossible after each context that is counted. */
  private static IntStream impossible(LanguageModel model) {
    IntStream tokens = IntStream.range(0, model.vocabulary().size());
    if (!(model instanceof BackoffModel backoff)) {
      return tokens.map(token -> model.vocabulary().size() - model.next(token).supportSize());
    }
    List<List<Integer>> contexts = new ArrayList<>();
    if (backoff.order() == 1) {
      contexts.add(List.of());
    } else {
      tokens.forEach(token -> contexts.add(List.of(token)));
    }
    backoff.forEachContext(
        context -> {
          if (context.length > 1) {
            contexts.add(IntStream.of(context).boxed().toList());
          }
        });
    PlainBackoff plain = PlainBackoff.of(backoff);
    return contexts.stream()
        .mapToInt(
            context ->
                (int)
                    IntStream.range(0, model.vocabulary().size())
                        .filter(token -> plain.after(context, token) == 0)
                        .count());
  }

  @Property
  void aReaderOfArpaFilesFindsTheCostThatWeFind(
      @ForAll("models") LanguageModel model, @ForAll Random random) throws IOException {
    ArpaScorer scorer = ArpaScorer.of(new String(ArpaCheck.written(model), StandardCharsets.UTF_8));
    for (int item = 0; item < 20; item++) {
      int[] tokens = item(model, random);
      double cost = cost(model, tokens);
      if (cost < Double.POSITIVE_INFINITY) {
        // Backoffs above 1 make numbers that nearly cancel out, and floats have 7 digits.
        double floats = model instanceof BackoffModel ? 5e-6 * (tokens.length + 1) : 0;
        assertThat(-Math.log(10) * scorer.total(words(model, tokens)))
            .isEqualTo(cost, within(1e-5 * cost + floats));
      }
    }
  }

  /** Some tokens that are likely to be possible. */
  private static int[] item(LanguageModel model, Random random) {
    int length = random.nextInt(20);
    int[] tokens = new int[length];
    for (int i = 0; i < length; i++) {
      tokens[i] = model.next(Arrays.copyOf(tokens, i)).sample(random);
      if (tokens[i] == Vocabulary.BOUNDARY) {
        return Arrays.copyOf(tokens, i);
      }
    }
    return tokens;
  }

  private static double cost(LanguageModel model, int... tokens) {
    double cost = 0;
    for (int i = 0; i < tokens.length; i++) {
      cost += model.next(Arrays.copyOf(tokens, i)).negativeLogLikelihood(tokens[i]);
    }
    return cost + model.next(tokens).negativeLogLikelihood(Vocabulary.BOUNDARY);
  }

  private static List<String> words(LanguageModel model, int... tokens) {
    return IntStream.of(tokens)
        .mapToObj(token -> model.vocabulary().text(token).replace(" ", "<U+0020>"))
        .toList();
  }

  @Property
  void aChangedFileIsReadOrIsMalformedAndNothingElse(
      @ForAll("models") LanguageModel model, @ForAll Random random) throws IOException {
    ArpaCheck.isModelOrMalformed(changed(ArpaCheck.written(model), random));
  }

  private static byte[] changed(byte[] file, Random random) {
    StringBuilder text = new StringBuilder(new String(file, StandardCharsets.ISO_8859_1));
    List<String> pieces =
        List.of(
            "",
            "\n",
            "\t",
            " ",
            "0",
            "9",
            "-",
            ".",
            "-99",
            "99",
            "1e308",
            "-inf",
            "nan",
            "a",
            "<s>",
            "</s>",
            "<unk>",
            "<U+0061>",
            "<U+10FFFF>",
            "\\end\\",
            "\\2-grams:",
            "\\3-grams:",
            "\\data\\",
            "ngram 1=999999999999999999",
            "\u00FF",
            "\u00E9");
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(8));
      text.replace(start, end, pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
