package dev.makemore.explorer.browser;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.text.TextSource;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of the page, and what the libraries make of them on this JVM. */
final class Lists {

  /** The list that the page starts with. */
  static final Path NAMES =
      Path.of("..", "..", "..", "cli-app/src/main/resources/dev/makemore/cli/names.txt");

  private Lists() {}

  /** The list that the page starts with. */
  static BigramCounts names() {
    return counts(text(NAMES));
  }

  /** A list of the page that a reader can choose, such as {@code towns}. */
  static BigramCounts chosen(String name) {
    return counts(text(name));
  }

  /** The text of a list of the page. */
  static String text(String name) {
    return text(Path.of("src", "main", "page", "lists", name + ".txt"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of a reader, one item a line. */
  static BigramCounts counts(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    try {
      return BigramCounts.of(
          Corpus.read(TextSource.stream(new ByteArrayInputStream(utf8), "the list")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first names of a seed. */
  static List<String> names(LanguageModel model, long seed, int count, String prefix) {
    return Sampler.of(model)
        .withPrefix(prefix)
        .samples(seed)
        .limit(count)
        .map(Sample::text)
        .toList();
  }

  static List<String> names(BigramCounts counts, long seed, int count) {
    return names(CountModel.fit(counts), seed, count, "");
  }

  /** The first line of a file. */
  static String firstItem(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An item with a code in brackets in place of each character that can't be seen, as the page
   * shows it.
   */
  static String visible(String item) {
    return item.codePoints()
        .mapToObj(c -> isVisible(c) ? Character.toString(c) : String.format("[U+%04X]", c))
        .collect(Collectors.joining());
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /** A probability as the page writes it. */
  static String probability(double p) {
    if (p == 0) {
      return "0";
    }
    if (p < 1e-4) {
      return String.format(Locale.ROOT, "%.1e", p).replaceAll("e-0*", "e-");
    }
    return fixed(p, p < 1e-3 ? 5 : 4);
  }

  /** A number with so many digits behind the point, rounded as JavaScript rounds. */
  static String fixed(double number, int digits) {
    return new BigDecimal(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  /** What the page says of a list first. */
  static String facts(BigramCounts counts) {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s",
        of(counts.items(), "item"),
        of(counts.vocabulary().size() - 1, "character"),
        of(counts.total(), "pair"));
  }

  private static String of(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
