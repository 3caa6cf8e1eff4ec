package dev.makemore.model.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something that can be chosen about a learner.
 *
 * @param <T> the type of its values
 * @param name its name: letters a to z, digits, hyphens. A command has an option {@code --name}
 * @param type one of {@code Integer}, {@code Long}, {@code Double}, {@code Boolean}, {@code String}
 *     and {@code Path}
 * @param defaultValue the value if nothing is chosen; empty if the learner then finds one itself
 * @param help what it does, for the help of a command
 * @param choices all values that it can have, for a {@code String}; empty if there is no list
 * @param rule which values are valid
 */
public record LearnerOption<T>(
    String name,
    Class<T> type,
    Optional<T> defaultValue,
    String help,
    List<String> choices,
    Rule<T> rule) {

  private static final List<Class<?>> TYPES =
      List.of(Integer.class, Long.class, Double.class, Boolean.class, String.class, Path.class);

  /**
   * Which values are valid.
   *
   * @param text the rule in words that follow the name of the option, such as {@code must be >= 0}
   * @param valid says of a value whether it keeps the rule
   */
  public record Rule<T>(String text, Predicate<T> valid) {}

  /** Checks the name and the type, and that the default value is valid. */
  public LearnerOption {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "the name of an option has letters a to z, digits and hyphens, was '" + name + "'");
    }
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("option " + name + " can't have values of " + type);
    }
    choices = List.copyOf(choices);
    defaultValue.ifPresent(
        value -> {
          if (!rule.valid().test(value)) {
            throw new IllegalArgumentException(name + " " + rule.text() + ", was " + value);
          }
        });
  }

  private static <T> LearnerOption<T> of(String name, Class<T> type, T defaultValue, String help) {
    return new LearnerOption<>(
        name, type, Optional.of(defaultValue), help, List.of(), new Rule<>("", value -> true));
  }

  /** An option with a whole number. */
  public static LearnerOption<Integer> wholeNumber(String name, int defaultValue, String help) {
    return of(name, Integer.class, defaultValue, help);
  }

  /** An option with a whole number that may be large, such as a seed. */
  public static LearnerOption<Long> longNumber(String name, long defaultValue, String help) {
    return of(name, Long.class, defaultValue, help);
  }

  /** An option with a number. */
  public static LearnerOption<Double> number(String name, double defaultValue, String help) {
    return of(name, Double.class, defaultValue, help);
  }

  /** An option that is chosen or not. */
  public static LearnerOption<Boolean> flag(String name, String help) {
    return of(name, Boolean.class, false, help);
  }

  /** An option with one of several words, of which the first is the default. */
  public static LearnerOption<String> choice(String name, String help, String... words) {
    List<String> choices = List.of(words);
    return new LearnerOption<>(
        name,
        String.class,
        Optional.of(choices.get(0)),
        help,
        choices,
        new Rule<>("must be one of " + String.join(", ", choices), choices::contains));
  }

  /** An option with a file, such as one to read. It has no default value. */
  public static LearnerOption<Path> file(String name, String help) {
    return of(name, Path.class, Path.of(""), help).withoutDefault();
  }

  /**
   * This option with a rule for its values.
   *
   * @param text the rule in words that follow the name of the option, such as {@code must be >= 0}
   * @throws IllegalArgumentException if the default value breaks it
   */
  public LearnerOption<T> require(String text, Predicate<T> valid) {
    return new LearnerOption<>(name, type, defaultValue, help, choices, new Rule<>(text, valid));
  }

  /** This option without a default value: the learner finds one itself. */
  public LearnerOption<T> withoutDefault() {
    return new LearnerOption<>(name, type, Optional.empty(), help, choices, rule);
  }

  /**
   * Returns {@code value}, if it is valid.
   *
   * @throws IllegalArgumentException if it is not; the message says why
   */
  T checked(T value) {
    if (!rule.valid().test(Objects.requireNonNull(value, name))) {
      throw new IllegalArgumentException(name + " " + rule.text() + ", was " + value);
    }
    return value;
  }
}
