package dev.makemore.model.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts combining marks into the order that normalization gives them, in linear time.
 *
 * <p>Normalizing sorts the marks on a letter by a number that Unicode gives each, its combining
 * class, and keeps those of the same class in their order: in {@code q}, dot above, dot below, the
 * dots change places. {@link Normalizer} sorts by insertion, which is right for the two or three
 * marks of real text, but takes hours for the millions in a row that a line may have. Marks that
 * are in order already it passes over.
 *
 * <p>Java does not tell the class of a mark. But normalizing two marks tells which of them has the
 * lower one, for they change places or they do not, and that is all that a sorted map needs. It has
 * one entry for each class, some 50 at most, which collects the marks of that class in the order in
 * which they come.
 */
final class CanonicalOrder {

  private static final int LOWEST_CLASS = 0x334; // a mark of class 1, tilde overlay
  private static final int HIGHEST_CLASS = 0x345; // a mark of class 240, iota below

  private final StringBuilder result = new StringBuilder();
  private final Map<Integer, StringBuilder> byClass = new TreeMap<>(CanonicalOrder::compare);
  private final Map<Integer, StringBuilder> byMark = new HashMap<>(); // the same builders

  private CanonicalOrder() {}

  /** {@code text} decomposed as for {@code form} and in canonical order. */
  static String of(CharSequence text, Normalizer.Form form) {
    CanonicalOrder order = new CanonicalOrder();
    text.codePoints().forEach(codePoint -> order.addAll(decomposed(codePoint, form)));
    order.endMarks();
    return order.result.toString();
  }

  private static String decomposed(int codePoint, Normalizer.Form form) {
    boolean compatible = form == Normalizer.Form.NFKC || form == Normalizer.Form.NFKD;
    return Normalizer.normalize(
        Character.toString(codePoint), compatible ? Normalizer.Form.NFKD : Normalizer.Form.NFD);
  }

  private void addAll(String decomposed) {
    decomposed.codePoints().forEach(this::add);
  }

  private void add(int codePoint) {
    StringBuilder marks = byMark.get(codePoint);
    if (marks == null && hasClass(codePoint)) {
      marks = byClass.computeIfAbsent(codePoint, mark -> new StringBuilder());
      byMark.put(codePoint, marks);
    }
    if (marks == null) {
      endMarks();
      marks = result;
    }
    marks.appendCodePoint(codePoint);
  }

  private void endMarks() {
    byClass.values().forEach(result::append);
    byClass.clear();
    byMark.clear();
  }

  /** Whether the class of {@code codePoint} is not 0, that is whether it ever changes places. */
  private static boolean hasClass(int codePoint) {
    return changePlaces(codePoint, LOWEST_CLASS) || changePlaces(HIGHEST_CLASS, codePoint);
  }

  /** By class. */
  private static int compare(int mark, int other) {
    return changePlaces(mark, other) ? 1 : changePlaces(other, mark) ? -1 : 0;
  }

  private static boolean changePlaces(int mark, int other) {
    String pair = Character.toString(mark) + Character.toString(other);
    return !Normalizer.normalize(pair, Normalizer.Form.NFD).equals(pair);
  }
}
