package dev.makemore.cli.io;

import org.slf4j.LoggerFactory;

/**
 * The switches for what goes to stderr besides errors. Log lines: warnings only, with {@code -v}
 * everything from debug up, and with {@code -q} none. Notes and progress: unless {@code -q} is
 * given.
 *
 * <p>This class does not touch logback before there is something to log, since starting logback
 * takes as long as making a few thousand names.
 */
public final class Logging {

  private static volatile boolean verbose;
  private static volatile boolean quiet;

  private Logging() {}

  /** Turns {@code -v} on or off. Call it before the first line is logged. */
  public static void setVerbose(boolean verbose) {
    Logging.verbose = verbose;
  }

  /** Turns {@code -q} on or off. */
  public static void setQuiet(boolean quiet) {
    Logging.quiet = quiet;
  }

  public static boolean isQuiet() {
    return quiet;
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
