package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.net.Descent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EngineTest {

  private static ItemList read(String text) throws IOException {
    return Engine.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aListHasItemsAndEmptyLines() throws IOException {
    ItemList list = read("ab\n\n\nb\r\n\u00E9");
    assertThat(list.items()).isEqualTo(3);
    assertThat(list.emptyLines()).isEqualTo(2);
    assertThat(list.counts().codePoints()).containsExactly('a', 'b', 0xE9);
  }

  /**
   * Of "ab" and "b": a name starts with a or b, after a comes b, after b the end. Only the first
   * character costs anything, ln 2.
   */
  @Test
  void eachItemHasItsCost() throws IOException {
    double[] costs = read("ab\nb\n").costs(0);
    assertThat(costs).hasSize(2);
    assertThat(costs[0]).isEqualTo(Math.log(2) / 3, within(1e-15));
    assertThat(costs[1]).isEqualTo(Math.log(2) / 2, within(1e-15));
  }

  @Test
  void aListWithoutItemsIsRefused() {
    assertThatThrownBy(() -> read("\n\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the list has no items; write one name on each line, or choose another list");
  }

  @Test
  void theLineThatIsNotUtf8IsNamed() {
    assertThatThrownBy(() -> Engine.read(new byte[] {'a', '\n', (byte) 0xFF}))
        .isInstanceOf(IOException.class)
        .hasMessage("the list:2: byte 0xFF at offset 2 is not valid UTF-8; save the file as UTF-8");
  }

  @Test
  void countsThatAreNoCountsAreRefused() {
    int[] ab = {'a', 'b'};
    assertThatThrownBy(() -> Engine.counts(ab, new double[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cell has a context, a next token and a count, but the cells are 2 numbers");
    assertThatThrownBy(() -> Engine.counts(ab, new double[] {0, 1, 0.5}))
        .hasMessage("cells hold whole numbers, not 0.5");
    assertThatThrownBy(() -> Engine.counts(ab, new double[] {0, Double.NaN, 1}))
        .hasMessage("cells hold whole numbers, not NaN");
    assertThatThrownBy(() -> Engine.counts(ab, new double[] {0, 3, 1}))
        .hasMessage("token must be from 0 to 2, was 3");
    assertThatThrownBy(() -> Engine.counts(ab, new double[] {0, 1, 0}))
        .hasMessage("count must be at least 1, was 0");
    assertThatThrownBy(() -> Engine.counts(new int[] {0xD800}, new double[0]))
        .hasMessageStartingWith("U+D800 is not a Unicode character");
  }

  @Test
  void aNetNeedsAWeightForEachPair() {
    assertThatThrownBy(() -> Engine.net(new int[] {'a'}, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4")
        .hasMessageContaining("3");
    assertThatThrownBy(() -> Engine.net(new int[0], new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDescentHasItsNameInTheCommand() {
    assertThat(Engine.descent("row-scaled-momentum")).isEqualTo(Descent.ROW_SCALED_MOMENTUM);
    assertThat(Engine.descent("plain")).isEqualTo(Descent.PLAIN);
    assertThat(Engine.defaultLearningRate("adam")).isEqualTo(0.1);
    assertThatThrownBy(() -> Engine.defaultLearningRate("momentum"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no descent 'momentum'; there are row-scaled-momentum, plain, adam");
  }
}
