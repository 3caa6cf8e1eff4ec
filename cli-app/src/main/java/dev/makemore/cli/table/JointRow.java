package dev.makemore.cli.table;

import dev.makemore.model.Distribution;
import dev.makemore.model.Divergence;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A row of probabilities of a model A beside one of a model B, over the tokens of both.
 *
 * <p>The tokens that a row lists have probabilities of their own. All others fall into three
 * groups, and within a group they have the same two probabilities: those that both models know have
 * the rest of either row, and those that one model does not know are impossible for it. So the rows
 * differ in a few numbers, however many characters there are. An example with 1,000 characters,
 * where A knows all but z, B all but y, and the rows after q list u:
 *
 * <pre>
 *   tokens      number    in A      in B
 *   u                1    0.1       0.2
 *   in both        997    rest A    rest B
 *   y                1    rest A    0
 *   z                1    0         rest B
 * </pre>
 */
final class JointRow {

  private final JointVocabulary tokens;
  private final Distribution a;
  private final Distribution b;
  private final int[] listed; // by either of them, ascending
  private final List<Group> groups;

  /** Tokens that have the same two probabilities. */
  private record Group(int count, int lowest, double a, double b) {}

  JointRow(JointVocabulary tokens, Distribution a, Distribution b, int... listed) {
    this.tokens = tokens;
    this.a = a;
    this.b = b;
    this.listed = listed;
    this.groups = groups();
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    int inA = 0;
    int inB = 0;
    for (int token : listed) {
      groups.add(new Group(1, token, a(token), b(token)));
      inA += tokens.ofA(token) == Vocabulary.UNKNOWN ? 0 : 1;
      inB += tokens.ofB(token) == Vocabulary.UNKNOWN ? 0 : 1;
    }
    int inBoth = inA + inB - listed.length;
    addOthers(groups, inBoth, tokens.both());
    addOthers(groups, inA - inBoth, tokens.onlyA());
    addOthers(groups, inB - inBoth, tokens.onlyB());
    return groups;
  }

  /** Adds those tokens of {@code all} that are not listed, if there are any. */
  private void addOthers(List<Group> groups, int listedOfThem, int... all) {
    int count = all.length - listedOfThem;
    if (count > 0) {
      int lowest = others(all).findFirst().orElseThrow();
      groups.add(new Group(count, lowest, a(lowest), b(lowest)));
    }
  }

  private IntStream others(int... all) {
    return IntStream.of(all).filter(token -> Arrays.binarySearch(listed, token) < 0);
  }

  /** The probability of a token in A; 0 if A does not know it. */
  double a(int token) {
    int own = tokens.ofA(token);
    return own == Vocabulary.UNKNOWN ? 0 : a.probability(own);
  }

  /** The probability of a token in B; 0 if B does not know it. */
  double b(int token) {
    int own = tokens.ofB(token);
    return own == Vocabulary.UNKNOWN ? 0 : b.probability(own);
  }

  /** The divergence of A from B. */
  Divergence divergence() {
    Divergence.Sum sum = Divergence.sum();
    groups.forEach(group -> sum.add(group.count(), group.lowest(), group.a(), group.b()));
    return sum.result();
  }

  /** The divergence of B from A. */
  Divergence swappedDivergence() {
    Divergence.Sum sum = Divergence.sum();
    groups.forEach(group -> sum.add(group.count(), group.lowest(), group.b(), group.a()));
    return sum.result();
  }

  /**
   * The tokens that are listed, and of each group of others the first {@code few}, if A and B
   * differ there.
   */
  IntStream tokens(int few) {
    return Stream.of(tokens.both(), tokens.onlyA(), tokens.onlyB())
        .map(all -> others(all).takeWhile(token -> a(token) != b(token)).limit(few))
        .reduce(IntStream.of(listed), IntStream::concat);
  }
}
