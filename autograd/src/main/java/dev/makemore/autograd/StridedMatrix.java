package dev.makemore.autograd;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable list of rows that are evenly spaced on one tape, each a {@link StridedView} of
 * one size and stride. Like a view it holds a few numbers, and makes a row only when one is asked
 * for.
 */
final class StridedMatrix extends UnmodifiableList<List<Value>> {

  private final StridedView head; // row 0
  private final int count; // of rows, 1 or more
  private final int distance; // from each row to the next

  private StridedMatrix(StridedView head, int count, int distance) {
    this.head = head;
    this.count = count;
    this.distance = distance;
  }

  /** The rows as a matrix, or null if they are not evenly spaced. */
  static @Nullable StridedMatrix of(List<List<Value>> rows) {
    if (rows instanceof StridedMatrix matrix) {
      return matrix;
    }
    if (rows.isEmpty() || !(rows.get(0) instanceof StridedView head)) {
      return null;
    }
    int distance = 1;
    for (int i = 1; i < rows.size(); i++) {
      if (!(rows.get(i) instanceof StridedView row)) {
        return null;
      }
      distance = i == 1 ? row.distanceFrom(head) : distance;
      if (distance < 1 || !row.isLike(head, i * distance)) {
        return null;
      }
    }
    return new StridedMatrix(head, rows.size(), distance);
  }

  /** The matrix whose rows are the columns of this one. */
  StridedMatrix transposed() {
    return new StridedMatrix(head.across(count, distance), head.size(), head.stride);
  }

  /** The place of the first value of row 0, if all values of all rows are on the tape. */
  int firstOn(Tape expected) {
    get(count - 1).firstOn(expected);
    return head.firstOn(expected);
  }

  /** How far the first value of each row is from that of the row before. */
  int distance() {
    return distance;
  }

  /** How far each value of a row is from the one before. */
  int stride() {
    return head.stride;
  }

  /** The number of values of a row. */
  int columns() {
    return head.size();
  }

  @Override
  public StridedView get(int i) {
    return head.moved(Objects.checkIndex(i, count) * distance);
  }

  @Override
  public int size() {
    return count;
  }
}
