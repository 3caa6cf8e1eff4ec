package dev.makemore.cli.report;

import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Evaluation;
import dev.makemore.model.Evaluation.Impossible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An evaluation of a model as people and as programs read it.
 *
 * @param model the description of the model
 * @param learnedFrom the name of the text that the model learned from; empty if it is not known
 * @param scored the name of the text that was scored
 * @param vocabulary the number of tokens that the model knows, the boundary included
 * @param evaluation the score
 */
public record EvaluationReport(
    String model, String learnedFrom, String scored, int vocabulary, Evaluation evaluation) {

  /** The largest number of different impossible predictions that are listed. */
  private static final int SHOWN = 8;

  /** The lines of a table for people. Data can't break it, see {@link ControlCharacters}. */
  public List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(name("model", model));
    if (!learnedFrom.isEmpty()) {
      lines.add(name("learned from", learnedFrom));
    }
    lines.add(name("scored", scored));
    lines.add("");
    lines.add(row("items", Figures.grouped(evaluation.items()), "one a line"));
    lines.add(
        row("predictions", Figures.grouped(evaluation.tokens()), "each character, and each end"));
    lines.add(row("vocabulary", Figures.grouped(vocabulary), "characters, and the boundary"));
    lines.add(
        row("average NLL", Figures.rounded(evaluation.averageNll(), 6), "nats per prediction"));
    lines.add(
        row(
            "perplexity",
            Figures.rounded(evaluation.perplexity(), 3),
            "sides of an equally surprising die"));
    lines.add(
        row(
            "bits/character",
            Figures.rounded(evaluation.bitsPerCharacter(), 3),
            "ends not counted"));
    lines.add(row("impossible", Figures.grouped(evaluation.impossibleTokens()), "predictions"));
    lines.addAll(impossible());
    return lines;
  }

  private List<String> impossible() {
    List<Impossible> kinds = evaluation.impossible();
    List<String> lines = new ArrayList<>();
    if (!kinds.isEmpty()) {
      lines.add("");
      lines.add("These are impossible for the model. A single one makes the NLL infinite.");
      lines.add("");
    }
    kinds.stream()
        .sorted(Comparator.comparingLong(Impossible::count).reversed()) // stable
        .limit(SHOWN)
        .map(EvaluationReport::line)
        .forEach(lines::add);
    if (kinds.size() > SHOWN) {
      lines.add("  and " + Figures.counted(kinds.size() - SHOWN, "other"));
    }
    return lines;
  }

  private static String line(Impossible kind) {
    String pair = Labels.of(kind.context()) + " -> " + Labels.of(kind.next());
    return "  " + pair + "  " + Figures.grouped(kind.count());
  }

  /** The evaluation as one JSON object on one line. */
  public String json() {
    return Json.line(fields(vocabulary, evaluation));
  }

  /** The fields of an evaluation under a model that knows so many tokens. */
  static Json.Fields fields(int vocabulary, Evaluation evaluation) {
    return json -> {
      json.writeNumberField("items", evaluation.items());
      json.writeNumberField("tokens", evaluation.tokens());
      json.writeNumberField("vocabulary", vocabulary);
      Json.number(json, "nll", evaluation.averageNll());
      Json.number(json, "perplexity", evaluation.perplexity());
      Json.number(json, "bitsPerCharacter", evaluation.bitsPerCharacter());
      json.writeNumberField("impossible", evaluation.impossibleTokens());
    };
  }

  private static String name(String label, String name) {
    return String.format("%-14s %s", label, ControlCharacters.visible(name));
  }

  private static String row(String label, String value, String unit) {
    return String.format("%-14s %11s  %s", label, value, unit);
  }
}
