/**
 * How options and parameters are declared, read and checked. {@link dev.makemore.cli.syntax.Syntax}
 * declares them to picocli, under a {@link dev.makemore.cli.syntax.Heading} of the help, {@link
 * dev.makemore.cli.syntax.Converters} turns the text of the command line into values, and an {@link
 * dev.makemore.cli.syntax.Argument} is one of them and its value.
 */
package dev.makemore.cli.syntax;
