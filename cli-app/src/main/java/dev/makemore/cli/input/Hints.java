package dev.makemore.cli.input;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Vocabulary;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells where a text may have been meant otherwise, such as a table that is read as a list. A hint
 * changes nothing.
 */
final class Hints {

  private Hints() {}

  /**
   * What is strange about a text, and what to do if it is not meant so. The table of counts says
   * all that is needed, so this takes no time.
   */
  static Optional<String> of(BigramCounts counts) {
    long items = counts.items();
    long zeros = count(counts, '\0');
    long others = counts.total() - items - zeros;
    if (others > 0 && zeros >= others) {
      return Optional.of(
          "half of its characters are U+0000; if it is text in UTF-16, convert it: iconv -f"
              + " UTF-16LE -t UTF-8 FILE, or the same with UTF-16BE");
    } else if (items == 1 && count(counts, '\r') > 0) {
      return Optional.of(
          "is a single item, with carriage returns in it; if lines end there, convert it: tr"
              + " '\\r' '\\n' < FILE");
    }
    return Stream.of(',', ';', '\t')
        .filter(separator -> isTable(counts, separator))
        .findFirst()
        .map(separator -> tableHint(counts, separator));
  }

  /**
   * Whether there are as many separators as if each line had the same number of them, and all lines
   * but one, which may be a header, have a digit beside a separator.
   */
  private static boolean isTable(BigramCounts counts, char separator) {
    long lines = counts.items();
    long separators = count(counts, separator);
    return lines >= 2
        && separators > 0
        && separators % lines == 0
        && digits(digit -> pairs(counts, separator, digit) + pairs(counts, digit, separator))
            >= lines - 1;
  }

  /** What to do with a table. Only the first and the last column show what is in them. */
  private static String tableHint(BigramCounts counts, char separator) {
    long lines = counts.items();
    long last = count(counts, separator) / lines + 1;
    boolean startsWithNumbers = digits(digit -> starts(counts, digit)) >= lines - 1;
    boolean endsWithNumbers = digits(digit -> ends(counts, digit)) >= lines - 1;
    String hint = "looks like a table with numbers, such as CSV; if ";
    if (endsWithNumbers && !startsWithNumbers) {
      return hint + "column " + last + " says how often each item occurs, add --weights " + last;
    } else if (startsWithNumbers && !endsWithNumbers) {
      return hint + "column 1 says how often each item occurs, add --weights 1";
    }
    return hint
        + "a column says how often the item in the first other column occurs, add --weights and its"
        + " number";
  }

  private static long digits(IntToLongFunction count) {
    return IntStream.rangeClosed('0', '9').mapToLong(count).sum();
  }

  private static long pairs(BigramCounts counts, int first, int second) {
    int context = counts.vocabulary().token(first);
    int next = counts.vocabulary().token(second);
    return context == Vocabulary.UNKNOWN || next == Vocabulary.UNKNOWN
        ? 0
        : counts.count(context, next);
  }

  private static long starts(BigramCounts counts, int character) {
    int token = counts.vocabulary().token(character);
    return token == Vocabulary.UNKNOWN ? 0 : counts.count(Vocabulary.BOUNDARY, token);
  }

  private static long ends(BigramCounts counts, int character) {
    int token = counts.vocabulary().token(character);
    return token == Vocabulary.UNKNOWN ? 0 : counts.count(token, Vocabulary.BOUNDARY);
  }

  private static long count(BigramCounts counts, char c) {
    int token = counts.vocabulary().token(c);
    return token == Vocabulary.UNKNOWN ? 0 : counts.columnTotal(token);
  }
}
