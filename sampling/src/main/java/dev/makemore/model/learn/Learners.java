package dev.makemore.model.learn;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The learners that the running program has.
 *
 * {@snippet class="dev.makemore.model.learn.LearnersTest" region="find"}
 */
public final class Learners {

  private Learners() {}

  /**
   * All learners, in the order of their names. Of several with one name, that counts which is found
   * first: those that the class loader of the current thread knows come before those that the class
   * loader of this class knows.
   *
   * @throws ServiceConfigurationError if a class that is named as a learner can't be used
   */
  public static List<Learner> all() {
    Map<String, Learner> byName = new TreeMap<>();
    // The class loader of the thread may belong to a host program that knows nothing of learners.
    ClassLoader own = Learner.class.getClassLoader();
    ClassLoader host = Thread.currentThread().getContextClassLoader();
    for (Learner learner : ServiceLoader.load(Learner.class, host)) {
      byName.putIfAbsent(learner.name(), learner);
    }
    if (host != own) { // otherwise the same would be found again
      for (Learner learner : ServiceLoader.load(Learner.class, own)) {
        byName.putIfAbsent(learner.name(), learner);
      }
    }
    return List.copyOf(byName.values());
  }

  /**
   * The learner with a name.
   *
   * @throws IllegalArgumentException if there is none; the message names those that there are
   * @throws ServiceConfigurationError if a class that is named as a learner can't be used
   */
  public static Learner named(String name) {
    Objects.requireNonNull(name, "name");
    List<Learner> all = all();
    return all.stream()
        .filter(learner -> learner.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no learner '"
                        + name
                        + "'; there are: "
                        + all.stream().map(Learner::name).collect(Collectors.joining(", "))));
  }
}
