package dev.makemore.cli.syntax;

import picocli.CommandLine.Model.OptionSpec;

/**
 * A group in which the help and the manual page of a command show its options, the common groups
 * first.
 *
 * <p>An option keeps its group as its order, which is picocli's number for an option's place in a
 * help text, and the title as its description key, by which picocli would look for a translation.
 *
 * @param order the place of the group
 * @param title what the help calls the group
 */
public record Heading(int order, String title) implements Comparable<Heading> {

  /** What only this command has. A command may give this group another title. */
  public static final Heading OWN = new Heading(0, "Options");

  public static final Heading SAVING = new Heading(1, "Where to save");
  public static final Heading WISHES = new Heading(2, "What they are like");
  public static final Heading MODEL = new Heading(3, "Which model");
  public static final Heading SAMPLING = new Heading(4, "How they are drawn");
  public static final Heading TEXT = new Heading(100_001, "Text");
  public static final Heading RESULT = new Heading(100_002, "Where to write");
  public static final Heading SPEED = new Heading(100_003, "Speed");
  public static final Heading EVERYWHERE = new Heading(100_004, "Every command");

  private static final int FIRST_LEARNER = 5;

  /**
   * The group of what can be chosen about one way to learn, or about several alike.
   *
   * @param place its place among these groups, from 0
   * @param names what is typed after {@code --model}, such as {@code net} or {@code mlp or net}
   */
  public static Heading ofLearners(int place, String names) {
    return new Heading(FIRST_LEARNER + place, "With --model " + names);
  }

  /**
   * The group of an option.
   *
   * @param inherited whether makemore itself declares the option, for all of its commands
   */
  public static Heading of(OptionSpec option, boolean inherited) {
    if (inherited) {
      return EVERYWHERE;
    }
    String title = option.descriptionKey();
    return title == null ? OWN : new Heading(option.order(), title);
  }

  @Override
  public int compareTo(Heading other) {
    return Integer.compare(order, other.order);
  }
}
