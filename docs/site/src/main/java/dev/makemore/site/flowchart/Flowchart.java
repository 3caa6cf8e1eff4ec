package dev.makemore.site.flowchart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Boxes and arrows. Of Mermaid's notation it knows what our pages use: {@code flowchart TD} or
 * {@code LR}, boxes such as {@code n0["a line<br/>another"]}, and arrows such as {@code n0 --> n1}.
 *
 * @param across whether the arrows go from left to right, not from the top down
 * @param boxes the lines of text in each box
 * @param arrows from which box to which, as indexes of boxes
 */
public record Flowchart(boolean across, List<List<String>> boxes, List<Arrow> arrows) {

  /** An arrow from one box to another. */
  public record Arrow(int from, int to) {}

  private static final Pattern FIRST = Pattern.compile("flowchart (TD|LR)");
  private static final Pattern BOX = Pattern.compile("(\\w+)\\[\"([^\"]*)\"]");
  private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+)");

  /**
   * Reads a chart.
   *
   * @throws IllegalArgumentException if a line is not understood, or if arrows go in a circle
   */
  public static Flowchart parse(String mermaid) {
    List<String> lines =
        mermaid.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty() || !FIRST.matcher(lines.get(0)).matches()) {
      throw new IllegalArgumentException(
          "a flow chart begins with 'flowchart TD' or 'flowchart LR'");
    }
    Map<String, Integer> indexes = new LinkedHashMap<>();
    List<List<String>> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher box = BOX.matcher(line);
      Matcher arrow = ARROW.matcher(line);
      if (box.matches()) {
        indexes.put(box.group(1), boxes.size());
        boxes.add(List.of(box.group(2).split("<br/>")));
      } else if (arrow.matches()) {
        arrows.add(new Arrow(index(indexes, arrow.group(1)), index(indexes, arrow.group(2))));
      } else {
        throw new IllegalArgumentException("this line of a flow chart is not understood: " + line);
      }
    }
    return new Flowchart(lines.get(0).endsWith("LR"), boxes, arrows);
  }

  private static int index(Map<String, Integer> indexes, String name) {
    Integer index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "a flow chart has an arrow at a box that it lacks: " + name);
    }
    return index;
  }

  /** The chart as an {@code svg} element to be put into HTML, which gives it its colors. */
  public String svg() {
    return Drawing.of(this).svg();
  }

  /** The chart in words. */
  String description() {
    List<String> sentences = new ArrayList<>();
    for (Arrow arrow : arrows) {
      sentences.add(boxes.get(arrow.from).get(0) + " to " + boxes.get(arrow.to).get(0));
    }
    return "A chart of arrows. " + String.join(", ", sentences) + ".";
  }
}
