package dev.makemore.cli.plugin;

import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What learners must keep to be used together in one command. */
final class LearnerRules {

  private final Set<String> names = new HashSet<>();
  private final Map<String, LearnerOption<?>> options = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>(); // of options: names of learners
  private final Set<String> reserved;

  private LearnerRules(List<String> reserved) {
    this.reserved = Set.copyOf(reserved);
  }

  /**
   * The rules for learners beside others.
   *
   * @param others learners that are there already
   * @param reserved the names of options that no learner can have
   */
  static LearnerRules of(List<Learner> others, List<String> reserved) {
    LearnerRules rules = new LearnerRules(reserved);
    others.forEach(rules::add);
    return rules;
  }

  /**
   * Adds a learner.
   *
   * @throws IllegalArgumentException if it can't be used beside the others; the message goes on
   *     after the name of its class
   */
  void add(Learner learner) {
    String name = learner.name();
    require(
        name != null && name.matches("[a-z0-9]+(-[a-z0-9]+)*"),
        "has the name '" + name + "'; a name has letters a to z, digits and hyphens");
    require(names.add(name), "has the name " + name + ", which another learner has, too");
    require(learner.summary() != null, "has no summary");
    Set<String> own = new HashSet<>();
    for (LearnerOption<?> option : learner.options()) {
      require(own.add(option.name()), "has two options named " + option.name());
      add(option, name);
    }
  }

  private void add(LearnerOption<?> option, String learner) {
    String name = option.name();
    require(
        !reserved.contains(name),
        "has an option named " + name + ", but --" + name + " is an option of makemore itself");
    require(
        !name.equals("smoothing") || option.type() == Double.class,
        "has an option smoothing that is not a number (a Double)");
    require(
        !name.equals("threads") || option.type() == Integer.class,
        "has an option threads that is not a whole number (an Integer)");
    LearnerOption<?> other = options.putIfAbsent(name, option);
    String owner = owners.putIfAbsent(name, learner);
    require(
        other == null || other.type() == option.type(),
        "has an option "
            + name
            + " of type "
            + option.type().getSimpleName()
            + ", but that of the learner "
            + owner
            + " is of type "
            + (other == null ? "" : other.type().getSimpleName()));
  }

  private static void require(boolean kept, String problem) {
    if (!kept) {
      throw new IllegalArgumentException(problem);
    }
  }
}
