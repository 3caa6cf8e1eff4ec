/**
 * What a command reads: lists and models, from files, from standard input, or from within makemore.
 *
 * <p>A new way in which text may be given belongs here: another format, another compression,
 * another hint about what a file looks like. {@link dev.makemore.cli.input.Input} is what commands
 * use. What can go wrong with a file becomes a {@link dev.makemore.cli.io.Failure} that names it.
 */
package dev.makemore.cli.input;
