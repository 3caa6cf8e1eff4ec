package dev.makemore.cli.io;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks and tells the terminal that the program was started from, by the system's command {@code
 * stty}, since Java knows neither how wide a terminal is nor how to read a single key.
 */
final class Stty {

  private static final File TERMINAL = new File("/dev/tty");
  private static final long SECONDS = 2;

  private Stty() {}

  /** What {@code stty} prints with {@code arguments}; nothing if there is no terminal or stty. */
  static Optional<String> run(String... arguments) {
    List<String> line = new ArrayList<>(List.of("stty"));
    line.addAll(List.of(arguments));
    try {
      Process stty =
          new ProcessBuilder(line)
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = stty.waitFor(SECONDS, TimeUnit.SECONDS) && stty.exitValue() == 0;
      return done ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
