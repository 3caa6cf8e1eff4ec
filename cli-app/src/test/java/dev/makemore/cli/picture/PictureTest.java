package dev.makemore.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.picture.SvgHeatMap.Cell;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTest {

  private static final Ink PLAIN = Ink.plain();

  @Test
  void barsAreInProportionToTheLongest() {
    Bars bars = new Bars(8);
    bars.add("a", 4);
    bars.add("b", 1);
    bars.add("c", 0);
    assertThat(bars.lines(PLAIN)).containsExactly("a  ########", "b  ##", "c");
  }

  @Test
  void columnsStandSideBySide() {
    assertThat(Columns.lines(List.of("a", "bb", "ccc"), 5, List.of("x", "y")))
        .containsExactly("a    x", "bb   y", "ccc");
  }

  @Test
  void aCurveFallsToItsFloor() {
    assertThat(new Curve(List.of(3.0, 2.0, 1.0, 1.0), 1, 3).lines(PLAIN))
        .containsExactly(" 3.000 |*", "       | *", " 1.000 |--**");
  }

  @Test
  void textBehindBarsStandsWhereTheLongestEnds() {
    Bars bars = new Bars(4);
    bars.add("1", 0.5, "a");
    bars.add("2", 0.25, "b");
    assertThat(bars.lines(PLAIN)).containsExactly("1  ####  a", "2  ##    b");
  }

  @Test
  void shadesOfCountsGoByTheLogarithm() {
    CountScale scale = new CountScale(1_000_000_000); // 10 to the 9th
    assertThat(scale.shade(0)).isZero();
    assertThat(scale.shade(1)).isEqualTo(1);
    assertThat(scale.shade(9)).isEqualTo(1);
    assertThat(scale.shade(11)).isEqualTo(2);
    assertThat(scale.shade(99_999)).isEqualTo(5);
    assertThat(scale.shade(1_000_000_000)).isEqualTo(9);
    assertThat(scale.factor()).isBetween(9.999, 10.001);
  }

  @Test
  void aCountScaleSaysWhichCountsAShadeStandsFor() {
    CountScale scale = new CountScale(512); // 2 to the 9th
    assertThat(scale.meaning(0)).contains("never");
    assertThat(scale.meaning(1)).contains("1");
    assertThat(scale.meaning(2)).contains("2 to 3");
    assertThat(scale.meaning(9)).contains("256 to 512");
    assertThat(new CountScale(1).meaning(2)).isEmpty();
    assertThat(new CountScale(0).meaning(1)).isEmpty();
  }

  @Test
  void eachShadeOfProbabilityIsTwiceTheOneBefore() {
    ProbabilityScale scale = new ProbabilityScale();
    assertThat(scale.shade(0)).isZero();
    assertThat(scale.shade(Double.MIN_VALUE)).isEqualTo(1);
    assertThat(scale.shade(1.0 / 257)).isEqualTo(1);
    assertThat(scale.shade(1.0 / 256)).isEqualTo(2);
    assertThat(scale.shade(0.249)).isEqualTo(7);
    assertThat(scale.shade(0.25)).isEqualTo(8);
    assertThat(scale.shade(0.5)).isEqualTo(9);
    assertThat(scale.shade(1)).isEqualTo(9);
    assertThat(scale.shade(Math.nextUp(1.0))).isEqualTo(9);
  }

  @Test
  void aProbabilityScaleSaysWhichProbabilitiesAShadeStandsFor() {
    ProbabilityScale scale = new ProbabilityScale();
    assertThat(scale.meaning(0)).contains("impossible");
    assertThat(scale.meaning(1)).contains("less than 1/256");
    assertThat(scale.meaning(2)).contains("1/256 to 1/128");
    assertThat(scale.meaning(9)).contains("1/2 or more");
  }

  @Test
  void aHeatMapHasLabelsShadesAndALegend() {
    double[][] counts = {{0, 1}, {1, 2}};
    assertThat(new HeatMap(List.of(".", "a"), counts, new CountScale(2)).lines(PLAIN))
        .containsExactly("  . a", ".   ..     never", "a ..@@  .. 1", "        @@ 2");
  }

  @Test
  void longLabelsAreWrittenDownwardsAndWideOnesTakeAWholeColumn() {
    double[][] counts = {{1, 0, 1}, {0, 0, 0}, {0, 1, 0}};
    List<String> lines =
        new HeatMap(List.of(".", "10", "\u4E00"), counts, new CountScale(1))
            .linesWithNotes(List.of("x", "y", "z"), PLAIN);
    assertThat(lines)
        .containsExactly(
            "     1",
            "   . 0 \u4E00",
            " . ..  ..  x",
            "10         y",
            "\u4E00   ..    z",
            "",
            "   never",
            ".. 1");
  }

  @Test
  void aLegendThatDoesNotFitBesideAMapStandsBelow() {
    int size = HeatMap.fitting(List.of("a"), 0);
    double[][] counts = new double[size][size];
    List<String> lines =
        new HeatMap(Collections.nCopies(size, "a"), counts, new CountScale(0)).lines(PLAIN);
    assertThat(size).isEqualTo(39); // 2 columns each, and 2 for the label of a row, of 80
    assertThat(lines).hasSize(1 + size + 2).endsWith("", "   never");
  }

  @Test
  void inColorEachCellIsAPatchOfBackground() {
    HeatMap map = new HeatMap(List.of("a"), new double[][] {{0}}, new CountScale(0));
    assertThat(map.lines(Ink.colored()).get(1)).startsWith("a \u001b[48;5;233m  \u001b[0m");
  }

  @Test
  void widthsAreKnownWhereTerminalsAgree() {
    assertThat(DisplayWidth.of("ab")).hasValue(2);
    assertThat(DisplayWidth.of("\u00E9\u03B1\u0416")).hasValue(3); // Latin, Greek, Cyrillic
    assertThat(DisplayWidth.of("\u6F22\u3042\uAC00")).hasValue(6); // Chinese, Japanese, Korean
    assertThat(DisplayWidth.of("a\u0301")).isEmpty(); // a mark
    assertThat(DisplayWidth.of("\u3099")).isEmpty(); // one among wide characters
    assertThat(DisplayWidth.of("\u0627")).isEmpty(); // Arabic
    assertThat(DisplayWidth.of("\uD83D\uDE00")).isEmpty(); // an emoji
    assertThat(DisplayWidth.of("\u00AD")).isEmpty(); // the soft hyphen
    assertThat(DisplayWidth.of("\t")).isEmpty();
  }

  @Test
  void anSvgPictureHasACellForEachPair() {
    List<Cell> row = List.of(new Cell("<&", "7", 1), new Cell("\\u{9}a", "1,234,567", 0));
    String svg = new SvgHeatMap("a > b", "the rest", List.of(row)).svg();
    assertThat(svg)
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 92 78\" ")
        .contains("<title>a &gt; b</title>")
        .contains(
            "<g class=\"l\"><rect x=\"10\" y=\"10\" width=\"35\" height=\"35\" fill=\"#084081\"/>")
        .contains("class=\"p\">&lt;&amp;</text>")
        .contains("<g class=\"z\">", "fill=\"#ffffff\"")
        .contains("class=\"p\" style=\"font-size:8.9px\">\\u{9}a<") // 6 x 0.6 x 8.9 is 32
        .contains("class=\"n\" style=\"font-size:5.9px\">1,234,567<")
        .contains(">the rest</text>")
        .endsWith("</svg>\n");
  }

  @Test
  void whatXmlDoesNotAllowIsReplaced() {
    String svg = new SvgHeatMap("a\u0001\uFFFE\uD83Db", "", List.of()).svg();
    assertThat(svg).contains("<title>a\uFFFD\uFFFD\uFFFDb</title>");
  }

  @Test
  void plainInkLeavesTextAlone() {
    assertThat(PLAIN.bold("x") + PLAIN.faint("y") + PLAIN.accent("z")).isEqualTo("xyz");
    assertThat(Ink.colored().bold("x")).isEqualTo("\u001b[1mx\u001b[0m");
  }
}
