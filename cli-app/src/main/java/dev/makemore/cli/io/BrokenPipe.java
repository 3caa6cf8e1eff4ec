package dev.makemore.cli.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether writing failed because nobody reads any more, as after {@code | head}.
 *
 * <p>Java has no type for that, only the system's message, in the user's language. So when a write
 * has failed, and only then, a pipe of our own is broken to hear what the system says.
 */
final class BrokenPipe {

  /** What Windows says, which breaks our own pipe in another way: it is a socket there. */
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
