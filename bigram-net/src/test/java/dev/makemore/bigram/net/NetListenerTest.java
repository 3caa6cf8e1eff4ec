package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.makemore.bigram.net.TrainingResult.Stop;
import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NetListenerTest {

  private static final Corpus NAMES = Corpus.of("emma", "olivia", "ava");

  private final List<BigramNet> nets = new ArrayList<>();
  private final List<Supplier<BigramNet>> suppliers = new ArrayList<>();
  private final BigramTrainer trainer = BigramTrainer.create();

  @Test
  void theNetAtTheStartIsUniformAndTheOneAtTheEndIsTheResult() {
    TrainingResult result =
        trainer.withNetListener((step, net) -> nets.add(net.get())).train(NAMES);
    assertThat(result.stop()).isEqualTo(Stop.CERTIFIED);
    assertThat(nets).hasSize(result.steps() + 1);
    for (int context = 0; context < 8; context++) {
      assertThat(nets.get(0).next(context)).isEqualTo(Distribution.uniform(8));
    }
    assertThat(nets.get(result.steps()).weights()).isEqualTo(result.net().weights());
  }

  /** One item a: the gradient is (1/4, -1/4) and (-1/4, 1/4), as BigramTrainerTest computes. */
  @Test
  void theNetHasTheWeightsOfItsStep() {
    trainer
        .withDescent(Descent.PLAIN)
        .withLearningRate(2)
        .withMaxSteps(1)
        .withNetListener((step, net) -> nets.add(net.get()))
        .train(Corpus.of("a"));
    assertThat(nets.get(0).weights()).containsExactly(0, 0, 0, 0);
    assertThat(nets.get(1).weights()).containsExactly(-0.5, 0.5, 0.5, -0.5);
  }

  @Test
  void theSupplierMayBeAskedTwice() {
    trainer
        .withMaxSteps(3)
        .withNetListener(
            (step, net) -> assertThat(net.get().weights()).isEqualTo(net.get().weights()))
        .train(NAMES);
  }

  @Test
  void afterTheCallTheSupplierSaysThatItIsTooLate() {
    trainer.withMaxSteps(3).withNetListener((step, net) -> suppliers.add(net)).train(NAMES);
    assertThat(suppliers).hasSize(4);
    assertThatIllegalStateException()
        .isThrownBy(suppliers.get(2)::get)
        .withMessageStartingWith("the net of step 2 is there only while")
        .withMessageContaining("keep the net");
  }

  @Test
  void duringTheNextCallTheSupplierOfTheOneBeforeIsTooLate() {
    trainer
        .withMaxSteps(3)
        .withNetListener(
            (step, net) -> {
              suppliers.forEach(
                  before -> assertThatIllegalStateException().isThrownBy(before::get));
              suppliers.add(net);
            })
        .train(NAMES);
    assertThat(suppliers).hasSize(4);
  }

  @Test
  void soItIsAfterACallThatThrew() {
    BigramTrainer failing =
        trainer.withNetListener(
            (step, net) -> {
              suppliers.add(net);
              throw new UnsupportedOperationException("by the listener");
            });
    assertThat(catchThrowable(() -> failing.train(NAMES))).hasMessage("by the listener");
    assertThatIllegalStateException().isThrownBy(suppliers.get(0)::get);
  }

  @Test
  void onAnotherThreadTheSupplierSaysWhereToAsk() {
    trainer
        .withMaxSteps(0)
        .withNetListener(
            (step, net) ->
                assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> nets.add(CompletableFuture.supplyAsync(net::get).join()))
                    .withCauseInstanceOf(IllegalStateException.class)
                    .withMessageContaining("on the thread that trains"))
        .train(NAMES);
    assertThat(nets).isEmpty();
  }

  @Test
  void theLaterListenerTakesThePlaceOfTheEarlier() {
    List<Integer> heard = new ArrayList<>();
    BigramTrainer short3 = trainer.withMaxSteps(3);
    short3
        .withListener(step -> heard.add(1))
        .withNetListener((s, net) -> heard.add(2))
        .train(NAMES);
    short3
        .withNetListener((s, net) -> heard.add(3))
        .withListener(step -> heard.add(4))
        .train(NAMES);
    assertThat(heard).containsExactly(2, 2, 2, 2, 4, 4, 4, 4);
  }

  /** Mini-batches measure the full batch at step 100 only, and hear of infinite weights earlier. */
  @Test
  void weightsThatAreNotFiniteAreADivergence() {
    List<Integer> steps = new ArrayList<>();
    BigramTrainer wild =
        trainer
            .withMiniBatches(8, 7)
            .withLearningRate(Double.MAX_VALUE)
            .withNetListener(
                (step, net) -> {
                  steps.add(step.step());
                  net.get();
                });
    assertThatExceptionOfType(TrainingDivergedException.class)
        .isThrownBy(() -> wild.train(NAMES))
        .withMessageStartingWith("training diverges: a weight is ")
        .withMessageContaining("use a lower learning rate");
    assertThat(steps).hasSizeBetween(2, 99);
  }
}
