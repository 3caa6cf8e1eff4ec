package dev.makemore.model.learn;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was chosen about a learner: values of its options.
 *
 * {@snippet class="dev.makemore.model.learn.LearnersTest" region="settings"}
 *
 * <p>Immutable. Options are told apart by their names.
 */
public final class LearnerSettings {

  private static final LearnerSettings NONE = new LearnerSettings(Map.of());

  private final Map<String, Object> values;

  private LearnerSettings(Map<String, Object> values) {
    this.values = values;
  }

  /** Nothing is chosen, so every option has its default value. */
  public static LearnerSettings defaults() {
    return NONE;
  }

  /**
   * These settings, and one value more.
   *
   * @throws IllegalArgumentException if the value is not valid; the message says why
   */
  public <T> LearnerSettings with(LearnerOption<T> option, T value) {
    Map<String, Object> more = new TreeMap<>(values);
    more.put(option.name(), option.checked(value));
    return new LearnerSettings(more);
  }

  /**
   * The value of an option, or else its default value.
   *
   * @throws NoSuchElementException if it has no default value, and none was chosen
   */
  public <T> T get(LearnerOption<T> option) {
    return find(option)
        .orElseThrow(() -> new NoSuchElementException("no value was chosen for " + option.name()));
  }

  /** The value of an option, or else its default value, if it has one. */
  public <T> Optional<T> find(LearnerOption<T> option) {
    Object value = values.get(option.name());
    return value == null ? option.defaultValue() : Optional.of(option.type().cast(value));
  }

  /** Whether a value was chosen. */
  public boolean isChosen(LearnerOption<?> option) {
    return values.containsKey(option.name());
  }

  /** The values that were chosen, by the names of their options. */
  @Override
  public String toString() {
    return values.toString();
  }
}
