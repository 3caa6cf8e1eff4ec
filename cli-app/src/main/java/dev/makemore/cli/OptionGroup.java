package dev.makemore.cli;

/** Options that belong together, of each command that has them. */
abstract class OptionGroup {

  final Arguments arguments;

  /** Adds the options to {@code arguments}, in the order in which a subclass has its fields. */
  OptionGroup(Arguments arguments) {
    this.arguments = arguments;
  }
}
