/**
 * Everything outside of the program: standard input and output, the terminal, files, signals, log
 * lines, and the messages to the user when something fails.
 *
 * <p>All reading of input is in {@link dev.makemore.cli.io.Input}, and all saving of files in
 * {@link dev.makemore.cli.io.OutputFile}. {@link dev.makemore.cli.io.Problems} turns every
 * exception into one line and an {@link dev.makemore.cli.io.ExitCode}. This package knows no other
 * package of the command.
 */
package dev.makemore.cli.io;
