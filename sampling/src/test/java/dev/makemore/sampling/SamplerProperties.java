package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.BackoffModels;
import dev.makemore.model.contract.TableModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Compares what is written in bulk with the items of the plain sampler. */
class SamplerProperties {

  @Provide
  Arbitrary<? extends LanguageModel> models() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 2).flatMap(TableModel::arbitrary),
        TableModel.smoothed(),
        TableModel.smoothed().map(model -> TopK.of(Temperature.of(model, 1.5), 7)),
        BackoffModels.arbitrary());
  }

  /** Of up to {@code length} characters that the model knows. */
  private static String prefix(LanguageModel model, int length, long seed) {
    int[] codePoints = new int[model.vocabulary().size() > 1 ? length : 0];
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(seed);
    for (int i = 0; i < codePoints.length; i++) {
      codePoints[i] = model.vocabulary().codePoint(random.nextInt(1, model.vocabulary().size()));
    }
    return new String(codePoints, 0, codePoints.length);
  }

  private static void assertSameItems(Sampler sampler, long seed, int count, int threads)
      throws IOException {
    List<Sample> plain = sampler.samples(seed).limit(count).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long cut = sampler.write(seed, count, threads, out);
    String lines = plain.stream().map(item -> item.text() + "\n").collect(Collectors.joining());
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(lines);
    assertThat(cut).isEqualTo(plain.stream().filter(Sample::cut).count());
  }

  @Property
  void fewItemsAreWrittenAsThePlainSamplerMakesThem(
      @ForAll("models") LanguageModel model,
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int prefixLength,
      @ForAll @IntRange(max = 12) int more,
      @ForAll @IntRange(max = 50) int count)
      throws IOException {
    Sampler sampler =
        Sampler.of(model)
            .withMaxLength(prefixLength + Math.max(1, more))
            .withPrefix(prefix(model, prefixLength, seed));
    assertSameItems(sampler, seed, count, 1);
  }

  /** All four blocks that are made side by side, and several batches of them. */
  @Property(tries = 40)
  void manyItemsAreWrittenAsThePlainSamplerMakesThem(
      @ForAll("models") LanguageModel model,
      @ForAll long seed,
      @ForAll @IntRange(max = 2) int prefixLength,
      @ForAll @IntRange(min = 3, max = 40) int maxLength,
      @ForAll @IntRange(min = 1, max = 70_000) int count,
      @ForAll @IntRange(min = 1, max = 3) int threads)
      throws IOException {
    Sampler sampler =
        Sampler.of(model).withMaxLength(maxLength).withPrefix(prefix(model, prefixLength, seed));
    assertSameItems(sampler, seed, count, threads);
  }
}
