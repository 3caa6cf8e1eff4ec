package dev.makemore.sampling;

/**
 * Follows how much of a suffix stands at the end of a text that grows token by token.
 *
 * <p>The progress is the length of the longest end of the text with which the suffix begins. When a
 * token does not go on with it, a shorter such end may: that is the failure function of Knuth,
 * Morris and Pratt, "Fast pattern matching in strings", SIAM Journal on Computing 6(2), 1977. For
 * the suffix {@code aba}, the text {@code xab} has the progress 2. With another {@code a} it has 3,
 * and with a {@code b} after that 2 again, since {@code ab} ends {@code xabab}.
 */
final class SuffixMatcher {

  private final int[] suffix;
  private final int[] shorter; // by progress q > 0: the next shorter progress of the same text

  SuffixMatcher(int... suffix) {
    this.suffix = suffix;
    this.shorter = new int[suffix.length + 1];
    for (int q = 2; q <= suffix.length; q++) {
      shorter[q] = after(shorter[q - 1], suffix[q - 1]);
    }
  }

  /** The progress when all of the suffix is there. */
  int complete() {
    return suffix.length;
  }

  /** The token that the text ends with when the progress is {@code q}, at least 1. */
  int lastToken(int q) {
    return suffix[q - 1];
  }

  /** The progress after {@code token}, when it was {@code q} before. */
  int after(int q, int token) {
    int progress = q;
    while (progress == suffix.length || suffix[progress] != token) {
      if (progress == 0) {
        return 0;
      }
      progress = shorter[progress];
    }
    return progress + 1;
  }
}
