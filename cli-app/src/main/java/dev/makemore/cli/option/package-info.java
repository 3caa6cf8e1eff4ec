/**
 * The options: how they are declared, read and checked, and the groups of them that several
 * commands share.
 *
 * <p>An option that one command alone has stands in that command. An option of several commands
 * stands here in an {@link dev.makemore.cli.option.OptionGroup}. {@link
 * dev.makemore.cli.option.Arguments} declares options to picocli, and {@link
 * dev.makemore.cli.option.Converters} turns what was typed into values.
 */
package dev.makemore.cli.option;
