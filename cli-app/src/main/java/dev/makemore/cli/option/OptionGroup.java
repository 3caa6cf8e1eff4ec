package dev.makemore.cli.option;

import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;

/**
 * Options that belong together and that several commands share.
 *
 * <p>A subclass declares each option in the initializer of its field. That works since {@code
 * syntax} is set before the fields of a subclass are.
 */
abstract class OptionGroup {

  final Syntax syntax;

  /** Options that the help shows among the command's own. */
  OptionGroup(Syntax syntax) {
    this.syntax = syntax;
  }

  /** Options that the help shows under {@code heading}. */
  OptionGroup(Syntax syntax, Heading heading) {
    this(syntax.under(heading));
  }
}
