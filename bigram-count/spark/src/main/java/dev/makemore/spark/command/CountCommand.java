package dev.makemore.spark.command;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.ngram.NgramModel;
import dev.makemore.ngram.Smoothing;
import dev.makemore.spark.SparkCounts;
import dev.makemore.spark.TextFiles;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts text on the cluster and saves a model, as {@code makemore train} does on one machine. */
@Command(
    name = "count",
    description = "Counts text and saves a model, which makemore -m reads.",
    mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {

  @Mixin private Inputs inputs = new Inputs();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "MODEL",
      description = "Save the model to this file.")
  private String output = "";

  @Option(names = "--force", description = "Replace the file even if it is not a model.")
  private boolean force;

  @Option(
      names = "--order",
      paramLabel = "N",
      description =
          "Predict each character from the N - 1 before it, from 1 to 16, smoothed by"
              + " Kneser and Ney's method. Without it, count pairs.")
  private @Nullable Integer order;

  @Option(
      names = "--smoothing",
      paramLabel = "K",
      description = "Of pairs: act as if each had occurred K times more.")
  private double smoothing;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "Refuse text with more than N distinct n-grams (default: ${DEFAULT-VALUE})."
              + " Each takes some 100 bytes in a task.")
  private int limit = SparkCounts.DEFAULT_LIMIT;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    checkOptions();
    SparkSession spark = Inputs.session("count");
    ModelStore store = new ModelStore(spark.sparkContext().hadoopConfiguration());
    inputs.check(spark);
    store.check(Inputs.path(output), force);
    NgramCounts counts = count(spark, order == null ? 2 : order);
    if (counts.total() == 0) {
      throw new Failure(
          Failure.BAD_DATA, String.join(", ", inputs.paths) + ": there are no items to learn from");
    }
    Main.say(
        spec,
        "counted %,d %s: %s",
        counts.items(),
        counts.items() == 1 ? "item" : "items",
        order == null ? pairs(counts) : counts);
    store.save(model(counts), Inputs.path(output));
    Main.say(spec, "saved %s", output);
    return 0;
  }

  private static String pairs(NgramCounts counts) {
    return String.format(
        Locale.ROOT, "%,d pairs of %d tokens", counts.total(), counts.vocabulary().size());
  }

  private void checkOptions() {
    inputs.checkOptions();
    Inputs.path(output);
    if (output.endsWith("/")) {
      throw new Failure(Failure.CANT_CREATE, output + " is a folder; name a file in it");
    }
    if (order != null && (order < 1 || order > NgramCounts.MAX_ORDER)) {
      throw new Failure(Failure.USAGE, "--order must be from 1 to 16, was " + order);
    }
    if (!(smoothing >= 0 && smoothing < Double.POSITIVE_INFINITY)) {
      throw new Failure(
          Failure.USAGE, "--smoothing must be a finite number >= 0, was " + smoothing);
    }
    if (order != null && smoothing > 0) {
      throw new Failure(
          Failure.USAGE, "--smoothing is for pairs; with --order, there is a method instead");
    }
    if (limit < 1) {
      throw new Failure(Failure.USAGE, "--limit must be at least 1, was " + limit);
    }
  }

  private NgramCounts count(SparkSession spark, int n) {
    if (inputs.isText()) {
      TextFiles files = inputs.files(spark);
      return (inputs.lowercase ? files.lowercase() : files).ngrams(n, limit);
    }
    return SparkCounts.ngrams(inputs.items(spark), n, limit);
  }

  private LanguageModel model(NgramCounts counts) {
    return order == null
        ? CountModel.fit(counts.pairs(), smoothing)
        : NgramModel.fit(counts, Smoothing.kneserNey());
  }
}
