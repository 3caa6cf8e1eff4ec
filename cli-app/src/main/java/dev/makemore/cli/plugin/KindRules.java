package dev.makemore.cli.plugin;

import dev.makemore.model.io.ModelKind;
import java.util.ArrayList;
import java.util.List;

/** What kinds of models must keep, so that a file is read by the kind that wrote it. */
final class KindRules {

  private final List<ModelKind> kinds = new ArrayList<>();

  private KindRules() {}

  /** The rules for kinds beside others that are there already. */
  static KindRules of(List<ModelKind> others) {
    KindRules rules = new KindRules();
    rules.kinds.addAll(others);
    return rules;
  }

  /**
   * Adds a kind.
   *
   * @throws IllegalArgumentException if it can't be used beside the others; the message goes on
   *     after the name of its class
   */
  void add(ModelKind kind) {
    for (ModelKind other : kinds) {
      if (other.name().equals(kind.name())) {
        throw new IllegalArgumentException(
            "has the name " + kind.name() + ", which another kind of model has, too");
      } else if (kind.type().isAssignableFrom(other.type())
          || other.type().isAssignableFrom(kind.type())) {
        throw new IllegalArgumentException(
            "saves models of "
                + kind.type().getName()
                + ", and the kind "
                + other.name()
                + " those of "
                + other.type().getName()
                + "; some would be of both kinds");
      }
    }
    kinds.add(kind);
  }
}
