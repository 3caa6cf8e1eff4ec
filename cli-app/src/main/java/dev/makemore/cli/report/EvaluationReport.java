package dev.makemore.cli.report;

import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.model.Evaluation;
import dev.makemore.model.Evaluation.Impossible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An evaluation as people and as programs read it.
 *
 * @param model how the model came to be
 * @param learntFrom what it learnt from; empty if that is not known
 * @param scored what was scored
 * @param vocabulary the number of tokens it knows, the boundary included
 * @param evaluation how it did
 */
public record EvaluationReport(
    String model, String learntFrom, String scored, int vocabulary, Evaluation evaluation) {

  /** How many kinds of impossible predictions are shown. */
  private static final int SHOWN = 8;

  /** A table for people: nothing in the data breaks it, see {@link ControlCharacters}. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(name("model", model));
    if (!learntFrom.isEmpty()) {
      lines.add(name("learnt from", learntFrom));
    }
    lines.add(name("scored", scored));
    lines.add("");
    lines.add(row("items", grouped(evaluation.items()), "one a line"));
    lines.add(row("predictions", grouped(evaluation.tokens()), "each character, and each end"));
    lines.add(row("vocabulary", grouped(vocabulary), "characters, and the boundary"));
    lines.add(row("average NLL", rounded(evaluation.averageNll(), 6), "nats per prediction"));
    lines.add(
        row(
            "perplexity",
            rounded(evaluation.perplexity(), 3),
            "sides of an equally surprising die"));
    lines.add(row("bits/character", rounded(evaluation.bitsPerCharacter(), 3), "ends not counted"));
    lines.add(row("impossible", grouped(evaluation.impossibleTokens()), "predictions"));
    lines.addAll(impossible());
    return lines;
  }

  private List<String> impossible() {
    List<Impossible> kinds = evaluation.impossible();
    List<String> lines = new ArrayList<>();
    if (!kinds.isEmpty()) {
      lines.add("");
      lines.add("The model held these for impossible, and one is enough for an infinite NLL.");
      lines.add("Smoothing helps where both characters are known: try --smoothing 1.");
      lines.add("");
    }
    kinds.stream()
        .sorted(Comparator.comparingLong(Impossible::count).reversed()) // stable
        .limit(SHOWN)
        .map(kind -> kind.context() + " -> " + kind.next() + "  " + grouped(kind.count()))
        .map(line -> "  " + ControlCharacters.visible(line))
        .forEach(lines::add);
    if (kinds.size() > SHOWN) {
      lines.add("  and " + grouped(kinds.size() - SHOWN) + " other kinds");
    }
    return lines;
  }

  /** One object, on one line. */
  public String json() {
    return Json.line(
        json -> {
          json.writeNumberField("items", evaluation.items());
          json.writeNumberField("tokens", evaluation.tokens());
          json.writeNumberField("vocabulary", vocabulary);
          Json.number(json, "nll", evaluation.averageNll());
          Json.number(json, "perplexity", evaluation.perplexity());
          Json.number(json, "bitsPerCharacter", evaluation.bitsPerCharacter());
          json.writeNumberField("impossible", evaluation.impossibleTokens());
        });
  }

  private static String name(String label, String name) {
    return String.format("%-14s %s", label, ControlCharacters.visible(name));
  }

  private static String row(String label, String value, String unit) {
    return String.format("%-14s %11s  %s", label, value, unit);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rounded(double number, int digits) {
    return Double.isInfinite(number)
        ? "infinite"
        : String.format(Locale.ROOT, "%,." + digits + "f", number);
  }
}
