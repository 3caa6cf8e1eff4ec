package dev.makemore.cli.option;

import dev.makemore.cli.making.NamePattern;
import dev.makemore.cli.making.Wishes;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.text.TextForm;
import dev.makemore.sampling.Condition;
import dev.makemore.sampling.Sampler;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** What the names have to be like: how long they are, how they end, and what is in them. */
public final class WishOptions extends OptionGroup {

  private final Argument<@Nullable Integer> minLength =
      syntax.option(
          Integer.class, "--min-length=L", "Make only names that have at least L characters.");

  private final Argument<@Nullable Integer> maxLength =
      syntax.option(
          Integer.class,
          "--max-length=L",
          "Make only names that have at most L characters. Without this option, a name that gets"
              + " longer than 1,000 is cut there, and a message says so.");

  private final Argument<String> suffix =
      syntax.optionWithDefault(String.class, "", "--suffix=TEXT", "End every name with TEXT.");

  private final Argument<@Nullable String> match =
      syntax.option(
          String.class,
          "--match=REGEX",
          "Make only names in which this regular expression of Java is found, as grep does; with"
              + " ^ and $ it describes the whole name. Names are tried until one matches.");

  public WishOptions(Syntax syntax) {
    super(syntax, Heading.WISHES);
  }

  /**
   * The wishes, checked before anything is read.
   *
   * @param form the form of the text, into which the suffix is brought
   * @param prefix what names begin with, in that form
   * @throws ParameterException if no name meets all of them, whatever the model
   */
  public Wishes wishes(TextForm form, String prefix) {
    Integer min = minLength.get();
    Integer max = maxLength.get();
    minLength.require(min == null || min >= 0, "minimum length must be >= 0");
    maxLength.require(max == null || max >= 1, "maximum length must be at least 1");
    if (min != null && max == null && min > limit()) {
      throw minLength.wrong(
          String.format(
              Locale.ROOT,
              "a name has at most %,d characters unless --max-length is given, was %d",
              limit(),
              min));
    }
    Condition short_ = max == null ? Condition.none() : Condition.none().withMaxLength(max);
    Condition long_ = min == null ? short_ : minLength.checked(() -> short_.withMinLength(min));
    String end = form.apply(suffix.get());
    Condition all = suffix.checked(() -> long_.withSuffix(end));
    checkRoom(prefix, end);
    String regex = match.get();
    Optional<NamePattern> pattern =
        regex == null ? Optional.empty() : Optional.of(match.checked(() -> NamePattern.of(regex)));
    return new Wishes(all, pattern, limit());
  }

  private void checkRoom(String prefix, String end) {
    String shortest = joined(prefix, end);
    if (shortest.codePointCount(0, shortest.length()) > limit()) {
      throw maxLength.wrong(
          "maximum length "
              + limit()
              + " is shorter than the prefix '"
              + prefix
              + "'"
              + (end.isEmpty() ? "" : " with the suffix '" + end + "'"));
    }
  }

  /** The shortest text that begins with {@code prefix} and ends with {@code suffix}. */
  private static String joined(String prefix, String suffix) {
    for (int shared = Math.min(prefix.length(), suffix.length()); ; shared--) {
      if (prefix.endsWith(suffix.substring(0, shared))) {
        return prefix + suffix.substring(shared);
      }
    }
  }

  /** The suffix, for messages that name the option. */
  Argument<String> suffix() {
    return suffix;
  }

  /** The most characters that a name may have. */
  public int limit() {
    return maxLength.orElse(Sampler.DEFAULT_MAX_LENGTH);
  }
}
