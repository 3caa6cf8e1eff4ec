/**
 * The line at the bottom of a terminal that shows the progress of a long task, and disappears when
 * the task is done.
 *
 * <p>{@link dev.makemore.cli.progress.Progress} decides whether and when to draw. The task decides
 * what to draw: {@link dev.makemore.cli.progress.WatchedStream} for reading, {@link
 * dev.makemore.cli.progress.NetProgress} for training.
 */
package dev.makemore.cli.progress;
