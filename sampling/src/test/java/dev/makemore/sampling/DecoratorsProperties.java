package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.LanguageModelContract;
import dev.makemore.model.contract.TableModel;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every decorator, and each on top of another, keeps the contract of a language model. */
class DecoratorsProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.integers().between(0, 2).flatMap(TableModel::arbitrary),
                TableModel.smoothed()),
            decorators().list().ofMinSize(1).ofMaxSize(3))
        .as(
            (model, decorators) -> {
              LanguageModel decorated = model;
              for (UnaryOperator<LanguageModel> decorator : decorators) {
                decorated = decorator.apply(decorated);
              }
              return decorated;
            });
  }

  private static Arbitrary<UnaryOperator<LanguageModel>> decorators() {
    return Arbitraries.oneOf(
        Arbitraries.of(0.0, 0.3, 1.0, 2.5).map(t -> model -> Temperature.of(model, t)),
        Arbitraries.integers().between(1, 18).map(k -> model -> TopK.of(model, k)),
        Arbitraries.of(0.1, 0.5, 0.9, 1.0).map(p -> model -> TopP.of(model, p)));
  }

  @Provide
  Arbitrary<TableModel> tables() {
    return TableModel.arbitrary(1);
  }

  /** Below 1 it sharpens, above 1 it flattens: entropy never rises as the temperature falls. */
  @Property
  void entropyRisesWithTheTemperature(@ForAll("tables") TableModel model) {
    for (int context = 0; context < model.vocabulary().size(); context++) {
      double entropy = -1;
      for (double temperature : new double[] {0, 0.2, 0.5, 1, 2, 10}) {
        Distribution row = Temperature.of(model, temperature).next(context);
        assertThat(row.entropy()).isGreaterThanOrEqualTo(entropy - 1e-12);
        entropy = row.entropy();
      }
    }
  }

  @Property
  void noDecoratorMakesTheImpossiblePossible(@ForAll("tables") TableModel model) {
    for (int context = 0; context < model.vocabulary().size(); context++) {
      Distribution row = model.next(context);
      for (LanguageModel decorated :
          List.of(Temperature.of(model, 5), TopK.of(model, 3), TopP.of(model, 0.999))) {
        Distribution changed = decorated.next(context);
        assertThat(IntStream.range(0, row.size()))
            .allMatch(token -> row.probability(token) > 0 || changed.probability(token) == 0);
      }
    }
  }

  @Property
  void topKLeavesAtMostKAndTopPAtLeastP(@ForAll("tables") TableModel model) {
    for (int context = 0; context < model.vocabulary().size(); context++) {
      Distribution row = model.next(context);
      assertThat(TopK.of(model, 2).next(context).supportSize()).isLessThanOrEqualTo(2);
      double kept = TopP.of(model, 0.7).next(context).listed().mapToDouble(row::probability).sum();
      assertThat(kept).isGreaterThanOrEqualTo(0.7 - 1e-12);
    }
  }
}
