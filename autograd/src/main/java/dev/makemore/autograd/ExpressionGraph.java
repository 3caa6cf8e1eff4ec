package dev.makemore.autograd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A picture of an expression: a value and every value that it was computed from. Each is a node,
 * with its label, operation, data and gradient at the moment when the picture was taken, and each
 * node has edges to its operands. There are two edges if an operation uses a value twice.
 *
 * <p>{@link #toDot()} returns text for Graphviz, and {@link #toMermaid()} text for Mermaid, which
 * many sites draw inside Markdown. Arrows lead from operands to results, and numbers have five
 * digits. The same expression gives the same picture wherever it is on its tape.
 *
 * <p>The nodes and edges are all that it takes to go backward:
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="graph"}
 */
public final class ExpressionGraph {

  /**
   * A value of the expression.
   *
   * @param label the label of the value, or {@code ""} if it has none
   * @param operation the operation that computed it, such as {@code "times"}, or {@code ""} for a
   *     leaf
   * @param data the number itself
   * @param gradient the {@linkplain Value#gradient() gradient}, which is 0 before going backward
   * @param edges one for each operand, in the order in which the operation takes them;
   *     unmodifiable, and empty for a leaf
   */
  public record Node(
      String label, String operation, double data, double gradient, List<Edge> edges) {}

  /**
   * What leads from a node to one of its operands.
   *
   * @param operand the place of the operand in {@link #nodes()}
   * @param partial the derivative of the node with respect to this operand, while its other
   *     operands stay as they are
   */
  public record Edge(int operand, double partial) {}

  private final List<Node> nodes;

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
    return new ExpressionGraph(Arrays.stream(drawn).mapToObj(i -> node(tape, i, drawn)).toList());
  }

  private static Node node(Tape tape, int index, int... drawn) {
    int[] operands = tape.operands(index);
    double[] partials = tape.partials(index);
    List<Edge> edges = new ArrayList<>();
    for (int k = 0; k < operands.length; k++) {
      edges.add(new Edge(Arrays.binarySearch(drawn, operands[k]), partials[k]));
    }
    @Nullable String label = tape.label(index);
    String operation = tape.operation(index).toString();
    return new Node(
        label == null ? "" : label,
        operation,
        tape.data[index],
        tape.gradient[index],
        List.copyOf(edges));
  }

  /**
   * The nodes in the order in which they were recorded, so that operands come before results. The
   * last one is the value that the picture was taken of. The list is unmodifiable.
   *
   * <p>The gradients of that value are found from the edges as in the example above: from the last
   * node, whose gradient is 1, to the first. They are those of {@link Value#backward()}, bit for
   * bit. A node whose gradient is 0 passes nothing on, because an edge may have an infinite
   * partial, and 0 times infinity is NaN.
   */
  public List<Node> nodes() {
    return nodes;
  }

  /** This graph in the DOT language of Graphviz. */
  public String toDot() {
    return "digraph expression {\n  rankdir=LR;\n  node [shape=box];\n"
        + drawn("  n%d [label=\"%s\"];\n", ExpressionGraph::escapedForDot, "  n%d -> n%d;\n")
        + "}\n";
  }

  /** This graph as a Mermaid flowchart. */
  public String toMermaid() {
    return "flowchart LR\n"
        + drawn("  n%d[\"%s\"]\n", ExpressionGraph::escapedForMermaid, "  n%d --> n%d\n");
  }

  private String drawn(String box, UnaryOperator<String> escaped, String arrow) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < nodes.size(); n++) {
      Node node = nodes.get(n);
      text.append(String.format(Locale.ROOT, box, n, escaped.apply(lines(node))));
      for (Edge edge : node.edges) {
        text.append(String.format(Locale.ROOT, arrow, edge.operand, n));
      }
    }
    return text.toString();
  }

  /** What stands in the box of a node, with a line feed between lines. */
  private static String lines(Node node) {
    String label = node.label.replace("\r\n", "\n").replace('\r', '\n');
    String labelEnd = label.isEmpty() || label.endsWith("\n") ? "" : "\n";
    String operationEnd = node.operation.isEmpty() ? "" : "\n";
    String numbers =
        String.format(Locale.ROOT, "data %.5g\ngradient %.5g", node.data, node.gradient);
    return label + labelEnd + node.operation + operationEnd + numbers;
  }

  private static String escapedForDot(String lines) {
    return lines.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  // Inside quotes, Mermaid still interprets Markdown, HTML, and code points between '#' and ';'.
  // Letters, digits and spaces are safe in all three, and so are the point and sign of a number.
  private static String escapedForMermaid(String lines) {
    StringBuilder escaped = new StringBuilder();
    int[] codePoints = lines.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      int c = codePoints[i];
      boolean more = i + 1 < codePoints.length;
      boolean ofNumber = (c == '.' || c == '-') && more && isLetterOrNumber(codePoints[i + 1]);
      if (c == '\n') {
        escaped.append("<br/>");
      } else if (c == ' ' || ofNumber || isLetterOrNumber(c)) {
        escaped.appendCodePoint(c);
      } else {
        escaped.append('#').append(c).append(';');
      }
    }
    return escaped.toString();
  }

  /** Whether a code point is in one of Unicode's categories L and N. */
  private static boolean isLetterOrNumber(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.LETTER_NUMBER
        || Character.getType(codePoint) == Character.OTHER_NUMBER;
  }
}
