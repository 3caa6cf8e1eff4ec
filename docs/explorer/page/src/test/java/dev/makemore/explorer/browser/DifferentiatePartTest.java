package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Part 6: the gradients of the page are those of autograd. */
@ExtendWith(InBrowser.class)
class DifferentiatePartTest {

  private final Page page;

  DifferentiatePartTest(Page page) {
    this.page = page;
  }

  /** Opens an expression at a point, and compares the gradient of each of its variables. */
  private void check(
      String expression, List<String> names, List<Double> at, Function<Value[], Value> recorded) {
    Tape tape = Tape.create();
    Value[] leaves = at.stream().map(tape::value).toArray(Value[]::new);
    recorded.apply(leaves).backward();
    String point = String.join(",", at.stream().map(Object::toString).toList());
    IntStream.range(0, leaves.length)
        .forEach(
            i -> {
              page.open(
                  "#differentiate&expression="
                      + URLEncoder.encode(expression, StandardCharsets.UTF_8)
                      + "&at="
                      + point
                      + "&along="
                      + names.get(i));
              double gradient = leaves[i].gradient();
              assertThat(number(1)).isCloseTo(gradient, within(1e-9 * Math.abs(gradient)));
              assertThat(number(2)).as("the slope").isCloseTo(gradient, within(1e-7));
              assertThat(page.text("gradient-problem")).isEmpty();
            });
  }

  /** The gradient is the first number, the slope the second. */
  private double number(int place) {
    return Double.parseDouble(page.textOf("#gradient-numbers dd:nth-of-type(" + place + ")"));
  }

  @Test
  void aNeuronHasTheGradientsOfTheTape() {
    check(
        "tanh(w1*x1 + w2*x2 + b)",
        List.of("w1", "x1", "w2", "x2", "b"),
        List.of(-3.0, 2.0, 1.0, 0.5, 6.25),
        v -> v[0].times(v[1]).plus(v[2].times(v[3])).plus(v[4]).tanh());
  }

  @Test
  void soHasTheLossOfABigram() {
    check(
        "-log(exp(n) / (exp(a) + exp(n) + exp(b)))",
        List.of("n", "a", "b"),
        List.of(0.5, -1.0, 1.25),
        v -> v[0].exp().dividedBy(v[1].exp().plus(v[0].exp()).plus(v[2].exp())).log().negate());
  }

  @Test
  void aValueThatIsUsedTwiceCollectsBothGradients() {
    check("a*a + a", List.of("a"), List.of(3.0), v -> v[0].times(v[0]).plus(v[0]));
    assertThat(number(1)).isEqualTo(7); // 2a + 1
  }

  @Test
  void anExampleIsShownByAButton() {
    page.open("#differentiate");
    page.clickOn("#gradient-examples button:nth-of-type(2)");
    eventually(() -> assertThat(page.value("gradient-expression")).isEqualTo("(a+b)*c^2"));
    eventually(() -> assertThat(page.text("gradient-plot-title")).endsWith("against c"));
    page.click("gradient-start");
    eventually(() -> assertThat(page.text("gradient-sentence")).startsWith("The leaves"));
    page.click("gradient-forward");
    eventually(() -> assertThat(page.text("gradient-sentence")).startsWith("Forward: "));
    page.click("gradient-all");
    eventually(() -> assertThat(page.text("gradient-sentence")).startsWith("The result is "));
  }

  @Test
  void anExpressionThatIsWrongIsExplainedAndThePictureStays() {
    page.open("#differentiate&expression=a*b");
    page.set("gradient-expression", "a*(b");
    eventually(() -> assertThat(page.text("gradient-problem")).startsWith("Not an expression: "));
    assertThat(page.text("gradient-problem")).endsWith("The picture shows a*b.");
    assertThat(page.element("gradient-expression").getDomAttribute("aria-invalid"))
        .isEqualTo("true");
    page.set("gradient-expression", "a*(b+1)");
    eventually(() -> assertThat(page.text("gradient-problem")).isEmpty());
  }
}
