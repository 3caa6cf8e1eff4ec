package dev.makemore.cli.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a write failed because the reader of the pipe has gone, as {@code head} does once
 * it has its lines.
 *
 * <p>Java has no exception type for that, only the system's message, in the user's language. So
 * when a write has failed, and only then, this class breaks a pipe of its own and compares the two
 * messages.
 */
final class BrokenPipe {

  /** The messages of Windows, where our own pipe is a socket and breaks with another message. */
  private static final Set<String> WINDOWS =
      Set.of("The pipe is being closed", "The pipe has been ended");

  private BrokenPipe() {}

  static boolean isCauseOf(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return WINDOWS.contains(message) || message.equals(systemMessage().orElse("Broken pipe"));
  }

  private static Optional<String> systemMessage() {
    try {
      Pipe pipe = Pipe.open();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        pipe.source().close();
        sink.write(ByteBuffer.allocate(1));
        return Optional.empty();
      } catch (IOException broken) {
        return Optional.ofNullable(broken.getMessage());
      }
    } catch (IOException noPipe) {
      return Optional.empty();
    }
  }
}
