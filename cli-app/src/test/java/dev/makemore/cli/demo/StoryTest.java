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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {

  /**
   * Not all names, so that the net is trained in a moment; with the letters that the story needs.
   */
  private static final Corpus NAMES =
      Corpus.of("emma", "ammy", "mmambmcmdmemfmgmhmimjmklnopqrstuvwxyz", "noah", "ava");

  @Test
  void paragraphsAreWrappedAtWhiteSpace() {
    assertThat(Page.wrap("  one two\nthree ", 7)).containsExactly("one two", "three");
    assertThat(Page.wrap("incomprehensible", 3)).containsExactly("incomprehensible");
  }

  @Test
  void quotesAreColoredOrQuoted() {
    assertThat(said(Ink.plain(), "the `m` at the end")).isEqualTo("the 'm' at the end\n\n");
    assertThat(said(Ink.colored(), "an `m`")).isEqualTo("an \u001b[38;5;166mm\u001b[0m\n\n");
  }

  @Test
  void theStoryFitsTheTerminal() {
    for (int columns : new int[] {40, 60, 80, 200}) {
      StringWriter written = new StringWriter();
      Page page = Page.onTerminal(new PrintWriter(written, true), Ink.plain(), columns);
      new Demo(NAMES).tell(page, reader -> true);
      assertThat(lines(written))
          .filteredOn(line -> !line.startsWith("    makemore ")) // a command is not broken
          .isNotEmpty()
          .allMatch(line -> line.length() <= Math.min(80, columns));
    }
  }

  @Test
  void aReaderCanStopAfterAnyChapter() {
    for (int chapters = 0; chapters <= 10; chapters++) {
      StringWriter written = new StringWriter();
      int[] left = {chapters};
      new Demo(NAMES)
          .tell(Page.of(new PrintWriter(written, true), Ink.plain()), page -> left[0]-- > 0);
      assertThat(lines(written).filter(line -> line.matches("\\d+\\. .*"))).hasSize(chapters);
    }
  }

  /** The lines that are left when what was drawn over is gone. */
  private static Stream<String> lines(StringWriter written) {
    return written.toString().lines().map(line -> line.replaceAll(".*\r\u001b\\[K", ""));
  }

  private static String said(Ink ink, String text) {
    StringWriter written = new StringWriter();
    Page.of(new PrintWriter(written, true), ink).say(text);
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
