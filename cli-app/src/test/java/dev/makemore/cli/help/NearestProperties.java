package dev.makemore.cli.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class NearestProperties {

  @Property
  void theDistanceIsTheSameBothWaysAndAtMostTheLongerLength(
      @ForAll @StringLength(max = 8) String a, @ForAll @StringLength(max = 8) String b) {
    int distance = Nearest.distance(a, b);
    assertThat(distance).isEqualTo(Nearest.distance(b, a));
    assertThat(distance).isLessThanOrEqualTo(Math.max(lower(a), lower(b)));
    assertThat(distance).isGreaterThanOrEqualTo(Math.abs(lower(a) - lower(b)));
  }

  /** The lower case of a letter may have another length. */
  private static int lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).length();
  }

  /** One slip in a word of five letters or more, among words that are far from it. */
  @Property
  void oneSlipIsUnderstood(
      @ForAll @AlphaChars @StringLength(min = 5, max = 12) String word,
      @ForAll @IntRange(max = 11) int where,
      @ForAll @IntRange(max = 3) int kind) {
    int i = where % (word.length() - 1);
    String start = word.substring(0, i);
    String typed =
        switch (kind) {
          case 0 -> start + word.substring(i + 1); // a letter is missing
          case 1 -> start + "#" + word.substring(i); // one is too many
          case 2 -> start + "#" + word.substring(i + 1); // one is wrong
          default -> start + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
        };
    List<String> words = List.of("0123456789012345", "#", word);
    if (typed.equals(word)) {
      assertThat(Nearest.to(typed, words)).isEmpty(); // two of the same letter are swapped
    } else {
      assertThat(Nearest.to(typed, words)).contains(word);
    }
  }
}
