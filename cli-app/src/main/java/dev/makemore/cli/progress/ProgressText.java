package dev.makemore.cli.progress;

import dev.makemore.cli.picture.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a task is, in as many words as a line has room for.
 *
 * @param share how much is done, from 0 to 1; empty if nobody knows how much there is
 * @param facts what to say, the most important first
 */
record ProgressText(OptionalDouble share, List<String> facts) {

  private static final int WIDE_BAR = 20;
  private static final int NARROW_BAR = 8;

  ProgressText {
    facts = List.copyOf(facts);
  }

  /** A task of which {@code share} is done. */
  static ProgressText of(double share, String... facts) {
    return new ProgressText(OptionalDouble.of(share), List.of(facts));
  }

  /** A task of which nobody knows how long it takes. */
  static ProgressText of(String... facts) {
    return new ProgressText(OptionalDouble.empty(), List.of(facts));
  }

  /** The fact that so many steps have been taken. */
  static String step(long steps) {
    return String.format(Locale.ROOT, "step %,d", steps);
  }

  /** The fact that the loss is so many nats. */
  static String loss(double nats) {
    return String.format(Locale.ROOT, "loss %.4f", nats);
  }

  /**
   * The line for {@code columns} columns: a bar and all facts if there is room; otherwise a shorter
   * bar, then fewer facts, and at last no bar.
   */
  String fitting(int columns) {
    return lines().stream().filter(line -> line.length() <= columns).findFirst().orElse("");
  }

  /** The lines that say it, the best first. */
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    share.ifPresent(
        done -> {
          lines.add(LiveLine.bar(WIDE_BAR, done, first(facts.size()), Ink.plain()));
          for (int n = facts.size(); n > 0; n--) {
            lines.add(LiveLine.bar(NARROW_BAR, done, first(n), Ink.plain()));
          }
        });
    for (int n = facts.size(); n > 0; n--) {
      lines.add(first(n));
    }
    return lines;
  }

  private String first(int n) {
    return String.join(", ", facts.subList(0, n));
  }
}
