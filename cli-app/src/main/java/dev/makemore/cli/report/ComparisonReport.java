package dev.makemore.cli.report;

import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.cli.table.Comparison;
import dev.makemore.cli.table.Comparison.ContextDifference;
import dev.makemore.cli.table.Comparison.PairDifference;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A comparison of two models as people read it.
 *
 * @param a the first model
 * @param b the second model
 * @param scored the name of the text that both models were scored on
 * @param comparison how the models differ
 */
public record ComparisonReport(Side a, Side b, String scored, Comparison comparison) {

  /** One of the models, its name in messages, and its score. */
  public record Side(String name, LanguageModel model, Evaluation evaluation) {}

  /** The largest number of characters listed that only one model knows. */
  private static final int LISTED = 32;

  /** The lines of the report. It lists at most {@code top} contexts and {@code top} pairs. */
  public List<String> text(int top) {
    List<String> lines = new ArrayList<>();
    lines.add(side("A", a));
    lines.add(side("B", b));
    lines.add(heading("scored", scored));
    lines.addAll(only("A", comparison.onlyA(), "B"));
    lines.addAll(only("B", comparison.onlyB(), "A"));
    lines.addAll(scores());
    lines.addAll(figures());
    lines.addAll(contexts(top));
    lines.addAll(pairs(top));
    return lines;
  }

  private static String heading(String label, String text) {
    return String.format("%-16s %s", label, ControlCharacters.visible(text));
  }

  private static String side(String label, Side side) {
    return heading(
        label,
        String.format(
            Locale.ROOT,
            "%s: %s, %s",
            side.name(),
            Kinds.describe(side.model()),
            Figures.counted(side.model().vocabulary().size(), "token")));
  }

  /** The characters that only one of the models knows, if there are any. */
  private List<String> only(String label, List<Integer> tokens, String other) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    String labels = tokens.stream().limit(LISTED).map(this::label).collect(Collectors.joining(" "));
    int others = tokens.size() - LISTED;
    String more = others > 0 ? " and " + Figures.grouped(others) + " more" : "";
    return List.of(heading("only in " + label, labels + more + " (impossible for " + other + ")"));
  }

  private List<String> scores() {
    return List.of(
        "",
        row("", "A", "B", ""),
        row(
            "average NLL",
            Figures.of(a.evaluation().averageNll()),
            Figures.of(b.evaluation().averageNll()),
            "nats per prediction"),
        row(
            "impossible",
            Figures.grouped(a.evaluation().impossibleTokens()),
            Figures.grouped(b.evaluation().impossibleTokens()),
            "of " + Figures.grouped(comparison.predictions()) + " predictions"));
  }

  private List<String> figures() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(row("", "mean", "largest", ""));
    lines.add(figure("total variation", context -> context.ab().totalVariation()));
    lines.add(figure("KL(A || B)", context -> context.ab().kl()));
    lines.add(figure("KL(B || A)", ContextDifference::klBa));
    lines.add(difference());
    lines.add("");
    lines.add(
        "means over contexts, weighted by how often each comes in "
            + ControlCharacters.visible(scored));
    double coverage = comparison.coverage();
    if (coverage < 1) {
      double percent = Math.floor(coverage * 1000) / 10; // never 100.0
      lines.add(
          String.format(Locale.ROOT, "contexts in it that both A and B know: %.1f %%", percent));
    }
    return lines;
  }

  private String figure(String label, ToDoubleFunction<ContextDifference> value) {
    ContextDifference largest = comparison.largest(value);
    double figure = value.applyAsDouble(largest);
    return row(
        label,
        Figures.of(comparison.mean(value)),
        Figures.of(figure),
        figure == 0 ? "" : "after " + note(largest.context()));
  }

  private String difference() {
    if (comparison.pairs().isEmpty()) {
      return row("difference", "", "0", "");
    }
    PairDifference pair = comparison.pairs().get(0);
    String note = Figures.of(pair.a()) + " and " + Figures.of(pair.b()) + ", of " + label(pair);
    return row("difference", "", Figures.of(pair.size()), note);
  }

  private static String row(String label, String left, String right, String note) {
    return String.format("%-16s %11s %11s  %s", label, left, right, note).stripTrailing();
  }

  private List<String> contexts(int top) {
    Comparator<ContextDifference> order =
        Comparator.comparingDouble(context -> -context.ab().totalVariation());
    List<ContextDifference> contexts =
        comparison.contexts().stream()
            .filter(context -> context.ab().totalVariation() > 0)
            .sorted(order) // stable
            .limit(top)
            .toList();
    List<String> lines = new ArrayList<>();
    if (!contexts.isEmpty()) {
      lines.add("");
      lines.add("contexts that differ most");
      lines.add("");
      lines.add("  total variation  KL(A || B)  KL(B || A)  difference  after");
    }
    for (ContextDifference context : contexts) {
      lines.add(
          String.format(
              "  %15s %11s %11s %11s  %s",
              Figures.of(context.ab().totalVariation()),
              Figures.of(context.ab().kl()),
              Figures.of(context.klBa()),
              Figures.of(context.ab().largestDifference()),
              note(context.context())));
    }
    return lines;
  }

  private List<String> pairs(int top) {
    List<PairDifference> pairs = comparison.pairs().stream().limit(top).toList();
    List<String> lines = new ArrayList<>();
    if (!pairs.isEmpty()) {
      lines.add("");
      lines.add("pairs that differ most");
      lines.add("");
      lines.add("  difference         A         B  pair");
    }
    for (PairDifference pair : pairs) {
      lines.add(
          String.format(
              "  %10s %9s %9s  %s",
              Figures.of(pair.size()), Figures.of(pair.a()), Figures.of(pair.b()), label(pair)));
    }
    return lines;
  }

  private String label(int token) {
    return Labels.of(comparison.vocabulary(), token);
  }

  private String note(List<Integer> context) {
    return Labels.noteOfContext(comparison.vocabulary(), context);
  }

  private String label(PairDifference pair) {
    return Labels.ofContext(comparison.vocabulary(), pair.context()) + label(pair.next());
  }
}
