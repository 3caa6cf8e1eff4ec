package dev.makemore.cli.io;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;

/**
 * Sets up logback, which finds this class as a service. Log events become messages on stderr, and
 * logback reads no configuration file.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {

  /** For the service loader. */
  public LogConfigurator() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getStatusManager().add(new NopStatusListener()); // logback prints nothing about itself
    StderrLines lines = new StderrLines();
    lines.setContext(context);
    lines.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Logging.isVerbose() ? Level.DEBUG : Logging.isQuiet() ? Level.ERROR : Level.WARN);
    root.addAppender(lines);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /**
   * Prints a log event as a message, a line of UTF-8, such as {@code makemore: names.txt: 3 items}.
   */
  private static final class StderrLines extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      String warning = event.getLevel().isGreaterOrEqual(Level.WARN) ? "warning: " : "";
      String message = ControlCharacters.visible(event.getFormattedMessage());
      String line = "makemore: " + warning + message + "\n";
      System.err.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    }
  }
}
