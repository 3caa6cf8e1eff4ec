package dev.makemore.sampling;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Some blocks of items in the making, as lines of UTF-8. Used again and again, for other blocks.
 */
interface Batch {

  /** How many blocks there are in each batch but the last. */
  int blocks();

  /** Begins batch {@code number}, and makes as much of it as is to be held in memory. */
  void begin(long number);

  /** Writes the whole batch, and makes what is still to be made of it. */
  void writeTo(OutputStream out) throws IOException;

  /** How many items of the batch have been cut at the maximum length. */
  long cut();
}
