package example;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelFile;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Learns from the names of villages, and makes names of villages that are not on the map. */
public final class Villages {

  private Villages() {}

  /** Starts the example. */
  public static void main(String[] args) throws IOException {
    Corpus villages =
        Corpus.of(
            "ashford",
            "ashton",
            "barton",
            "burford",
            "burton",
            "hanford",
            "hinton",
            "kington",
            "langford",
            "langton",
            "marston",
            "milford",
            "milton",
            "norton",
            "stanford",
            "stanton",
            "sutton",
            "walford",
            "walton",
            "weston",
            "whitford",
            "wilton");
    BigramCounts counts = BigramCounts.of(villages);
    LanguageModel model = CountModel.fit(counts);

    System.out.println(counts);
    System.out.println("not on the map:");
    Selection.all()
        .unique()
        .excluding(villages.list())
        .take(5, Sampler.of(model).samples(7), sample -> System.out.println("  " + sample.text()));
    System.out.printf(
        Locale.ROOT, "average NLL %.4f%n", Evaluation.of(model, villages).averageNll());

    Path file = Files.createTempFile("villages", ".model");
    ModelFile.save(model, file);
    LanguageModel loaded = ModelFile.load(file);
    System.out.println("saved and loaded: " + loaded);
    Files.delete(file);
  }
}
