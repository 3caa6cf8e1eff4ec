/**
 * The commands, one class each: what can be typed after {@code makemore}, and what it then does.
 *
 * <p>A command names its options (or groups of them, from {@link dev.makemore.cli.option}), checks
 * them, reads through {@link dev.makemore.cli.io}, asks the library modules, and prints through
 * {@link dev.makemore.cli.report}. A new command extends {@link
 * dev.makemore.cli.command.BaseCommand} and is added to the list in {@code MakemoreCommand}.
 */
package dev.makemore.cli.command;
