/**
 * The line at the foot of a terminal that shows how far a long task is, and disappears when the
 * task is done.
 *
 * <p>{@link dev.makemore.cli.progress.Progress} decides whether and when to draw. What it draws is
 * told by the task: {@link dev.makemore.cli.progress.WatchedStream} for reading, {@link
 * dev.makemore.cli.progress.NetProgress} for training.
 */
package dev.makemore.cli.progress;
