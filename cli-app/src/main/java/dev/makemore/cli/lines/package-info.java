/**
 * Answers a stream of lines, one answer a line: in their order, on several threads, in bounded
 * memory, and at once where lines come slowly.
 *
 * <p>{@link dev.makemore.cli.lines.LineReader} cuts the input into blocks of whole lines, {@link
 * dev.makemore.cli.lines.LineBlock} gives the lines of one, and {@link
 * dev.makemore.cli.lines.OrderedWorkers} hands back in order what the threads make of the blocks.
 * {@link dev.makemore.cli.lines.LineStream} brings the three together. What a line is answered is
 * the business of {@code dev.makemore.cli.scoring}.
 */
package dev.makemore.cli.lines;
