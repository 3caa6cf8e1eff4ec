package dev.makemore.cli;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Count models whose characters mean something to XML, CSV, JSON, ARPA or a terminal. */
final class HostileModels {

  /**
   * Controls, quotation marks, separators, line ends, byte order marks, invisible spaces, marks of
   * direction, combining marks, noncharacters, characters beyond U+FFFF, and signs that labels use.
   */
  private static final String CHARACTERS =
      "\0\u0001\b\t\n\u000B\f\r\u001B\u001C\u001F \u007F\u0080\u0085\u009B\u00A0\u00AD"
          + "\"'`,;|&<>[]]>/\\{}()#%=:+-*!?@$^~_.u0xX"
          + "\u0300\u0301\u0489\u20DD\u0F71\u115F\u1100\u1161\u200B\u200D\u200E\u200F\u2028\u2029"
          + "\u202A\u202E\u2066\u2069\u2423\u25CC\u3000\uFDD0\uFE0F\uFEFF\uFFFC\uFFFE\uFFFF"
          + "e\u00E9\u00DF\u0130\u0131\u05D0\u0627\u4E00\uE000\uD83D\uDE00\uD83C\uDDE6\uDB40\uDC41"
          + "\uD83F\uDFFE\uDBFF\uDFFF\uDB80\uDC00";

  private HostileModels() {}

  /** Models with at most 20 characters. */
  static Arbitrary<LanguageModel> arbitrary() {
    Arbitrary<Integer> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    Arbitrary<Integer> hostile = Arbitraries.of(CHARACTERS.codePoints().boxed().toList());
    Arbitrary<String> item =
        Arbitraries.frequencyOf(Tuple.of(9, hostile), Tuple.of(1, any))
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(HostileModels::text);
    Arbitrary<Corpus> texts = item.list().ofMinSize(1).ofMaxSize(5).map(Corpus::of);
    return Combinators.combine(texts, Arbitraries.of(0.0, 0.5, 1.0)).as(CountModel::fit);
  }

  private static String text(List<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }

  /** What the command prints with {@code -m -} for the saved model. */
  static String printed(LanguageModel model, String... arguments) throws IOException {
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    ModelFile.write(model, saved);
    Run run = Run.withInput(saved.toString(StandardCharsets.UTF_8), arguments);
    if (run.exitCode() != 0) {
      throw new AssertionError(run.err());
    }
    return run.out();
  }

  /** A token as JSON and CSV have it. */
  static String text(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? "" : vocabulary.text(token);
  }
}
