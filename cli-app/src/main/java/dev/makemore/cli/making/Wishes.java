package dev.makemore.cli.making;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.LanguageModel;
import dev.makemore.sampling.Condition;
import dev.makemore.sampling.Conditional;
import dev.makemore.sampling.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the names have to be like, and which wishes refused the last ones.
 *
 * <p>A model that looks at one character is conditioned, and then refuses only what {@code --match}
 * does, and names that are cut. Other models try until a name is right.
 */
public final class Wishes {

  private final Condition condition;
  private final boolean some;
  private final Optional<NamePattern> pattern;

  /** Why a name is refused, and which names are not, in the order in which they are asked. */
  private final Map<String, Predicate<Sample>> wishes = new LinkedHashMap<>();

  private final List<String> refusing = new ArrayList<>(); // since a name was taken
  private boolean conditioned;
  private long met; // names that met all wishes

  /** The wishes of a command line that makes names of at most {@code limit} characters. */
  public Wishes(Condition condition, Optional<NamePattern> pattern, int limit) {
    this.condition = condition;
    this.pattern = pattern;
    this.some = pattern.isPresent() || !condition.equals(Condition.none());
    int min = condition.minLength();
    String suffix = condition.suffix();
    wishes.put("have more than " + characters(limit), name -> !name.cut());
    if (min > 0) {
      wishes.put(
          "have fewer than " + characters(min),
          name -> name.text().codePointCount(0, name.text().length()) >= min);
    }
    if (!suffix.isEmpty()) {
      wishes.put("do not end with '" + suffix + "'", name -> name.text().endsWith(suffix));
    }
    pattern.ifPresent(
        regex -> wishes.put("do not match '" + regex + "'", name -> regex.isIn(name.text())));
  }

  private static String characters(int number) {
    return String.format(Locale.ROOT, "%,d character%s", number, number == 1 ? "" : "s");
  }

  /** Whether anything is wished for. */
  public boolean isEmpty() {
    return !some;
  }

  /**
   * The model that makes such names after {@code prefix}, as far as a model can tell beforehand.
   *
   * @throws Failure if there are none
   */
  public LanguageModel model(LanguageModel model, String prefix) {
    if (condition.equals(Condition.none()) || model.contextLength() > 1) {
      return model;
    }
    try {
      conditioned = true;
      return Conditional.of(model, condition, prefix);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.FAILURE,
          e.getMessage() + "; with some --smoothing a count model makes any pair of characters");
    }
  }

  /** Whether many names may have to be tried for one. To be asked once there is a sampler. */
  public boolean isLuck() {
    return pattern.isPresent() || (some && !conditioned);
  }

  /** Whether {@code name} meets all wishes. */
  public boolean test(Sample name) {
    for (Map.Entry<String, Predicate<Sample>> wish : wishes.entrySet()) {
      if (!wish.getValue().test(name)) {
        if (!refusing.contains(wish.getKey())) {
          refusing.add(wish.getKey());
        }
        return false;
      }
    }
    met++;
    return true;
  }

  /** Begins a new search: a name was taken. */
  public void taken() {
    refusing.clear();
    met = 0;
    pattern.ifPresent(NamePattern::taken);
  }

  /** Why names were refused since one was taken. */
  public List<String> refusing() {
    return List.copyOf(refusing);
  }

  /** Whether names met all wishes since one was taken, but were refused for another reason. */
  public boolean someMet() {
    return met > 0;
  }
}
