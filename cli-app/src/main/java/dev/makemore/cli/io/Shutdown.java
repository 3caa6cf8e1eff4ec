package dev.makemore.cli.io;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work finish in good order when Ctrl-C or SIGTERM ends the program.
 *
 * <p>After such a signal Java runs its shutdown hooks and then ends, with the exit code of the
 * signal (130 or 143), whatever the main thread is doing. From the creation of this object until
 * {@link #close} a hook holds the end back. The work asks {@link #isRequested} now and then, and
 * may take as long as it needs to finish. Then the program has some moments to say what became of
 * it, up to {@link #allIsSaid}. More signals change nothing: the program is ending already.
 */
public final class Shutdown implements AutoCloseable {

  private static final long MOMENTS = 500; // milliseconds

  private static final CountDownLatch SAID = new CountDownLatch(1);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "makemore shutdown");
  private volatile boolean requested;

  private final long patience; // milliseconds; how long the end is held back

  private Shutdown(long patience) {
    this.patience = patience;
  }

  /** From now on the program ends only after {@link #close}, if {@code condition} is true. */
  public static Shutdown deferredIf(boolean condition) {
    Shutdown shutdown = new Shutdown(Long.MAX_VALUE);
    return condition ? shutdown.hooked() : shutdown;
  }

  /** From now on the program ends after {@link #close}, or after some moments without it. */
  public static Shutdown brieflyDeferred() {
    return new Shutdown(MOMENTS).hooked();
  }

  private Shutdown hooked() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) { // the program is ending already
      requested = true;
    }
    return this;
  }

  private void request() {
    requested = true;
    try {
      if (closed.await(patience, TimeUnit.MILLISECONDS)) {
        SAID.await(MOMENTS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // no code does that; the program would end at once
    }
  }

  /** From now on nothing is held back: all output and messages of the program are written. */
  public static void allIsSaid() {
    SAID.countDown();
  }

  /** Whether a signal has asked the program to end. */
  public boolean isRequested() {
    return requested;
  }

  /** Lets the program end when all is said. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending, and the hook with it
    }
  }
}
