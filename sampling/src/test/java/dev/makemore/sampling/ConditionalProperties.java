package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.LanguageModelContract;
import dev.makemore.model.contract.TableModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random conditions on random models: the contract of a model, and comparison with enumeration. */
class ConditionalProperties extends LanguageModelContract {

  private static final int LONGEST = 5; // of the items that are enumerated

  /** A model and what to ask of it. */
  record Wish(LanguageModel model, Condition condition, String prefix) {

    /** The model under that condition, unless none of its items meets it. */
    Optional<Conditional> conditional() {
      try {
        return Optional.of(Conditional.of(model, condition, prefix));
      } catch (IllegalArgumentException e) {
        assertThat(e)
            .hasMessageContaining(
                "the model makes no item, or less than one in 1e300, of this kind: ");
        return Optional.empty();
      }
    }

    Sampler sampler() {
      return Sampler.of(conditional().orElseThrow()).withPrefix(prefix);
    }
  }

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return wishes()
        .map(wish -> new Wish(wish.model(), wish.condition(), ""))
        .map(Wish::conditional)
        .filter(Optional::isPresent)
        .map(Optional::orElseThrow);
  }

  @Provide
  Arbitrary<Wish> wishes() {
    return Arbitraries.oneOf(
            TableModel.arbitrary(0), TableModel.arbitrary(1), TableModel.smoothed())
        .flatMap(
            model -> {
              String letters = "abcd".substring(0, Math.min(4, model.vocabulary().size() - 1));
              Arbitrary<String> suffixes = texts(letters, 3);
              Arbitrary<String> prefixes = texts(letters, 2);
              Arbitrary<Integer> min = Arbitraries.integers().between(0, 3);
              Arbitrary<Integer> more = Arbitraries.integers().between(0, LONGEST - 2);
              return Combinators.combine(min, more, suffixes, prefixes)
                  .as((m, n, suffix, prefix) -> wish(model, m, n, suffix, prefix));
            });
  }

  private static Arbitrary<String> texts(String letters, int longest) {
    return letters.isEmpty()
        ? Arbitraries.just("")
        : Arbitraries.strings().withChars(letters).ofMaxLength(longest);
  }

  /** Without a maximum length if {@code more} is 0. */
  private static Wish wish(LanguageModel model, int min, int more, String suffix, String prefix) {
    Condition condition = Condition.none().withMinLength(min).withSuffix(suffix);
    int least = Math.max(Math.max(min, suffix.length()), prefix.length());
    int max = Math.min(LONGEST, least + more - 1);
    return new Wish(
        model, more == 0 || max < least ? condition : condition.withMaxLength(max), prefix);
  }

  /** The probability of each item with at most so many characters that begins with a prefix. */
  private static Map<String, Double> items(LanguageModel model, String prefix, int longest) {
    Map<String, Double> items = new HashMap<>();
    enumerate(model, prefix, 1, longest, items);
    return items;
  }

  private static void enumerate(
      LanguageModel model, String text, double chance, int longest, Map<String, Double> items) {
    Vocabulary vocabulary = model.vocabulary();
    int[] context = vocabulary.encode(text);
    double end = chance * model.probability(Vocabulary.BOUNDARY, context);
    if (end > 0) {
      items.put(text, end);
    }
    for (int token = 1; token < vocabulary.size() && text.length() < longest; token++) {
      double next = chance * model.probability(token, context);
      if (next > 0) {
        enumerate(model, text + vocabulary.text(token), next, longest, items);
      }
    }
  }

  /** Items of a smoothed model with 20 tokens are too many for 5 characters. */
  private static int enumerable(Wish wish) {
    int limit = wish.model().vocabulary().size() > 5 ? 3 : LONGEST + 2;
    return Math.min(limit, wish.condition().maxLength().orElse(limit));
  }

  @Property(tries = 300)
  void everyItemThatMeetsItBecomesLikelierByOneFactor(@ForAll("wishes") Wish wish) {
    Optional<Conditional> conditional = wish.conditional();
    if (conditional.isEmpty()) {
      return;
    }
    int[] prefix = wish.model().vocabulary().encode(wish.prefix());
    double log = Math.log(conditional.get().chance(prefix));
    items(wish.model(), wish.prefix(), enumerable(wish))
        .forEach(
            (text, chance) -> {
              double nll = nllAfter(conditional.get(), wish.prefix(), text);
              if (wish.condition().test(text)) {
                assertThat(nll).isEqualTo(log - Math.log(chance), within(1e-9));
              } else {
                assertThat(nll).isInfinite();
              }
            });
  }

  /** What an item costs after its prefix, which is given. */
  private static double nllAfter(LanguageModel model, String prefix, String text) {
    double[] costs = new double[text.length() + 1];
    int[] at = {0};
    Scorer.of(model).explain(text, prediction -> costs[at[0]++] = prediction.nll());
    double sum = 0;
    for (int i = prefix.length(); i < costs.length; i++) {
      sum += costs[i];
    }
    return sum;
  }

  @Property(tries = 300)
  void theChanceIsTheSumOverAllItems(@ForAll("wishes") Wish wish) {
    Map<String, Double> items = items(wish.model(), wish.prefix(), enumerable(wish));
    double met =
        items.entrySet().stream()
            .filter(item -> wish.condition().test(item.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    double all = items.values().stream().mapToDouble(Double::doubleValue).sum();
    int[] prefix = wish.model().vocabulary().encode(wish.prefix());
    double chance = wish.conditional().map(model -> model.chance(prefix)).orElse(0.0);
    boolean complete = wish.condition().maxLength().orElse(Integer.MAX_VALUE) <= enumerable(wish);
    double longer = complete ? 0 : 1 - all; // some of the items that are not enumerated
    assertThat(chance).isBetween(met - 1e-12, met + longer + 1e-12);
  }

  @Property(tries = 200)
  void everyItemMeetsIt(@ForAll("wishes") Wish wish, @ForAll long seed) {
    if (wish.conditional().isPresent()) {
      assertThat(wish.sampler().samples(seed).limit(100))
          .allMatch(sample -> sample.cut() || wish.condition().test(sample.text()));
    }
  }

  @Property(tries = 10)
  void theItemsAreTheSameOnAnyNumberOfThreads(@ForAll("wishes") Wish wish, @ForAll long seed)
      throws IOException {
    if (wish.conditional().isEmpty()) {
      return;
    }
    int count = 2 * Sampler.BLOCK + 7;
    List<Sample> one = wish.sampler().samples(seed).limit(count).toList();
    String lines = one.stream().map(s -> s.text() + "\n").collect(Collectors.joining());
    for (int threads : new int[] {1, 2, 8}) {
      assertThat(wish.sampler().samples(seed, threads).limit(count)).isEqualTo(one);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      wish.sampler().write(seed, count, threads, out);
      assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(lines);
    }
  }

  @Property(tries = 100)
  void onlyWhatNoItemMeetsIsRefused(@ForAll("wishes") Wish wish) {
    boolean some =
        items(wish.model(), wish.prefix(), enumerable(wish)).keySet().stream()
            .anyMatch(wish.condition()::test);
    if (some) {
      assertThat(wish.conditional()).isPresent();
    } else if (wish.condition().maxLength().orElse(99) <= enumerable(wish)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Conditional.of(wish.model(), wish.condition(), wish.prefix()));
    }
  }
}
