package dev.makemore.autograd;

/**
 * A place on a {@link Tape} to come back to: {@link Tape#mark()} makes one, {@link
 * Tape#rewind(Mark)} returns to it. Immutable, and good for any number of rewinds.
 */
public final class Mark {

  // A mark stands on the node below it and is valid as long as that node is on the tape. At the
  // foot of the tape (position 0) there is nothing below that could be lost.
  final Tape tape;
  final int position;
  final int epochBelow;

  Mark(Tape tape, int position, int epochBelow) {
    this.tape = tape;
    this.position = position;
    this.epochBelow = epochBelow;
  }

  @Override
  public String toString() {
    return "Mark(size=" + position + ")";
  }
}
