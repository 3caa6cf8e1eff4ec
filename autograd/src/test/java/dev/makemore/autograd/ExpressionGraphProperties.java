package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.autograd.ExpressionGraph.Edge;
import dev.makemore.autograd.ExpressionGraph.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionGraphProperties {

  // ---- Nodes and edges are all that backward needs.

  @Property(tries = 2_000)
  void goingBackwardByHandGivesTheGradientsBitForBit(
      @ForAll("programs") Program program, @ForAll("points") double[] at) {
    assertBackwardByHand(Tape.create(), program, at);
  }

  /** A gradient that is not finite reaches whatever has a partial, also an index, whose is 0. */
  @Example
  void soDoesAPickWithAGradientThatIsNotFinite() {
    Program.Step pick = new Program.Step(Program.Op.PICK, 0, 1);
    Program.Step divide = new Program.Step(Program.Op.DIVIDED_BY, 3, 2);
    assertBackwardByHand(Tape.create(), new Program(List.of(pick, divide)), 1, 2, 0);
  }

  @Example
  void soDoesEveryOperation() {
    Set<Operation> covered = EnumSet.noneOf(Operation.class);
    for (Program.Op op : Program.Op.values()) {
      Tape tape = Tape.create();
      assertBackwardByHand(tape, new Program(List.of(new Program.Step(op, 0, 1))), 0.5, 1.5, -1);
      IntStream.range(0, tape.size()).forEach(i -> covered.add(tape.operation(i)));
    }
    assertThat(covered).containsExactlyInAnyOrder(Operation.values());
  }

  private static void assertBackwardByHand(Tape tape, Program program, double... at) {
    List<Value> values = program.record(tape, at);
    Value root = values.get(values.size() - 1);
    root.backward();
    List<Node> nodes = ExpressionGraph.of(root).nodes();

    double[] gradient = new double[nodes.size()];
    gradient[nodes.size() - 1] = 1;
    for (int n = nodes.size() - 1; n >= 0; n--) {
      for (Edge edge : nodes.get(n).edges()) {
        assertThat(edge.operand()).isBetween(0, n - 1);
        if (gradient[n] != 0) {
          gradient[edge.operand()] += edge.partial() * gradient[n];
        }
      }
    }
    assertThat(nodes.stream().mapToDouble(Node::gradient).toArray()).isEqualTo(gradient);
    assertThat(nodes.get(nodes.size() - 1).data()).isEqualTo(Double.valueOf(root.data()));
  }

  @Provide
  Arbitrary<Program> programs() {
    return Program.arbitrary();
  }

  @Provide
  Arbitrary<double[]> points() {
    return Program.points();
  }

  // ---- Labels, compared with lines and regular expressions.

  private static final Pattern NOT_PLAIN =
      Pattern.compile("(?![.-][\\p{L}\\p{N}])[^\\p{L}\\p{N} ]");

  @Property(tries = 5_000)
  void labelsAreDrawnLineByLineInMermaid(@ForAll("labels") String label) {
    assertThat(inMermaid(label)).isEqualTo(linesInMermaid(label));
  }

  @Property(tries = 5_000)
  void labelsAreDrawnLineByLineInDot(@ForAll("labels") String label) {
    String lines =
        label
            .lines()
            .map(line -> line.replaceAll("[\\\\\"]", "\\\\$0") + "\\n")
            .collect(Collectors.joining());
    assertThat(ExpressionGraph.of(Tape.create().value(1).label(label)).toDot())
        .contains("[label=\"" + lines + "data 1.0000");
  }

  @Example
  void everyCodePointIsAsTheRegularExpressionSays() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      all.appendCodePoint(c).append('|'); // so that no two surrogates meet
    }
    String label = all.toString();
    boolean same = inMermaid(label).equals(linesInMermaid(label));
    assertThat(same).isTrue(); // a message with millions of characters would help nobody
  }

  /** The label as it stands in the picture of a value. */
  private static String inMermaid(String label) {
    String text = ExpressionGraph.of(Tape.create().value(1).label(label)).toMermaid();
    String before = "flowchart LR\n  n0[\"";
    String after = "data 1.0000<br/>gradient 0.0000\"]\n";
    assertThat(text.startsWith(before) && text.endsWith(after)).isTrue();
    return text.substring(before.length(), text.length() - after.length());
  }

  private static String linesInMermaid(String label) {
    return label
        .lines()
        .map(line -> NOT_PLAIN.matcher(line).replaceAll(c -> "#" + c.group().codePointAt(0) + ";"))
        .map(line -> line + "<br/>")
        .collect(Collectors.joining());
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.oneOf(
            Arbitraries.of(".", "-", "\n", "\r", "\r\n", " ", "a", "7", "\\", "\"", "#", "<", "é"),
            Arbitraries.of("\u00BD", "\u2167", "\uD83D\uDE00", "\uD83D", "\uDE00", "\u2028"),
            Arbitraries.strings().ofLength(1))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }
}
