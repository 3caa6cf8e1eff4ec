package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.autograd.ExpressionGraph.Edge;
import dev.makemore.autograd.ExpressionGraph.Node;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionGraphTest {

  private final Tape tape = Tape.create();

  private Value example() {
    tape.value(99); // not part of the picture
    Value a = tape.value(2).label("a");
    Value b = tape.value(-3).label("b");
    a.exp(); // nor is this
    Value product = a.times(b);
    Value root = product.plus(a).label("root");
    root.backward();
    return root;
  }

  @Test
  void theNodesOfAnExpressionHaveItsNumbersAndItsPartials() {
    // The root is a b + a at a = 2 and b = -3. So a has the gradient b + 1 = -2, and b has 2.
    assertThat(ExpressionGraph.of(example()).nodes())
        .containsExactly(
            new Node("a", "", 2, -2, List.of()),
            new Node("b", "", -3, 2, List.of()),
            new Node("", "times", -6, 1, List.of(new Edge(0, -3), new Edge(1, 2))),
            new Node("root", "plus", -4, 1, List.of(new Edge(2, 1), new Edge(0, 1))));
  }

  @Test
  void anInnerProductHasAnEdgeToEachFactorWhosePartialIsItsPartner() {
    List<Value> x = tape.values(2, 3);
    List<Value> y = tape.values(5, 7);
    Value c = tape.value(11);
    Node neighbors = last(ExpressionGraph.of(Values.dot(x, y, c)));
    assertThat(neighbors.operation()).isEqualTo("dot");
    assertThat(neighbors.data()).isEqualTo(2 * 5 + 3 * 7 + 11);
    assertThat(neighbors.edges())
        .containsExactly(
            new Edge(0, 5), new Edge(2, 2), new Edge(1, 7), new Edge(3, 3), new Edge(4, 1));
    Value plain = Values.dot(new ArrayList<>(x), new ArrayList<>(y), c);
    assertThat(last(ExpressionGraph.of(plain))).isEqualTo(neighbors);
  }

  @Test
  void aSquareOfAVectorHasTwoEdgesToEachNumber() {
    List<Value> x = tape.values(2, 3);
    assertThat(last(ExpressionGraph.of(Values.dot(x, x))).edges())
        .containsExactly(new Edge(0, 2), new Edge(0, 2), new Edge(1, 3), new Edge(1, 3));
  }

  private static Node last(ExpressionGraph graph) {
    return graph.nodes().get(graph.nodes().size() - 1);
  }

  @Test
  void nodesAndEdgesAreUnmodifiable() {
    List<Node> nodes = ExpressionGraph.of(example()).nodes();
    assertThat(nodes).isUnmodifiable();
    assertThat(nodes.get(2).edges()).isUnmodifiable();
  }

  @Test
  void drawsAnExpressionInDot() {
    assertThat(ExpressionGraph.of(example()).toDot())
        .isEqualTo(
            """
            digraph expression {
              rankdir=LR;
              node [shape=box];
              n0 [label="a\\ndata 2.0000\\ngradient -2.0000"];
              n1 [label="b\\ndata -3.0000\\ngradient 2.0000"];
              n2 [label="times\\ndata -6.0000\\ngradient 1.0000"];
              n0 -> n2;
              n1 -> n2;
              n3 [label="root\\nplus\\ndata -4.0000\\ngradient 1.0000"];
              n2 -> n3;
              n0 -> n3;
            }
            """);
  }

  @Test
  void drawsAnExpressionInMermaid() {
    assertThat(ExpressionGraph.of(example()).toMermaid())
        .isEqualTo(
            """
            flowchart LR
              n0["a<br/>data 2.0000<br/>gradient -2.0000"]
              n1["b<br/>data -3.0000<br/>gradient 2.0000"]
              n2["times<br/>data -6.0000<br/>gradient 1.0000"]
              n0 --> n2
              n1 --> n2
              n3["root<br/>plus<br/>data -4.0000<br/>gradient 1.0000"]
              n2 --> n3
              n0 --> n3
            """);
  }

  @Test
  void aLeafIsDrawnAlone() {
    assertThat(ExpressionGraph.of(tape.value(0.5)).toMermaid())
        .isEqualTo("flowchart LR\n  n0[\"data 0.50000<br/>gradient 0.0000\"]\n");
  }

  @Test
  void aValueUsedTwiceIsDrawnOnceWithTwoArrows() {
    Value a = tape.value(1);
    assertThat(ExpressionGraph.of(a.plus(a)).toDot().lines().filter(line -> line.contains("->")))
        .containsExactly("  n0 -> n1;", "  n0 -> n1;");
  }

  @Test
  void escapesLabelsInDot() {
    Value x = tape.value(1).label("say \"hi\" \\n {a|b}\nand < & >");
    assertThat(ExpressionGraph.of(x).toDot())
        .contains("label=\"say \\\"hi\\\" \\\\n {a|b}\\nand < & >\\ndata 1.0000");
  }

  @Test
  void escapesLabelsInMermaid() {
    Value x = tape.value(1).label("\"hi\" <b> #1; 1. - `é` x-1\n😀");
    assertThat(ExpressionGraph.of(x).toMermaid())
        .contains(
            "[\"#34;hi#34; #60;b#62; #35;1#59; 1#46; #45; #96;é#96; x-1<br/>#128512;<br/>data 1.0000");
  }

  @Test
  void aPictureStaysAsItWasTaken() {
    Value x = tape.value(1).label("before");
    ExpressionGraph picture = ExpressionGraph.of(x);
    String text = picture.toDot();
    x.set(2);
    x.label("after");
    assertThat(picture.toDot()).isEqualTo(text);
    assertThat(picture.nodes()).containsExactly(new Node("before", "", 1, 0, List.of()));
    assertThat(ExpressionGraph.of(x).toDot()).contains("after").doesNotContain("before");
  }

  @Test
  void labelsAreDroppedByARewind() {
    Value x = tape.value(1).label("kept");
    Mark mark = tape.mark();
    x.plus(1).label("dropped");
    tape.rewind(mark);
    Value y = x.plus(2);
    assertThat(ExpressionGraph.of(y).toDot()).contains("kept").doesNotContain("dropped");
  }

  @Test
  void theSameExpressionElsewhereOnATapeLooksTheSame() {
    String here = ExpressionGraph.of(example()).toDot();
    assertThat(ExpressionGraph.of(example()).toDot()).isEqualTo(here);
  }

  @Test
  void aLongChainIsDrawnWithoutRecursion() {
    Value y = tape.value(1);
    for (int i = 0; i < 20_000; i++) {
      y = y.plus(1);
    }
    assertThat(ExpressionGraph.of(y).toDot().lines()).hasSize(3 + 20_001 + 20_000 + 1);
  }
}
