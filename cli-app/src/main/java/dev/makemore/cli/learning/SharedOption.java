package dev.makemore.cli.learning;

import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** The options of one name and type that learners have, as one option of a command. */
final class SharedOption {

  /** The options that choose a learner, if nothing else does. */
  private static final Map<String, String> CHOOSES = Map.of("order", "ngram", "method", "ngram");

  private final String name;
  private final Map<String, LearnerOption<?>> options = new LinkedHashMap<>(); // by learner

  /** The option of this name, which at least one of the learners has. */
  SharedOption(String name, List<Learner> learners) {
    this.name = name;
    for (Learner learner : learners) {
      KnownOptions.named(name, learner).ifPresent(option -> options.put(learner.name(), option));
    }
  }

  /** The names of the learners that have it. */
  List<String> owners() {
    return List.copyOf(options.keySet());
  }

  /** The name of the learner that it chooses, if nothing else does. */
  Optional<String> chooses() {
    return Optional.ofNullable(CHOOSES.get(name));
  }

  /** Adds it to a command. */
  Argument<?> declare(Syntax syntax) {
    OptionSpec.Builder spec = OptionSpec.builder("--" + name).description(help());
    Class<?> type = options.values().iterator().next().type();
    if (type == Boolean.class) {
      return syntax.flag(spec);
    } else if (type == String.class) {
      List<String> words = words();
      spec.paramLabel(words.isEmpty() ? "TEXT" : "WORD");
      return words.isEmpty()
          ? syntax.option(type, spec)
          : syntax.option(
              type,
              spec.completionCandidates(words).converters(text -> Converters.oneOf(words, text)));
    } else if (type == Path.class) {
      return syntax.option(type, spec.paramLabel("FILE"));
    }
    return syntax.option(type, spec.paramLabel(type == Double.class ? "X" : "N"));
  }

  /** What the help says of it: one text, or one for each learner that has it. */
  private String[] help() {
    Map<String, String> texts = new LinkedHashMap<>();
    options.forEach((learner, option) -> texts.put(learner, help(option)));
    return Set.copyOf(texts.values()).size() == 1
        ? texts.values().stream().limit(1).toArray(String[]::new)
        : texts.entrySet().stream()
            .map(text -> "With " + text.getKey() + ": " + text.getValue())
            .toArray(String[]::new);
  }

  private String help(LearnerOption<?> option) {
    String help =
        option.choices().isEmpty()
            ? option.help()
            : option.help().replaceFirst("\\.$", "") + ": ${COMPLETION-CANDIDATES}.";
    help += chooses().isPresent() ? " If it is given, --model need not be." : "";
    Object initially = option.defaultValue().orElse(null);
    if (initially == null || initially.equals("") || option.type() == Boolean.class) {
      return help;
    }
    String text = initially instanceof Double d ? Decimal.shortest(d) : initially.toString();
    return help + " Default: " + text + ".";
  }

  /** The words that it may have under any learner; empty for any text. */
  private List<String> words() {
    Set<String> words = new LinkedHashSet<>();
    for (LearnerOption<?> option : options.values()) {
      if (option.choices().isEmpty()) {
        return List.of();
      }
      words.addAll(option.choices());
    }
    return List.copyOf(words);
  }
}
