package dev.makemore.cli.demo;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;

/** The product of all probabilities underflows, the sum of their logarithms does not. */
record WhyTheLogarithm(Corpus names, LanguageModel model) {

  void tell(Page page) {
    Evaluation all = Evaluation.of(model, names);
    Product product = product();
    page.say(
        """
        The probability of all names is the product of %,d probabilities, and the computer says \
        it is %s. After only %,d of them, in name number %,d, the product fell below %s, the \
        smallest positive double, and became 0.""",
        all.tokens(), product.value, product.steps, product.names, Double.MIN_VALUE);
    page.say(
        """
        The logarithm turns the product into a sum, which a double holds with ease: the %,d costs \
        add up to %,.1f nats, and %,.1f / %,d = %.3f.""",
        all.tokens(), all.totalNll(), all.totalNll(), all.tokens(), all.averageNll());
  }

  /** A running product, and how many probabilities and names it took to become 0. */
  private static final class Product {
    private double value = 1;
    private long steps;
    private long names = 1;
  }

  private Product product() {
    Product product = new Product();
    names.forEach(
        (context, next, count) -> {
          if (product.value > 0) {
            product.value *= model.next(context).probability(next);
            product.steps++;
            product.names += product.value > 0 && next == 0 ? 1 : 0;
          }
        });
    return product;
  }
}
