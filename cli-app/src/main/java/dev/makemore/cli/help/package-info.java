/**
 * How the command explains itself: the short start, the help of each command, the exit codes, and
 * what to do about a command line that is wrong.
 *
 * <p>All texts come from the declarations of commands and options, which {@link
 * dev.makemore.cli.help.CommandText} reads. So help, manual pages and completion say the same.
 */
package dev.makemore.cli.help;
