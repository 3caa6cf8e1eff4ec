package dev.makemore.cli.io;

import java.util.concurrent.CountDownLatch;

/**
 * Lets work end in good order when the program is to end, by Ctrl-C or by SIGTERM.
 *
 * <p>Java then runs hooks and ends as soon as they have, with the exit code of the signal (130 or
 * 143), whatever the main thread is at. Between the creation of this object and its {@link #close}
 * a hook waits for the close. The work may ask whether {@link #isRequested it is time}, and then
 * has as long as it takes. More signals change nothing: the program is ending already.
 */
public final class Shutdown implements AutoCloseable {

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::request, "makemore shutdown");
  private volatile boolean requested;

  private Shutdown() {}

  /** Where {@code condition} holds, the program ends only after {@link #close} from now on. */
  public static Shutdown deferredIf(boolean condition) {
    Shutdown shutdown = new Shutdown();
    if (!condition) {
      return shutdown;
    }
    try {
      Runtime.getRuntime().addShutdownHook(shutdown.hook);
    } catch (IllegalStateException e) { // it is ending
      shutdown.requested = true;
    }
    return shutdown;
  }

  private void request() {
    requested = true;
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does that; then it ends at once
    }
  }

  /** Whether the program is about to end. */
  public boolean isRequested() {
    return requested;
  }

  /** Lets the program end. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is ending, and the hook with it
    }
  }
}
