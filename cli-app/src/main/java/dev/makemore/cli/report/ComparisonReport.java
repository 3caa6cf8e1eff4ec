package dev.makemore.cli.report;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.cli.table.Comparison;
import dev.makemore.cli.table.Comparison.Difference;
import dev.makemore.cli.table.Comparison.Row;
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
 * A comparison as people read it.
 *
 * @param a one model
 * @param b the other
 * @param scored what both were scored on
 * @param counts the pairs of that, which are the weights of the means
 * @param comparison how they differ
 */
public record ComparisonReport(
    Side a, Side b, String scored, BigramCounts counts, Comparison comparison) {

  /** One of the models, what messages call it, and how it did. */
  public record Side(String name, LanguageModel model, Evaluation evaluation) {}

  /** How many characters that only one model knows are shown. */
  private static final int LISTED = 32;

  private static final String FIGURES = "%-16s %11s %11s  %s";

  /** Tables, in lines, of which lists of contexts and of pairs have {@code top} at most. */
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
            "%s: %s, %,d tokens",
            side.name(),
            Kinds.describe(side.model()),
            side.model().vocabulary().size()));
  }

  /** The characters that only one model knows, if there are any. */
  private List<String> only(String label, List<Integer> tokens, String other) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    String labels = tokens.stream().limit(LISTED).map(this::label).collect(Collectors.joining(" "));
    String more =
        tokens.size() <= LISTED
            ? ""
            : String.format(Locale.ROOT, " and %,d more", tokens.size() - LISTED);
    return List.of(heading("only in " + label, labels + more + " (to " + other + " impossible)"));
  }

  private List<String> scores() {
    return List.of(
        "",
        String.format(FIGURES, "", "A", "B", "").stripTrailing(),
        String.format(
            FIGURES,
            "average NLL",
            Figures.of(a.evaluation().averageNll()),
            Figures.of(b.evaluation().averageNll()),
            "nats per prediction"),
        String.format(
            FIGURES,
            "impossible",
            grouped(a.evaluation().impossibleTokens()),
            grouped(b.evaluation().impossibleTokens()),
            "of " + grouped(counts.total()) + " predictions"));
  }

  private List<String> figures() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(String.format(FIGURES, "", "mean", "largest", "").stripTrailing());
    lines.add(figure("total variation", row -> row.ab().totalVariation()));
    lines.add(figure("KL(A || B)", row -> row.ab().kl()));
    lines.add(figure("KL(B || A)", Row::klBa));
    lines.add(difference());
    lines.add("");
    lines.add("means over contexts, each as often as it comes in " + ControlCharacters.visible(scored));
    double coverage = comparison.coverage(counts);
    if (coverage < 1) {
      double percent = Math.floor(coverage * 1000) / 10; // never 100.0
      lines.add(
          String.format(Locale.ROOT, "contexts in it that both A and B know: %.1f %%", percent));
    }
    return lines;
  }

  private String figure(String label, ToDoubleFunction<Row> value) {
    Row largest = comparison.largest(value);
    double figure = value.applyAsDouble(largest);
    return String.format(
            FIGURES,
            label,
            Figures.of(comparison.mean(value, counts)),
            Figures.of(figure),
            figure == 0 ? "" : "after " + note(largest.context()))
        .stripTrailing();
  }

  private String difference() {
    return comparison.pairs().stream()
        .findFirst()
        .map(
            pair ->
                String.format(
                    FIGURES,
                    "difference",
                    "",
                    Figures.of(pair.size()),
                    Figures.of(pair.a()) + " and " + Figures.of(pair.b()) + ", of " + label(pair)))
        .orElse(String.format(FIGURES, "difference", "", "0", "").stripTrailing());
  }

  private List<String> contexts(int top) {
    List<Row> rows =
        comparison.rows().stream()
            .filter(row -> row.ab().totalVariation() > 0)
            .sorted(Comparator.comparingDouble((Row row) -> -row.ab().totalVariation())) // stable
            .limit(top)
            .toList();
    List<String> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add("contexts that differ most");
      lines.add("");
      lines.add("  total variation  KL(A || B)  KL(B || A)  difference  after");
    }
    for (Row row : rows) {
      lines.add(
          String.format(
              "  %15s %11s %11s %11s  %s",
              Figures.of(row.ab().totalVariation()),
              Figures.of(row.ab().kl()),
              Figures.of(row.klBa()),
              Figures.of(row.ab().largestDifference()),
              note(row.context())));
    }
    return lines;
  }

  private List<String> pairs(int top) {
    List<Difference> pairs = comparison.pairs().stream().limit(top).toList();
    List<String> lines = new ArrayList<>();
    if (!pairs.isEmpty()) {
      lines.add("");
      lines.add("pairs that differ most");
      lines.add("");
      lines.add("  difference         A         B  pair");
    }
    for (Difference pair : pairs) {
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

  private String note(int token) {
    return Labels.note(comparison.vocabulary(), token);
  }

  private String label(Difference pair) {
    return Labels.of(comparison.vocabulary(), pair.context(), pair.next());
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
