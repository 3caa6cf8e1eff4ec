package dev.makemore.cli.option;

/**
 * Options that belong together. Each is described where its field stands: {@code arguments} is set
 * before the fields of a subclass are, and these add their options to it, in their order.
 */
abstract class OptionGroup {

  final Arguments arguments;

  OptionGroup(Arguments arguments) {
    this.arguments = arguments;
  }
}
