/**
 * What lies outside of the program: standard input and output, the terminal, files, signals, log
 * lines, and what to tell the user when something fails.
 *
 * <p>Whatever reads input stands in {@link dev.makemore.cli.io.Input}, whatever saves a file in
 * {@link dev.makemore.cli.io.OutputFile}. {@link dev.makemore.cli.io.Problems} turns every
 * exception into one line and an {@link dev.makemore.cli.io.ExitCode}. This package knows no other
 * package of the command.
 */
package dev.makemore.cli.io;
