package dev.makemore.cli.io;

import org.slf4j.LoggerFactory;

/**
 * The switch for log lines on stderr: warnings only, or with {@code -v} everything from debug up.
 *
 * <p>This class does not touch logback before there is something to log, since starting logback
 * takes as long as making a few thousand names.
 */
public final class Logging {

  private static volatile boolean verbose;

  private Logging() {}

  /** Turns {@code -v} on or off. Call it before the first line is logged. */
  public static void setVerbose(boolean verbose) {
    Logging.verbose = verbose;
  }

  public static boolean isVerbose() {
    return verbose;
  }

  /** Logs at debug level in the name of {@code source}, in SLF4J's format. */
  public static void debug(Class<?> source, String format, Object... arguments) {
    if (verbose) {
      LoggerFactory.getLogger(source).debug(format, arguments);
    }
  }
}
