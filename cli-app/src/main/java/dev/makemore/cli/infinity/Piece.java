package dev.makemore.cli.infinity;

import dev.makemore.cli.table.Labels;
import dev.makemore.model.Evaluation.Impossible;
import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Prediction;
import dev.makemore.model.text.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of text whose predictions may be impossible.
 *
 * @param context the characters before it, which are not predicted themselves
 * @param text the characters that are predicted
 * @param ends whether the end is predicted after them
 * @param label what messages call it
 */
record Piece(String context, String text, boolean ends, String label) {

  private static final int MOST = 1000;
  private static final int LONGEST_SHOWN = 40; // characters of a text

  /** A text with its end. */
  static Piece text(String text) {
    return new Piece("", text, true, shown(text));
  }

  /** The start of a text. */
  static Piece prefix(String text) {
    return new Piece("", text, false, shown(text));
  }

  /** A single prediction. */
  static Piece of(Impossible prediction) {
    String context = prediction.context();
    String next = prediction.next();
    return new Piece(context, next, next.isEmpty(), Labels.of(context) + Labels.of(next));
  }

  /** All of its characters. */
  String characters() {
    return context + text;
  }

  /**
   * Those of its predictions that have the probability 0 if the text is in {@code form}; no more
   * than the first thousand.
   */
  List<Prediction> impossible(Scorer scorer, TextForm form) {
    String all = form.apply(characters());
    int start = length(form.apply(context));
    int end = length(all) + (ends ? 1 : 0);
    List<Prediction> impossible = new ArrayList<>();
    scorer.explain(
        all,
        new Consumer<>() {
          private int i;

          @Override
          public void accept(Prediction prediction) {
            boolean counts = i >= start && i < end && impossible.size() < MOST;
            if (counts && prediction.probability() == 0) {
              impossible.add(prediction);
            }
            i++;
          }
        });
    return impossible;
  }

  private static String shown(String text) {
    return length(text) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "...";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
