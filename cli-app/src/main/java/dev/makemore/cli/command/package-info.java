/**
 * The commands: one class for each word that can be typed after {@code makemore}.
 *
 * <p>A command declares its options and uses groups of options from {@code
 * dev.makemore.cli.option}. It checks them, reads through {@code dev.makemore.cli.io}, asks the
 * library modules, and prints through {@code dev.makemore.cli.report}. To add a command, extend
 * {@link dev.makemore.cli.command.BaseCommand}, add a line to {@code
 * MakemoreCommand.subcommands()}, and add its name to a group in {@code
 * dev.makemore.cli.help.Overview}.
 */
package dev.makemore.cli.command;
