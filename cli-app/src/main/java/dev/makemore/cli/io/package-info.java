/**
 * Everything outside of the program: standard input and output, the terminal, the files that are
 * written, signals, log lines, and the messages to the user when something fails. What is read has
 * a package of its own, {@code dev.makemore.cli.input}.
 *
 * <p>All saving of files is in {@link dev.makemore.cli.io.OutputFile}. {@link
 * dev.makemore.cli.io.Problems} turns every exception into one line and an {@link
 * dev.makemore.cli.io.ExitCode}. This package knows no other package of the command.
 */
package dev.makemore.cli.io;
