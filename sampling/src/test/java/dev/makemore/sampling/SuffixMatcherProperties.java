package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SuffixMatcherProperties {

  /** With two characters, suffixes that overlap themselves are frequent. */
  @Property
  void theProgressIsTheLongestEndThatBeginsTheSuffix(
      @ForAll @Size(max = 6) int @IntRange(min = 1, max = 2) [] suffix,
      @ForAll @Size(max = 12) int @IntRange(min = 1, max = 2) [] text) {
    SuffixMatcher matcher = new SuffixMatcher(suffix);
    int progress = 0;
    for (int end = 1; end <= text.length; end++) {
      progress = matcher.after(progress, text[end - 1]);
      assertThat(progress).isEqualTo(longest(suffix, Arrays.copyOf(text, end)));
      assertThat(progress == 0 || matcher.lastToken(progress) == text[end - 1]).isTrue();
    }
    assertThat(matcher.complete()).isEqualTo(suffix.length);
  }

  private static int longest(int[] suffix, int... text) {
    int longest = Math.min(suffix.length, text.length);
    while (!Arrays.equals(
        Arrays.copyOf(suffix, longest),
        Arrays.copyOfRange(text, text.length - longest, text.length))) {
      longest--;
    }
    return longest;
  }
}
