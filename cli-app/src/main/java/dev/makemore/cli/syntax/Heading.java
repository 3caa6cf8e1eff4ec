package dev.makemore.cli.syntax;

/**
 * The groups in which the help and the manual page of a command show its options, the common groups
 * first.
 *
 * <p>An option keeps its group as its order, which is picocli's number for an option's place in a
 * help text. An option that was declared without a group has a negative order, and is among the
 * command's own.
 */
public enum Heading {
  /** What only this command has. A command may give this group another title. */
  OWN(0, "Options"),
  SAVING(1, "Where to save"),
  WISHES(2, "What they are like"),
  MODEL(3, "Which model"),
  SAMPLING(4, "How they are drawn"),
  NET(5, "With --model net"),
  TEXT(6, "Text"),
  RESULT(7, "Where to write"),
  SPEED(8, "Speed"),
  EVERYWHERE(9, "Every command");

  private final int order;
  private final String title;

  Heading(int order, String title) {
    this.order = order;
    this.title = title;
  }

  /** What the help calls the group. */
  public String title() {
    return title;
  }

  /** The number by which an option of this group can be told. */
  int order() {
    return order;
  }

  /**
   * The group of an option.
   *
   * @param order the option's order
   * @param inherited whether makemore itself declares the option, for all of its commands
   */
  public static Heading of(int order, boolean inherited) {
    if (inherited) {
      return EVERYWHERE;
    }
    for (Heading heading : values()) {
      if (heading.order == order) {
        return heading;
      }
    }
    return OWN;
  }
}
