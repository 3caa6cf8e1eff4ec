package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.net.TrainingResult.Stop;
import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.Evaluation;
import dev.makemore.model.contract.Corpora;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NetListenerProperties {

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  /** A step's loss is computed on the tape, and the net's by its distributions. */
  @Property(tries = 200)
  void theLossOfEachNetIsTheLossOfItsStep(@ForAll("corpora") Corpus corpus) {
    List<BigramNet> nets = new ArrayList<>();
    TrainingResult result =
        BigramTrainer.create()
            .withMaxSteps(100)
            .withTargetTotalVariation(0.01)
            .withNetListener(
                (step, net) -> {
                  BigramNet present = net.get();
                  nets.add(present);
                  double nll = Evaluation.of(present, corpus).averageNll();
                  assertThat(nll).isEqualTo(step.loss(), within(1e-12));
                })
            .train(corpus);
    for (int context = 0; context < corpus.vocabulary().size(); context++) {
      assertThat(nets.get(0).next(context))
          .isEqualTo(Distribution.uniform(corpus.vocabulary().size()));
    }
    if (result.stop() == Stop.CERTIFIED) {
      assertThat(nets.get(result.steps()).weights()).isEqualTo(result.net().weights());
    }
  }

  @Property(tries = 200)
  void askingForTheNetsDoesNotChangeTheTraining(
      @ForAll("corpora") Corpus corpus, @ForAll Descent descent, @ForAll boolean miniBatches) {
    BigramTrainer plain = BigramTrainer.create().withDescent(descent).withLearningRate(1);
    BigramTrainer trainer = (miniBatches ? plain.withMiniBatches(8, 7) : plain).withMaxSteps(99);
    List<BigramNet> nets = new ArrayList<>();
    TrainingResult watched =
        trainer.withNetListener((step, net) -> nets.add(net.get())).train(corpus);
    TrainingResult alone = trainer.train(corpus);
    assertThat(nets).hasSize(watched.steps() + 1);
    assertThat(watched.net().weights()).isEqualTo(alone.net().weights());
    assertThat(watched).usingRecursiveComparison().ignoringFields("net").isEqualTo(alone);
  }
}
