package dev.makemore.autograd;

/**
 * A place on a {@link Tape} to return to: {@link Tape#mark()} makes a mark, {@link
 * Tape#rewind(Mark)} returns to it. Immutable, and good for any number of rewinds.
 */
public final class Mark {

  // A mark stands on the node below it, and is valid as long as that node is on the tape. At the
  // foot of the tape, position 0, there is no node below that could be dropped.
  final Tape tape;
  final int position;
  final int bornBelow; // when the node below was recorded, as Tape.born tells; 0 at the foot

  Mark(Tape tape, int position, int bornBelow) {
    this.tape = tape;
    this.position = position;
    this.bornBelow = bornBelow;
  }

  @Override
  public String toString() {
    return "Mark(size=" + position + ")";
  }
}
