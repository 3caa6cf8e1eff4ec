package dev.makemore.cli.io;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;

/** Log events as short lines, such as {@code DEBUG Input: names.txt: 3 items}. */
final class LogLines extends LayoutBase<ILoggingEvent> {

  @Override
  public String doLayout(ILoggingEvent event) {
    String logger = event.getLoggerName();
    String name = logger.substring(logger.lastIndexOf('.') + 1);
    String message = Controls.visible(event.getFormattedMessage());
    return event.getLevel() + " " + name + ": " + message + "\n";
  }
}
