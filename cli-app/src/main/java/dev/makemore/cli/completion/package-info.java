/**
 * What a shell completes: commands, options, their values, and the names of files.
 *
 * <p>{@link dev.makemore.cli.completion.Completion} says what there is to complete, from the
 * declarations of the commands. There is one class for each shell that writes it as a script.
 */
package dev.makemore.cli.completion;
