package example;

import dev.makemore.mlp.PerceptronModel;
import dev.makemore.mlp.PerceptronTrainer;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.io.ModelFile;
import dev.makemore.sampling.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Trains a perceptron on the names of birds, stops in the middle, and goes on from a file. */
public final class Perceptron {

  private Perceptron() {}

  /** Starts the example. */
  public static void main(String[] args) throws IOException {
    Corpus birds =
        Corpus.of(
            "avocet",
            "bittern",
            "bunting",
            "buzzard",
            "curlew",
            "dotterel",
            "dunlin",
            "falcon",
            "finch",
            "gannet",
            "godwit",
            "goldfinch",
            "heron",
            "kestrel",
            "kingfisher",
            "kittiwake",
            "lapwing",
            "linnet",
            "merlin",
            "osprey",
            "partridge",
            "peregrine",
            "pipit",
            "plover",
            "puffin",
            "razorbill",
            "redstart",
            "robin",
            "sandpiper",
            "starling",
            "swallow",
            "turnstone",
            "wagtail",
            "warbler",
            "wheatear",
            "whimbrel",
            "woodpecker",
            "wren");
    NgramCounts counts = NgramCounts.of(3, birds); // so the context is of two letters
    PerceptronTrainer trainer =
        PerceptronTrainer.create().withEmbedding(4).withHidden(24).withSteps(400);

    PerceptronModel half = trainer.withListener(share -> share < 0.5).train(counts);
    Path file = Files.createTempFile("birds", ".model");
    ModelFile.save(half, file);
    System.out.println("saved:   " + half);

    PerceptronModel loaded = (PerceptronModel) ModelFile.load(file);
    PerceptronModel whole = trainer.resuming(loaded).train(counts);
    System.out.println("resumed: " + whole);
    Files.delete(file);

    for (PerceptronModel model : new PerceptronModel[] {half, whole}) {
      double nll = Evaluation.of(model, birds).averageNll();
      System.out.printf(Locale.ROOT, "after %d steps: %.4f nats a letter%n", model.steps(), nll);
    }
    System.out.println("not in the book:");
    Sampler.of(whole).samples(3).limit(5).forEach(bird -> System.out.println("  " + bird.text()));
  }
}
