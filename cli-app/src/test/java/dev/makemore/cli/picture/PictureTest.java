package dev.makemore.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aProgressBarFillsFromLeftToRight() {
    ProgressBar bar = new ProgressBar(4);
    assertThat(bar.line(0, "now", PLAIN)).isEqualTo("[    ]  now");
    assertThat(bar.line(0.5, "now", PLAIN)).isEqualTo("[##  ]  now");
    assertThat(bar.line(7, "now", PLAIN)).isEqualTo("[####]  now");
    assertThat(bar.line(-1, "now", PLAIN)).isEqualTo("[    ]  now");
  }

  @Test
  void shadesGoByTheLogarithm() {
    HeatMap map = new HeatMap(List.of("x"), new long[][] {{1_000_000_000}}); // 10 to the 9th
    assertThat(map.shade(0)).isZero();
    assertThat(map.shade(1)).isEqualTo(1);
    assertThat(map.shade(9)).isEqualTo(1);
    assertThat(map.shade(11)).isEqualTo(2);
    assertThat(map.shade(99_999)).isEqualTo(5);
    assertThat(map.shade(1_000_000_000)).isEqualTo(9);
    assertThat(map.factor()).isBetween(9.999, 10.001);
  }

  @Test
  void aHeatMapHasLabelsShadesAndALegend() {
    long[][] counts = {{0, 1}, {1, 512}}; // 2 to the 9th
    assertThat(new HeatMap(List.of(".", "a"), counts).lines(PLAIN))
        .containsExactly("  . a", ".   ..     never", "a ..@@  .. 1");
  }

  @Test
  void inColourEachCellIsAPatchOfBackground() {
    long[][] counts = {{0}};
    assertThat(new HeatMap(List.of("a"), counts).lines(Ink.colored()).get(1))
        .startsWith("a \u001b[48;5;233m  \u001b[0m");
  }

  @Test
  void plainInkLeavesTextAlone() {
    assertThat(PLAIN.bold("x") + PLAIN.faint("y") + PLAIN.accent("z")).isEqualTo("xyz");
    assertThat(Ink.colored().bold("x")).isEqualTo("\u001b[1mx\u001b[0m");
  }
}
