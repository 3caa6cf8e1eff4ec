package dev.makemore.model.contract;

import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Transitions given one by one, right or wrong, for tests.
 *
 * @param vocabulary the tokens
 * @param list the visits, in their order
 */
public record Visits(Vocabulary vocabulary, List<Visit> list) implements Transitions {

  /** One visit. */
  public record Visit(int context, int next, long count) {}

  /** No visits yet, over the characters of {@code characters}. */
  public static Visits over(String characters) {
    return new Visits(Vocabulary.of(characters), List.of());
  }

  /** These visits and one more. */
  public Visits visit(int context, int next, long count) {
    List<Visit> more = new ArrayList<>(list);
    more.add(new Visit(context, next, count));
    return new Visits(vocabulary, List.copyOf(more));
  }

  @Override
  public void forEach(Visitor visitor) {
    list.forEach(visit -> visitor.visit(visit.context(), visit.next(), visit.count()));
  }
}
