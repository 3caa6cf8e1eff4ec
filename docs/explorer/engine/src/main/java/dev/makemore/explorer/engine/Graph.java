package dev.makemore.explorer.engine;

import dev.makemore.autograd.ExpressionGraph;
import dev.makemore.autograd.ExpressionGraph.Edge;
import dev.makemore.autograd.ExpressionGraph.Node;
import dev.makemore.autograd.Value;
import dev.makemore.explorer.expression.Formula;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/**
 * The graph of an expression at a point: its nodes in the order in which they are computed, so that
 * the last one is the result. Edges lead from results to operands.
 */
public final class Graph {

  private final Formula formula;
  private final double[] at; // a number for each variable
  private final List<Node> nodes;

  private Graph(Formula formula, double... at) {
    this.formula = formula;
    this.at = at;
    Value root = formula.record(at);
    root.backward();
    this.nodes = ExpressionGraph.of(root).nodes();
  }

  /** The graph at some point, where no two variables are equal. */
  static Graph of(Formula formula) {
    double[] at = new double[formula.variables().size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = (i % 2 == 0 ? 1 : -1) * (0.5 + i / 2.0);
    }
    return new Graph(formula, at);
  }

  /** The variables of the expression, in the order in which they occur first. */
  @JSExport
  public String[] variables() {
    return formula.variables().toArray(new String[0]);
  }

  /** The number for each variable. */
  @JSExport
  @JSByRef
  public double[] point() {
    return at.clone();
  }

  /** The same expression with other numbers for its variables. */
  @JSExport
  public Graph at(@JSByRef double[] point) {
    return new Graph(formula, point.clone());
  }

  /**
   * The label of each node: the name of a variable, the digits of a number, the constant exponent
   * of a power such as {@code ^2}, or nothing.
   */
  @JSExport
  public String[] labels() {
    return nodes.stream().map(Node::label).toArray(String[]::new);
  }

  /** The operation of each node, or nothing for a leaf. */
  @JSExport
  public String[] operations() {
    return nodes.stream().map(Node::operation).toArray(String[]::new);
  }

  /** The number that each node holds. */
  @JSExport
  @JSByRef
  public double[] data() {
    return nodes.stream().mapToDouble(Node::data).toArray();
  }

  /** The derivative of the result with respect to each node. */
  @JSExport
  @JSByRef
  public double[] gradients() {
    return nodes.stream().mapToDouble(Node::gradient).toArray();
  }

  /**
   * The gradients on the way: after the result and the nodes before it, {@code steps} in all, have
   * passed theirs on.
   */
  @JSExport
  @JSByRef
  public double[] gradientsAfter(int steps) {
    double[] gradients = new double[nodes.size()];
    int last = nodes.size() - 1;
    gradients[last] = 1;
    for (int i = last; i > last - steps && i >= 0; i--) {
      if (gradients[i] != 0) {
        for (Edge edge : nodes.get(i).edges()) {
          gradients[edge.operand()] += edge.partial() * gradients[i];
        }
      }
    }
    return gradients;
  }

  /** For each edge: the node, its operand, and the partial derivative, one edge after the other. */
  @JSExport
  @JSByRef
  public double[] edges() {
    return IntStream.range(0, nodes.size())
        .boxed()
        .flatMap(
            i -> nodes.get(i).edges().stream().map(e -> new double[] {i, e.operand(), e.partial()}))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /**
   * The slope of the result along a variable, without any derivative: the difference of the results
   * at two points near each other, divided by their distance.
   *
   * @param variable its place among the {@link #variables()}
   */
  @JSExport
  public double slope(int variable) {
    double step = 6e-6 * Math.max(1, Math.abs(at[variable]));
    double above = at[variable] + step;
    double below = at[variable] - step;
    return (resultWith(variable, above) - resultWith(variable, below)) / (above - below);
  }

  /** The result with another number for one variable. */
  @JSExport
  public double resultWith(int variable, double number) {
    double[] moved = at.clone();
    moved[variable] = number;
    return formula.record(moved).data();
  }
}
