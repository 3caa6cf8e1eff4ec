package dev.makemore.cli.infinity;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Prediction;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.text.TextForm;
import dev.makemore.ngram.NgramModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says why pieces of text cost infinitely much under a model: which characters it does not know,
 * which pairs it has never seen or, if it does not count, gives the probability 0, and which
 * options would help.
 *
 * <p>An option is named only with a piece whose cost it makes finite. Lower case is tried out on
 * the model. A model that is learned from text in lower case, too, has seen at least as much in
 * that form. Smoothing makes every pair of known characters possible, but only a model of counts
 * can be smoothed.
 */
public final class Diagnosis {

  private static final int MOST_PIECES = 1000; // that are looked at
  private static final int SHOWN = 5; // characters, and pairs

  /** What would make the cost of a piece finite. */
  private enum Remedy {
    LOWERCASE("with --lowercase"),
    SMOOTHING("with --smoothing 1"),
    BOTH("with --lowercase and --smoothing 1"),
    NONE("");

    private final String options;

    Remedy(String options) {
      this.options = options;
    }
  }

  private final LanguageModel model;
  private final Scorer scorer;
  private final TextForm form;
  private final Predicate<String> lowercaseHelps;
  private final boolean canSmooth;
  private final boolean smoothed;

  /**
   * A diagnosis for texts in a form under a model.
   *
   * @param lowercaseHelps whether the model, or the model that would be learned instead, knows all
   *     characters of a text with {@code --lowercase}, and does not know them all without it
   * @param hasSmoothing whether the command can smooth the model, if it is a model of counts
   */
  public Diagnosis(
      LanguageModel model, TextForm form, Predicate<String> lowercaseHelps, boolean hasSmoothing) {
    this.model = model;
    this.scorer = Scorer.of(model);
    this.form = form;
    this.lowercaseHelps = lowercaseHelps;
    this.smoothed = model instanceof CountModel count && count.smoothing() > 0;
    this.canSmooth = hasSmoothing && model instanceof CountModel count && count.smoothing() < 1;
  }

  /** The messages about texts that were scored; none if no text cost infinitely much. */
  public List<String> messages(InfiniteTexts texts) {
    String verb = texts.count() == 1 ? "costs" : "cost";
    return messages(
        count(texts.count(), texts.texts(), "text") + " " + verb + " infinitely much",
        texts.pieces());
  }

  /** The messages about a text that was evaluated; none if its cost is finite. */
  public List<String> messages(Evaluation evaluation) {
    long impossible = evaluation.impossibleTokens();
    String verb = impossible == 1 ? "is" : "are";
    return messages(
        count(impossible, evaluation.tokens(), "prediction")
            + " "
            + verb
            + " impossible, which makes the average infinite",
        evaluation.impossible().stream().limit(MOST_PIECES).map(Piece::of).toList());
  }

  /** The messages about the start of a text; none if it is possible. */
  public List<String> messagesOfPrefix(String prefix) {
    Piece piece = Piece.prefix(prefix);
    return piece.impossible(scorer, form).isEmpty()
        ? List.of()
        : messages("the prefix '" + piece.label() + "' is impossible", List.of(piece));
  }

  private static String count(long some, long all, String thing) {
    return Figures.grouped(some) + " of " + Figures.counted(all, thing);
  }

  /** What is infinite and why, and then what helps. */
  private List<String> messages(String subject, List<Piece> pieces) {
    Set<Integer> unknown = new LinkedHashSet<>();
    Set<String> zero = new LinkedHashSet<>(); // pairs of known characters with this probability
    Map<Remedy, Piece> remedies = new EnumMap<>(Remedy.class);
    for (Piece piece : pieces) {
      List<Prediction> impossible = piece.impossible(scorer, form);
      impossible.forEach(prediction -> addReason(prediction, unknown, zero));
      remedies.putIfAbsent(remedy(piece, impossible), piece);
    }
    List<String> messages = new ArrayList<>();
    if (!pieces.isEmpty()) {
      messages.add(subject + ": " + reasons(unknown, zero));
    }
    remedies.forEach((remedy, piece) -> messages.add(advice(remedy, piece)));
    return messages;
  }

  private void addReason(Prediction prediction, Set<Integer> unknown, Set<String> zero) {
    if (prediction.known()) {
      zero.add(context(prediction) + Labels.of(prediction.next()));
      return;
    }
    Vocabulary vocabulary = model.vocabulary();
    (prediction.context() + prediction.next())
        .codePoints()
        .filter(c -> vocabulary.token(c) == Vocabulary.UNKNOWN)
        .forEach(unknown::add);
  }

  /** The characters before a prediction, after the boundary if they start an item. */
  private String context(Prediction prediction) {
    String context = prediction.context();
    boolean starts = context.codePointCount(0, context.length()) < model.contextLength();
    return (starts && !context.isEmpty() ? Labels.of("") : "") + Labels.of(context);
  }

  private Remedy remedy(Piece piece, List<Prediction> impossible) {
    boolean known = impossible.stream().allMatch(Prediction::known);
    if (known && canSmooth) {
      return Remedy.SMOOTHING;
    } else if (piece.impossible(scorer, form.lowercase()).isEmpty()) {
      return Remedy.LOWERCASE;
    } else if (known || !lowercaseHelps.test(piece.characters())) {
      return Remedy.NONE;
    } else if (smoothed) {
      return Remedy.LOWERCASE;
    }
    return canSmooth ? Remedy.BOTH : Remedy.NONE;
  }

  private String reasons(Set<Integer> unknown, Set<String> zero) {
    List<String> reasons = new ArrayList<>();
    if (!unknown.isEmpty()) {
      reasons.add(
          "the model does not know " + listed(unknown.stream().map(Diagnosis::character).toList()));
    }
    if (!zero.isEmpty()) {
      boolean counts = model instanceof CountModel || model instanceof NgramModel;
      reasons.add(
          (counts ? "the model has never seen " : "the model gives the probability 0 to ")
              + listed(zero.stream().map(pair -> "'" + pair + "'").toList()));
    }
    return String.join("; ", reasons);
  }

  private static String character(int codePoint) {
    String character = new String(Character.toChars(codePoint));
    return String.format(Locale.ROOT, "'%s' (U+%04X)", character, codePoint);
  }

  private static String listed(List<String> things) {
    String first = String.join(", ", things.subList(0, Math.min(SHOWN, things.size())));
    return things.size() > SHOWN ? first + " and others" : first;
  }

  private String advice(Remedy remedy, Piece piece) {
    if (remedy == Remedy.NONE && model instanceof NgramModel) {
      return "with --method kneser-ney, an n-gram model holds nothing impossible that is made of"
          + " characters it knows";
    }
    return remedy == Remedy.NONE
        ? "for '"
            + piece.label()
            + "', use a model that learned from text with its characters and pairs"
        : remedy.options + " '" + piece.label() + "' is possible";
  }
}
