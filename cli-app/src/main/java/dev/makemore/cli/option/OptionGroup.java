package dev.makemore.cli.option;

/**
 * Options that belong together and that several commands share.
 *
 * <p>A subclass declares each option in the initializer of its field. That works since {@code
 * syntax} is set before the fields of a subclass are.
 */
abstract class OptionGroup {

  final Syntax syntax;

  OptionGroup(Syntax syntax) {
    this.syntax = syntax;
  }
}
