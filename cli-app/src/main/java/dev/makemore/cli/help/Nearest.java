package dev.makemore.cli.help;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that someone has meant, or nothing: a wrong suggestion is worse than none.
 *
 * <p>A word was meant if it is the only one that begins with what was typed, or else if fewer edits
 * lead from what was typed to it than to any other word, and if these are few: one in three
 * letters. An edit inserts, deletes or replaces a letter, or swaps two neighbors. This is the
 * distance of Damerau ("A technique for computer detection and correction of spelling errors",
 * Communications of the ACM 7(3), 1964), in the form in which no part is edited twice. It takes
 * time in proportion to the product of the lengths.
 *
 * <p>So {@code treshold} is one edit from {@code threshold}, and {@code nte} one from {@code net}.
 * But {@code count} is three from {@code color}, and two are the most that five letters allow.
 */
final class Nearest {

  private Nearest() {}

  /** The word of {@code words} that was meant by {@code typed}. Case does not count. */
  static Optional<String> to(String typed, Collection<String> words) {
    List<String> others = words.stream().distinct().filter(word -> !word.equals(typed)).toList();
    return beginning(typed, others).or(() -> similar(typed, others));
  }

  /** The word that begins like this; of several, one that all the others begin with. */
  private static Optional<String> beginning(String typed, List<String> words) {
    if (letters(typed) < 2) {
      return Optional.empty();
    }
    List<String> longer = words.stream().filter(word -> begins(word, typed)).toList();
    return longer.stream()
        .filter(word -> longer.stream().allMatch(other -> begins(other, word)))
        .findFirst();
  }

  private static boolean begins(String word, String start) {
    return lower(word).startsWith(lower(start));
  }

  private static Optional<String> similar(String typed, List<String> words) {
    int most = (letters(typed) + 1) / 3;
    List<String> near = // by lengths, since what was typed may be very long
        words.stream().filter(word -> Math.abs(word.length() - typed.length()) <= most).toList();
    int least = near.stream().mapToInt(word -> distance(typed, word)).min().orElse(most + 1);
    List<String> nearest = near.stream().filter(word -> distance(typed, word) == least).toList();
    return least <= most && nearest.size() == 1 ? Optional.of(nearest.get(0)) : Optional.empty();
  }

  /** The dashes before the name of an option are not what someone mistypes. */
  private static int letters(String word) {
    return word.replaceFirst("^-+", "").length();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** The fewest edits that lead from one word to the other, whatever the case. */
  static int distance(String from, String to) {
    String a = lower(from);
    String b = lower(to);
    int[][] edits = new int[a.length() + 1][b.length() + 1]; // between the first letters of each
    for (int j = 0; j <= b.length(); j++) {
      edits[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      edits[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        edits[i][j] = least(replaced, edits[i - 1][j] + 1, edits[i][j - 1] + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1); // two are swapped
        }
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int least(int... numbers) {
    return Arrays.stream(numbers).min().orElseThrow();
  }
}
