package dev.makemore.cli.lines;

/** What to do about a line that can't be read. */
public enum OnError {
  /** The lines before it are answered, and then the command fails. */
  STOP,
  /** The line is left out. */
  SKIP,
  /**
   * Bytes that are not UTF-8 are replaced by U+FFFD, as Java's decoder does it. A line that is too
   * long still is a failure.
   */
  REPLACE
}
