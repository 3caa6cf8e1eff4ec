package dev.makemore.model.arpa;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.notation.Lines;
import dev.makemore.model.notation.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The n-grams that an ARPA file lists, and the model that they make. */
final class ArpaTable {

  private final Lines<MalformedModelException> lines; // the last one read is the one to add
  private final Arpa.Unknown unknown;
  private final List<ArpaNgrams> sections = new ArrayList<>(); // n-grams are at place n - 1
  private int[] words = {}; // by token: the end of an item, and then the characters

  ArpaTable(Lines<MalformedModelException> lines, Arpa.Unknown unknown) {
    this.lines = lines;
    this.unknown = unknown;
    sections.add(new ArpaNgrams(1));
  }

  /** Starts the next section, whose n-grams are one word longer. */
  void nextSection() {
    sections.add(new ArpaNgrams(sections.size() + 1));
  }

  private ArpaNgrams unigrams() {
    return sections.get(0);
  }

  void addUnigram(String text, double probability, double backoff) throws MalformedModelException {
    long before = unigrams().add(new int[] {word(text)}, probability, backoff, lines.number());
    if (before > 0 && text.codePointAt(0) == Vocabulary.UNKNOWN_CODE_POINT) {
      throw lines.malformed(
          "<unk>, of line "
              + before
              + ", can't be kept, since U+FFFD would stand for it, and this"
              + " file has U+FFFD; share <unk> out");
    } else if (before > 0) {
      throw lines.malformed(Quoted.of(text) + " is the same word as that of line " + before);
    }
  }

  private int word(String text) throws MalformedModelException {
    int word = ArpaWords.parse(text);
    if (word == ArpaWords.NONE) {
      throw lines.malformed(ArpaWords.problem(text));
    }
    boolean isKept = word == ArpaWords.UNKNOWN && unknown == Arpa.Unknown.KEPT;
    return isKept ? Vocabulary.UNKNOWN_CODE_POINT : word;
  }

  /**
   * Gives the words their tokens; to be called after the last unigram.
   *
   * @param startNeeded whether a start is to be among them; it is no more than a context, which
   *     matters only where there are longer n-grams
   */
  void endUnigrams(boolean startNeeded) throws MalformedModelException {
    int[] boundaries = {ArpaWords.START, ArpaWords.END};
    for (int word : startNeeded ? boundaries : new int[] {ArpaWords.END}) {
      if (unigrams().find(word) < 0) {
        throw lines.malformed("there is no " + ArpaWords.text(word) + " among the 1-grams above");
      }
    }
    words =
        IntStream.range(0, unigrams().size())
            .map(unigrams()::lastWord)
            .filter(word -> word < ArpaWords.START)
            .sorted()
            .toArray();
  }

  /** Adds an n-gram of the current section. */
  void add(List<String> texts, double probability, double backoff) throws MalformedModelException {
    int[] ngram = new int[texts.size()];
    for (int i = 0; i < ngram.length; i++) {
      ngram[i] = word(texts.get(i));
      if (unigrams().find(ngram[i]) < 0) {
        throw lines.malformed(Quoted.of(texts.get(i)) + " is not among the 1-grams");
      }
    }
    ArpaNgrams section = sections.get(sections.size() - 1);
    long before = section.add(ngram, probability, backoff, lines.number());
    if (before > 0) {
      throw lines.malformed("this " + ngram.length + "-gram is the same as that of line " + before);
    }
  }

  /** The model of everything that was added. */
  Arpa.Imported toModel(int order) throws MalformedModelException {
    double known = IntStream.of(words).mapToDouble(this::probability).reduce(0, Double::sum);
    ArpaContexts.Shares all =
        new ArpaContexts.Shares(
            known, probability(ArpaWords.UNKNOWN), probability(ArpaWords.START));
    if (!(known > 0)) {
      throw lines.malformed("none of the 1-grams is possible");
    }
    double[] unigrams = new double[words.length];
    Arrays.setAll(unigrams, token -> probability(words[token]) / known);
    BackoffModel.Builder model = BackoffModel.builder(vocabulary(), order, unigrams);
    ArpaContexts contexts = new ArpaContexts(lines, words, all, model);
    if (order == 1) {
      contexts.checkUnigrams(unigrams());
    }
    for (int length = 1; length < order; length++) {
      contexts.add(length, sections.get(length - 1), sections.get(length));
    }
    return new Arpa.Imported(model.build(), contexts.unknown());
  }

  private Vocabulary vocabulary() {
    int[] characters = Arrays.copyOfRange(words, 1, words.length);
    Vocabulary vocabulary = Vocabulary.ofCodePoints(characters);
    boolean hasUnknown = vocabulary.token(Vocabulary.UNKNOWN_CODE_POINT) != Vocabulary.UNKNOWN;
    return hasUnknown && unknown == Arpa.Unknown.KEPT ? vocabulary.withUnknown() : vocabulary;
  }

  private double probability(int word) {
    int number = unigrams().find(word);
    return number < 0 ? 0 : unigrams().probability(number);
  }
}
