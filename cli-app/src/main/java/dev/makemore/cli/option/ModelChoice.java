package dev.makemore.cli.option;

import dev.makemore.cli.syntax.Converters;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * What stands after {@code --model}: a way to learn or, in commands that use a saved model, the
 * file of one. A file that is called {@code net} needs a folder before its name.
 *
 * @param learner the way to learn; null if a file is named
 * @param saved the file of a saved model; null if a way to learn is named
 */
record ModelChoice(@Nullable Learner learner, @Nullable Path saved) {

  /** The option {@code --model} of a command that only learns. */
  static OptionSpec.Builder learnerOption() {
    return option("KIND", "").converters(ModelChoice::learner);
  }

  /** The option {@code --model} of a command that learns a model or uses a saved one. */
  static OptionSpec.Builder learnerOrFileOption() {
    return option("KIND|FILE", "The name of a file is the same as with -m.")
        .converters(ModelChoice::learnerOrFile);
  }

  private static OptionSpec.Builder option(String label, String more) {
    String[] description = {
      "How to learn: ${COMPLETION-CANDIDATES}.",
      "count (the default) counts pairs of characters; net trains a neural net, which ends up with"
          + " the same table.",
      more
    };
    return OptionSpec.builder("--model")
        .paramLabel(label)
        .completionCandidates(Converters.words(Learner.class))
        .description(more.isEmpty() ? new String[] {description[0], description[1]} : description);
  }

  private static ModelChoice learner(String text) {
    try {
      return new ModelChoice((Learner) Converters.constant(text, Learner.class), null);
    } catch (TypeConversionException e) {
      throw mayBeFile(text)
          ? new TypeConversionException(
              e.getMessage() + "; to save the model in this file, use -o " + text)
          : e;
    }
  }

  private static boolean mayBeFile(String text) {
    return text.contains(".") || text.contains("/") || exists(text);
  }

  private static ModelChoice learnerOrFile(String text) {
    if (Converters.words(Learner.class).contains(text)) {
      return learner(text);
    } else if (text.equals("-") || exists(text)) {
      return new ModelChoice(null, Path.of(text));
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is not "
            + String.join(" or ", Converters.words(Learner.class))
            + ", and there is no such file");
  }

  private static boolean exists(String text) {
    try {
      return !text.isEmpty() && Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
