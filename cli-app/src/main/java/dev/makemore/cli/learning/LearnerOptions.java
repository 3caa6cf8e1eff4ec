package dev.makemore.cli.learning;

import dev.makemore.cli.io.Failure;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.model.learn.UnusableFileException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;

/**
 * The options of all learners, as options of a command: those whose names the command does not use
 * itself. A learner's option that the command uses otherwise keeps its default value there.
 */
public final class LearnerOptions {

  /** Options of makemore itself, which every command has from the moment that it is added. */
  private static final Set<String> EVERYWHERE = Set.of("verbose", "quiet", "color", "no-color");

  /** An option of learners that is one of the command. */
  private record Declared(SharedOption shared, Argument<?> argument) {}

  private final Syntax syntax;
  private final List<Learner> learners;
  private final Map<String, Declared> declared = new LinkedHashMap<>(); // by name

  /** No options so far, of these learners. */
  public LearnerOptions(Syntax syntax, List<Learner> learners) {
    this.syntax = syntax;
    this.learners = List.copyOf(learners);
  }

  /** The learner of this name. */
  public Optional<Learner> named(String name) {
    return learners.stream().filter(learner -> learner.name().equals(name)).findFirst();
  }

  /** Whether a learner is not one of makemore's. */
  public static boolean isForeign(Learner learner) {
    return learner.getClass().getClassLoader() != Learner.class.getClassLoader();
  }

  /** The heading of the options of the learner of this name. */
  public Heading heading(String name) {
    return heading(List.of(name));
  }

  /** The heading of the options that these learners have, and no others. */
  private Heading heading(List<String> owners) {
    Set<List<String>> groups = new LinkedHashSet<>();
    for (Learner learner : learners) {
      groups.add(List.of(learner.name()));
      learner.options().forEach(option -> groups.add(shared(option).owners()));
    }
    return Heading.ofLearners(List.copyOf(groups).indexOf(owners), listed(owners));
  }

  /** Such as {@code gpt, mlp or net}. */
  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  /** Declares the options. To be called when the command has all options of its own. */
  public void declare() {
    for (Learner learner : learners) {
      for (LearnerOption<?> option : learner.options()) {
        String name = option.name();
        if (!declared.containsKey(name) && !syntax.has("--" + name) && !EVERYWHERE.contains(name)) {
          SharedOption shared = shared(option);
          Syntax under = syntax.under(heading(shared.owners()));
          declared.put(name, new Declared(shared, shared.declare(under)));
        }
      }
    }
  }

  private SharedOption shared(LearnerOption<?> option) {
    return new SharedOption(option.name(), learners);
  }

  /** The learner that an option chooses, if one of these is given. */
  public Optional<Learner> implied() {
    return declared.values().stream()
        .filter(option -> option.argument.isGiven())
        .flatMap(option -> option.shared.chooses().stream())
        .flatMap(name -> named(name).stream())
        .findFirst();
  }

  /**
   * Refuses the options of other learners.
   *
   * @param chosen the learner that is used; empty if nothing is learned
   */
  public void refuseOthers(Optional<Learner> chosen) {
    String name = chosen.map(Learner::name).orElse("");
    for (Declared option : declared.values()) {
      if (!option.shared.owners().contains(name)) {
        option.argument.refuse(
            chosen.isEmpty()
                ? "is for learning, and the saved model has learned already"
                : "is for --model " + listed(option.shared.owners()) + ", which is not given");
      }
    }
  }

  /**
   * {@code settings} and the values of the options of {@code learner} that are given.
   *
   * @throws ParameterException if one is not valid, or they can't be used together
   */
  public LearnerSettings settings(Learner learner, LearnerSettings settings) {
    LearnerSettings all = settings;
    for (LearnerOption<?> option : learner.options()) {
      Declared given = declared.get(option.name());
      if (given != null && given.argument.isGiven()) {
        all = with(all, option, given.argument);
      }
    }
    check(learner, all);
    return all;
  }

  /** {@code settings}, and the value of an option that is given. */
  public static <T> LearnerSettings with(
      LearnerSettings settings, LearnerOption<T> option, Argument<?> argument) {
    T value = option.type().cast(argument.get());
    argument.require(option.rule().valid().test(value), option.rule().text());
    return settings.with(option, value);
  }

  /**
   * Learns a model.
   *
   * @throws Failure if the learner can't learn from that, or a learner from outside fails
   */
  public LanguageModel learn(
      Learner learner, TrainingText text, LearnerSettings settings, LearningListener listener) {
    return Blame.on(
        learner, message -> typed(learner, message), () -> learner.learn(text, settings, listener));
  }

  private void check(Learner learner, LearnerSettings settings) {
    Blame.on(learner, message -> typed(learner, message), () -> checked(learner, settings));
  }

  private LearnerSettings checked(Learner learner, LearnerSettings settings) {
    try {
      learner.check(settings);
      return settings;
    } catch (UnusableFileException e) {
      throw e; // not how the command is used, but what is in the file
    } catch (IllegalArgumentException e) {
      throw syntax.wrong("--model " + learner.name() + ": " + typed(learner, Blame.reason(e)));
    }
  }

  /**
   * A message in which options stand as they are typed: {@code --seed} for {@code 'seed'}. What is
   * another option of the command, or none, stays as it is.
   */
  private String typed(Learner learner, String message) {
    String text = message;
    for (LearnerOption<?> option : learner.options()) {
      String name = option.name();
      if (declared.containsKey(name)
          || name.equals(KnownOptions.SMOOTHING)
          || name.equals(KnownOptions.THREADS)) {
        text = text.replace("'" + name + "'", "--" + name);
      }
    }
    return text;
  }

  /**
   * The settings in words that follow the name of the learner, such as {@code , order 3}. The
   * number of threads is not among them, since no result depends on it.
   */
  public static String words(Learner learner, LearnerSettings settings) {
    return learner.options().stream()
        .filter(option -> settings.isChosen(option) && !option.name().equals(KnownOptions.THREADS))
        .flatMap(option -> words(option, settings).stream())
        .map(words -> ", " + words)
        .collect(Collectors.joining());
  }

  private static <T> Optional<String> words(LearnerOption<T> option, LearnerSettings settings) {
    T value = settings.get(option);
    if (value.equals(option.defaultValue().orElse(null))) {
      return Optional.empty();
    } else if (option.type() == Boolean.class) {
      return Optional.of(option.name());
    }
    return Optional.of(
        option.name() + " " + (value instanceof Double d ? Decimal.shortest(d) : value));
  }
}
