package dev.makemore.cli.option;

import dev.makemore.cli.learning.LearnerOptions;
import dev.makemore.cli.plugin.PluginFolder;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.model.learn.Learner;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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

  /** The way to learn if none is named. */
  static final String DEFAULT = "count";

  /** The option {@code --model} of a command that only learns, in one of these ways. */
  static OptionSpec.Builder learnerOption(List<Learner> learners) {
    return option(learners, "KIND", "").converters(text -> learner(text, learners));
  }

  /** The option {@code --model} of a command that learns a model or uses a saved one. */
  static OptionSpec.Builder learnerOrFileOption(List<Learner> learners) {
    return option(learners, "KIND|FILE", "The name of a file is the same as with -m.")
        .converters(text -> learnerOrFile(text, learners));
  }

  private static OptionSpec.Builder option(List<Learner> learners, String label, String more) {
    String[] description = {"How to learn: ${COMPLETION-CANDIDATES}.", summaries(learners), more};
    return OptionSpec.builder("--model")
        .paramLabel(label)
        .completionCandidates(names(learners))
        .description(more.isEmpty() ? new String[] {description[0], description[1]} : description);
  }

  private static String summaries(List<Learner> learners) {
    return learners.stream()
        .map(
            learner ->
                learner.name()
                    + (learner.name().equals(DEFAULT) ? " (the default) " : " ")
                    + learner.summary().replaceFirst("\\.$", ""))
        .collect(Collectors.joining("; ", "", "."));
  }

  private static List<String> names(List<Learner> learners) {
    return learners.stream().map(Learner::name).toList();
  }

  private static Learner named(String text, List<Learner> learners) {
    List<String> names = names(learners);
    return learners.get(names.indexOf(Converters.oneOf(names, text)));
  }

  private static ModelChoice learner(String text, List<Learner> learners) {
    try {
      return new ModelChoice(named(text, learners), null);
    } catch (TypeConversionException e) {
      throw new TypeConversionException(
          e.getMessage()
              + (mayBeFile(text)
                  ? "; to save the model in this file, use -o " + text
                  : others(learners)));
    }
  }

  private static ModelChoice learnerOrFile(String text, List<Learner> learners) {
    if (!names(learners).contains(text) && (text.equals("-") || exists(text))) {
      return new ModelChoice(null, Path.of(text));
    }
    try {
      return new ModelChoice(named(text, learners), null);
    } catch (TypeConversionException e) {
      throw new TypeConversionException(
          e.getMessage() + ", and there is no such file" + others(learners));
    }
  }

  /** Where learners come from that are not makemore's own, unless there are some already. */
  private static String others(List<Learner> learners) {
    return learners.stream().anyMatch(LearnerOptions::isForeign)
        ? ""
        : "; other learners come with " + PluginFolder.OPTION + " DIR";
  }

  private static boolean mayBeFile(String text) {
    return text.contains(".") || text.contains("/") || exists(text);
  }

  private static boolean exists(String text) {
    try {
      return !text.isEmpty() && Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
