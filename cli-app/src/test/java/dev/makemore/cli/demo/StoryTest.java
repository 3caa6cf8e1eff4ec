package dev.makemore.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.picture.Ink;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoryTest {

  @Test
  void paragraphsAreWrappedAtWhiteSpace() {
    assertThat(Page.wrap("  one two\nthree ", 7)).containsExactly("one two", "three");
    assertThat(Page.wrap("incomprehensible", 3)).containsExactly("incomprehensible");
  }

  @Test
  void quotesAreColoredOrQuoted() {
    assertThat(said(Ink.plain(), "the `m` at the end")).isEqualTo("the 'm' at the end\n\n");
    assertThat(said(Ink.colored(), "an `m`")).isEqualTo("an \u001b[38;5;208mm\u001b[0m\n\n");
  }

  private static String said(Ink ink, String text) {
    StringWriter written = new StringWriter();
    new Page(new PrintWriter(written, true), ink, false).say(text);
    return written.toString();
  }

  @Test
  void theSameDiceMakeTheSameNameFromTheSameModel() {
    LanguageModel model = CountModel.fit(Corpus.of("emma", "olivia", "noah"));
    for (int i = 0; i < 20; i++) {
      assertThat(SameDice.of(1, i).name(model)).isEqualTo(SameDice.of(1, i).name(model));
    }
  }

  /** 250 expected of each of 4, standard deviation 13.7; 5 of them are alpha = 6e-7. */
  @Test
  void diceFallOnEveryNameAsOftenAsTheModelSays() {
    LanguageModel model = CountModel.fit(Corpus.of("a", "b", "c", "d"));
    for (String name : List.of("a", "b", "c", "d")) {
      long made =
          IntStream.range(0, 1_000).filter(i -> SameDice.of(1, i).name(model).equals(name)).count();
      assertThat(made).isBetween(250L - 69, 250L + 69);
    }
  }

  @Test
  void diceMakeOnlyWhatIsPossible() {
    LanguageModel certain = CountModel.fit(Corpus.of("abc"));
    assertThat(SameDice.of(1, 1).name(certain)).isEqualTo("abc");
  }

  @Test
  void diceDifferOnlyWhereARollFallsBetweenTwoTables() {
    // Add 0.001 of every pair to counts of 50 and more: rows move by less than one per cent.
    Corpus corpus = Corpus.of(Collections.nCopies(50, "ab"));
    LanguageModel one = CountModel.fit(corpus);
    LanguageModel other = CountModel.fit(corpus, 0.001);
    for (int i = 0; i < 50; i++) {
      assertThat(SameDice.of(3, i).name(other)).isEqualTo(SameDice.of(3, i).name(one));
    }
  }
}
