/**
 * The options: how they are declared, read and checked, and the groups of options that several
 * commands share.
 *
 * <p>An option that only one command has is declared in that command. Options of several commands
 * are declared here, in a subclass of {@link dev.makemore.cli.option.OptionGroup}, which also says
 * under which {@link dev.makemore.cli.option.Heading} the help shows them. {@link
 * dev.makemore.cli.option.Syntax} declares options to picocli, and {@link
 * dev.makemore.cli.option.Converters} turns the text of the command line into values.
 */
package dev.makemore.cli.option;
