package dev.makemore.site.flowchart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FlowchartTest {

  private static final Pattern RECTANGLE =
      Pattern.compile("<rect x=\"(\\S+)\" y=\"(\\S+)\" width=\"(\\S+)\" height=\"(\\S+)\"");

  private record Box(double left, double top, double width, double height) {

    static Box of(MatchResult match) {
      return new Box(number(match, 1), number(match, 2), number(match, 3), number(match, 4));
    }

    private static double number(MatchResult match, int group) {
      return Double.parseDouble(match.group(group));
    }

    boolean touches(Box other) {
      return left < other.left + other.width
          && other.left < left + width
          && top < other.top + other.height
          && other.top < top + height;
    }
  }

  private static List<Box> boxes(Flowchart chart) {
    return RECTANGLE.matcher(chart.svg()).results().map(Box::of).toList();
  }

  /** A chart without circles: its arrows go from lower to higher numbers. */
  private static Flowchart random(Random random) {
    int size = 1 + random.nextInt(15);
    List<List<String>> boxes = new ArrayList<>();
    List<Flowchart.Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boxes.add(List.of("box".repeat(1 + random.nextInt(4))));
      for (int j = 0; j < i; j++) {
        if (random.nextInt(4) == 0) {
          arrows.add(new Flowchart.Arrow(j, i));
        }
      }
    }
    return new Flowchart(random.nextBoolean(), boxes, arrows);
  }

  @Test
  void boxesAndArrowsAreRead() {
    Flowchart chart = Flowchart.parse("flowchart LR\n  a[\"x<br/>y\"]\n  b[\"z\"]\n  a --> b\n");
    assertThat(chart)
        .isEqualTo(
            new Flowchart(
                true,
                List.of(List.of("x", "y"), List.of("z")),
                List.of(new Flowchart.Arrow(0, 1))));
    assertThat(chart.svg())
        .contains("role=\"img\" aria-label=\"A chart of arrows. x to z.\"")
        .contains(">x</text>", ">y</text>", ">z</text>");
  }

  @Test
  void noTwoBoxesTouch() {
    Random random = new Random(25);
    for (int i = 0; i < 100; i++) {
      Flowchart chart = random(random);
      List<Box> boxes = boxes(chart);
      assertThat(boxes).hasSameSizeAs(chart.boxes());
      for (int a = 0; a < boxes.size(); a++) {
        for (int b = 0; b < a; b++) {
          assertThat(boxes.get(a).touches(boxes.get(b))).as("%s", chart).isFalse();
        }
      }
    }
  }

  @Test
  void everyArrowPointsDownOrToTheRight() {
    Random random = new Random(26);
    for (int i = 0; i < 100; i++) {
      Flowchart chart = random(random);
      List<Box> boxes = boxes(chart);
      for (Flowchart.Arrow arrow : chart.arrows()) {
        Box from = boxes.get(arrow.from());
        Box to = boxes.get(arrow.to());
        if (chart.across()) {
          assertThat(from.left + from.width).isLessThan(to.left);
        } else {
          assertThat(from.top + from.height).isLessThan(to.top);
        }
      }
    }
  }

  @Test
  void arrowsThatNeedNotCrossDoNot() {
    Layers layers = new Layers(4, List.of(new Flowchart.Arrow(0, 3), new Flowchart.Arrow(1, 2)));
    List<Integer> top = layers.order.get(0);
    List<Integer> bottom = layers.order.get(1);
    assertThat(top.indexOf(0) < top.indexOf(1)).isEqualTo(bottom.indexOf(3) < bottom.indexOf(2));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flowchart.parse("flowchart TD\n  a((round))\n"))
        .withMessage("this line of a flow chart is not understood: a((round))");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flowchart.parse("flowchart TD\n  a[\"x\"]\n  a --> b\n"))
        .withMessageEndingWith("a box that it lacks: b");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Flowchart.parse("flowchart TD\na[\"x\"]\nb[\"y\"]\na --> b\nb --> a\n").svg())
        .withMessageEndingWith("in a circle");
  }
}
