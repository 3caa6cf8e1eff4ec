package example;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.io.ModelFile;
import dev.makemore.ngram.NgramModel;
import dev.makemore.ngram.Smoothing;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Learns from the names of rivers, and asks three models how likely other rivers are. */
public final class Rivers {

  private Rivers() {}

  /** Starts the example. */
  public static void main(String[] args) throws IOException {
    Corpus rivers =
        Corpus.of(
            "alabama",
            "altamaha",
            "apalachicola",
            "arkansas",
            "catawba",
            "chattahoochee",
            "chowan",
            "congaree",
            "coosa",
            "kanawha",
            "mississippi",
            "missouri",
            "monongahela",
            "ocmulgee",
            "oconee",
            "ohio",
            "ogeechee",
            "potomac",
            "rappahannock",
            "roanoke",
            "santee",
            "savannah",
            "shenandoah",
            "susquehanna",
            "tallapoosa",
            "tennessee",
            "tombigbee",
            "wabash",
            "wateree",
            "youghiogheny");
    Corpus others =
        Corpus.of("allegheny", "ochlockonee", "suwannee", "saluda", "pamunkey", "tuckaseegee");
    NgramCounts counts = NgramCounts.of(4, rivers);
    System.out.println(counts);

    System.out.println("average NLL of rivers that were not learned:");
    for (Smoothing smoothing :
        List.of(Smoothing.kneserNey(), Smoothing.wittenBell(), Smoothing.addK(0.1))) {
      Evaluation evaluation = Evaluation.of(NgramModel.fit(counts, smoothing), others);
      System.out.printf(Locale.ROOT, "  %-11s  %.4f%n", smoothing, evaluation.averageNll());
    }

    NgramModel model = NgramModel.fit(counts, Smoothing.kneserNey());
    System.out.println("not on the map:");
    Selection.all()
        .unique()
        .excluding(rivers.list())
        .take(5, Sampler.of(model).samples(7), sample -> System.out.println("  " + sample.text()));

    Path file = Files.createTempFile("rivers", ".model");
    ModelFile.save(model, file);
    System.out.println("saved and loaded: " + ModelFile.load(file));
    Files.delete(file);
  }
}
