/**
 * The groups of options that several commands share.
 *
 * <p>An option that only one command has is declared in that command. Options of several commands
 * are declared here, in a subclass of {@link dev.makemore.cli.option.OptionGroup}, which also says
 * under which heading the help shows them. {@code dev.makemore.cli.syntax} says how options are
 * declared.
 */
package dev.makemore.cli.option;
