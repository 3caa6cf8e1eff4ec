package dev.makemore.autograd;

import java.util.Arrays;
import java.util.StringJoiner;

/**
 * Tells the values on a tape from those that a rewind has dropped, although both may have the same
 * index.
 *
 * <p>Every rewind begins an epoch. A value knows the epoch it was made in, and is on the tape as
 * long as its index is still of that epoch; an index that is used again is of a later one. The
 * epochs of all indices form a few stretches, so no node has to carry its own. With five parameters
 * at the foot of a tape, after 17 training steps with a rewind each:
 *
 * <pre>
 *     from index 0: epoch 0      the parameters
 *     from index 5: epoch 17     what the present step has recorded
 * </pre>
 *
 * <p>The stretches are a stack. A rewind pops those that begin where it goes to, or later, and
 * pushes one for what comes.
 */
final class Epochs {

  private int[] begin = {0, 0, 0, 0};
  private int[] epoch = {0, 0, 0, 0};
  private int stretches = 1;
  private int present; // only ever compared for equality: 2^32 rewinds before it could mislead

  // The stretch below the present one once more: in a training loop that is where the parameters
  // are, and it is asked at every use of one whether it is still on the tape.
  private int presentBegin;
  private int belowBegin;
  private int below;

  int present() {
    return present;
  }

  /** The epoch in which the node now at this index was made, or in which the next will be. */
  int at(int index) {
    int low = 0; // bisection for the last stretch that begins at the index or before it
    int high = stretches - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (begin[middle] <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return epoch[low];
  }

  /** Whether the node that got this index in that epoch is still on the tape. */
  boolean holds(int index, int born) {
    return born == present
        || (born == below && index >= belowBegin && index < presentBegin)
        || born == at(index);
  }

  /** Begins an epoch after a rewind to this index. */
  void beginAt(int index) {
    while (stretches > 0 && begin[stretches - 1] >= index) {
      stretches--;
    }
    if (stretches == begin.length) {
      begin = Arrays.copyOf(begin, 2 * stretches);
      epoch = Arrays.copyOf(epoch, 2 * stretches);
    }
    begin[stretches] = index;
    epoch[stretches++] = ++present;
    presentBegin = index;
    belowBegin = stretches > 1 ? begin[stretches - 2] : index;
    below = stretches > 1 ? epoch[stretches - 2] : present;
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", "Epochs(", ")");
    for (int s = 0; s < stretches; s++) {
      text.add("from " + begin[s] + ": " + epoch[s]);
    }
    return text.toString();
  }
}
