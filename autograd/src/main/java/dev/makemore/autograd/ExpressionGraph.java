package dev.makemore.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an expression: a value and every value that it was computed from. Each is drawn
 * once, with its label, operation, data and gradient at the moment when the picture was taken.
 * Arrows lead from operands to results. There are two arrows if an operation uses a value twice.
 *
 * <p>{@link #toDot()} returns text for Graphviz, and {@link #toMermaid()} text for Mermaid, which
 * many sites draw inside Markdown. The same expression gives the same text wherever it is on its
 * tape. Numbers have five digits.
 */
public final class ExpressionGraph {

  private record Node(List<String> lines, List<Integer> operands) {}

  // Inside quotes, Mermaid still interprets Markdown, HTML, and code points between '#' and ';'.
  // Letters, digits and spaces are safe in all three, and so are the point and sign of a number.
  private static final Pattern NOT_PLAIN =
      Pattern.compile("(?![.-][\\p{L}\\p{N}])[^\\p{L}\\p{N} ]");

  private final List<Node> nodes; // operands before results

  private ExpressionGraph(List<Node> nodes) {
    this.nodes = nodes;
  }

  /** Takes a picture of a value and of every value that it was computed from. */
  public static ExpressionGraph of(Value root) {
    Tape tape = root.tape();
    BitSet reached = new BitSet();
    reached.set(root.index());
    for (int i = root.index(); i >= 0; i = reached.previousSetBit(i - 1)) {
      Arrays.stream(tape.operands(i)).forEach(reached::set);
    }
    int[] drawn = reached.stream().toArray(); // the number of a node is its place in here
    List<Node> nodes = new ArrayList<>();
    for (int index : drawn) {
      int[] operands = tape.operands(index);
      nodes.add(
          new Node(
              lines(tape, index),
              Arrays.stream(operands).mapToObj(o -> Arrays.binarySearch(drawn, o)).toList()));
    }
    return new ExpressionGraph(nodes);
  }

  /** This graph in the DOT language of Graphviz. */
  public String toDot() {
    return "digraph expression {\n  rankdir=LR;\n  node [shape=box];\n"
        + drawn("  n%d [label=\"%s\"];\n", "\\n", ExpressionGraph::escapedForDot, "  n%d -> n%d;\n")
        + "}\n";
  }

  /** This graph as a Mermaid flowchart. */
  public String toMermaid() {
    return "flowchart LR\n"
        + drawn("  n%d[\"%s\"]\n", "<br/>", ExpressionGraph::escapedForMermaid, "  n%d --> n%d\n");
  }

  private String drawn(String box, String lineBreak, UnaryOperator<String> escaped, String arrow) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < nodes.size(); n++) {
      Node node = nodes.get(n);
      String label = node.lines.stream().map(escaped).collect(Collectors.joining(lineBreak));
      text.append(String.format(Locale.ROOT, box, n, label));
      for (int operand : node.operands) {
        text.append(String.format(Locale.ROOT, arrow, operand, n));
      }
    }
    return text.toString();
  }

  private static List<String> lines(Tape tape, int index) {
    List<String> lines = new ArrayList<>();
    @Nullable String label = tape.label(index);
    if (label != null) {
      label.lines().forEach(lines::add);
    }
    if (tape.operation(index) != Operation.LEAF) {
      lines.add(tape.operation(index).toString());
    }
    lines.add(String.format(Locale.ROOT, "data %.5g", tape.data[index]));
    lines.add(String.format(Locale.ROOT, "gradient %.5g", tape.gradient[index]));
    return lines;
  }

  private static String escapedForDot(String line) {
    return line.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String escapedForMermaid(String line) {
    return NOT_PLAIN.matcher(line).replaceAll(c -> "#" + c.group().codePointAt(0) + ";");
  }
}
