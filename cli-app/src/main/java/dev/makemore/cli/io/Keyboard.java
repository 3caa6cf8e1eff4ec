package dev.makemore.cli.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The keys of the terminal, one by one, without Enter and without being shown. {@link #close} makes
 * the terminal what it was, and so does a signal such as Ctrl-C that ends the program before.
 *
 * <p>Where the system has no {@code stty}, the keys come after Enter only.
 */
public final class Keyboard implements AutoCloseable {

  /** What ends the input: Ctrl-D. */
  private static final int END = 4;

  private final InputStream in;
  private final Optional<String> settings; // of the terminal, to be restored
  private final Thread hook = new Thread(this::restore, "makemore keyboard");

  private Keyboard(InputStream in, Optional<String> settings) {
    this.in = in;
    this.settings = settings;
  }

  /** The keys that arrive at {@code in}, the standard input, which is a terminal. */
  public static Keyboard of(InputStream in) {
    Keyboard keyboard = new Keyboard(in, Stty.run("-g"));
    try {
      Runtime.getRuntime().addShutdownHook(keyboard.hook);
      keyboard.settings.ifPresent(was -> Stty.run("-icanon", "-echo", "min", "1", "time", "0"));
    } catch (IllegalStateException e) {
      // the program is ending
    }
    return keyboard;
  }

  /**
   * Waits for a key, and returns its character; nothing if the input has ended. A key that sends
   * several bytes, such as an arrow, is one key.
   */
  public Optional<Character> read() {
    try {
      int key = in.read();
      while (in.available() > 0 && in.read() >= 0) {
        // the rest of the key, or what was typed ahead
      }
      return key < 0 || key == END ? Optional.empty() : Optional.of((char) key);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void restore() {
    settings.ifPresent(Stty::run);
  }

  @Override
  public void close() {
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending, and the hook restores the terminal again
    }
  }
}
