package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

  @Test
  void tenNamesUnlessToldOtherwise() {
    assertThat(Run.of("generate").lines()).hasSize(10);
    assertThat(Run.of("generate", "-n", "3").lines()).hasSize(3);
    assertThat(Run.of("generate", "-n", "0").out()).isEmpty();
  }

  @Test
  void theSameSeedMakesTheSameNames() {
    Run first = Run.of("generate", "--seed", "42", "-n", "50");
    assertThat(Run.of("generate", "--seed", "42", "-n", "50")).isEqualTo(first);
    assertThat(Run.of("generate", "--seed", "43", "-n", "50").out()).isNotEqualTo(first.out());
  }

  @Test
  void moreNamesBeginWithTheSameOnesWhateverTheThreads() {
    List<String> few = Run.of("generate", "--seed", "7", "-n", "4096").lines(); // one thread
    List<String> many = Run.of("generate", "--seed", "7", "-n", "20000").lines(); // several
    assertThat(many).hasSize(20_000).startsWith(few.toArray(String[]::new));
    assertThat(Run.of("generate", "--seed", "7").lines()).isEqualTo(few.subList(0, 10));
  }

  @Test
  void theNamesAreTheSameWithAnyNumberOfThreads() {
    Run one = Run.of("generate", "--seed", "7", "-n", "50000", "--threads", "1");
    assertThat(one.lines()).hasSize(50_000);
    for (String threads : List.of("2", "3", "1000000")) {
      assertThat(Run.of("generate", "--seed", "7", "-n", "50000", "--threads", threads))
          .isEqualTo(one);
    }
  }

  @Test
  void aNumberOfThreadsIsAtLeastOne() {
    Run none = Run.of("generate", "--threads", "0");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).startsWith("makemore: --threads: must be at least 1, was 0\n");
    assertThat(Run.of("generate", "--threads", "two").exitCode()).isEqualTo(2);
  }

  @Test
  void onATerminalTheNamesAreTheSame() {
    List<String> arguments = List.of("generate", "--seed", "7", "-n", "5000");
    Run file = Run.of(arguments.toArray(String[]::new));
    Run terminal = Run.on(Terminal.of("stdout"), "", arguments.toArray(String[]::new));
    assertThat(terminal).isEqualTo(file);
  }

  @Test
  void onlyWhatOccursInTheInputIsMade() {
    // From "ab" alone, a follows the boundary, b follows a, and the end follows b.
    assertThat(Run.withInput("ab\n", "generate", "-n", "2", "-i", "-").lines())
        .containsExactly("ab", "ab");
  }

  @Test
  void bothModelsLearnACertainText() {
    Run run = Run.withInput("ab\n", "generate", "-n", "1", "-i", "-", "--temperature", "0");
    Run net =
        Run.withInput(
            "ab\n", "generate", "-n", "1", "-i", "-", "--temperature", "0", "--model", "net");
    assertThat(run.out()).isEqualTo("ab\n");
    assertThat(net).isEqualTo(run);
  }

  @Test
  void aPrefixStartsEveryName() {
    assertThat(Run.of("generate", "--prefix", "em", "-n", "20").lines())
        .hasSize(20)
        .allMatch(name -> name.startsWith("em"));
  }

  @Test
  void topKOfOneIsGreedy() {
    Run greedy = Run.of("generate", "--temperature", "0", "-n", "3");
    assertThat(Run.of("generate", "--top-k", "1", "-n", "3")).isEqualTo(greedy);
    assertThat(Run.of("generate", "--top-p", "0.01", "-n", "3")).isEqualTo(greedy);
  }

  @Test
  void uniqueNamesAreAllDifferent() {
    assertThat(Run.of("generate", "--unique", "-n", "3000", "--seed", "1").lines())
        .hasSize(3000)
        .doesNotHaveDuplicates();
  }

  @Test
  void newNamesAreNotInTheInput() {
    Set<String> known = new HashSet<>(Input.embedded().corpus().list());
    assertThat(Run.of("generate", "--new", "-n", "1000", "--seed", "1").lines())
        .hasSize(1000)
        .noneMatch(known::contains);
  }

  @Test
  void runningOutOfUniqueNamesIsAFailureThatShowsWhatThereIs() {
    Run run = Run.withInput("ab\n", "generate", "-i", "-", "--unique", "-n", "2");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEqualTo("ab\n");
    assertThat(run.err()).startsWith("makemore: made only 1 of 2 names").contains("made before");
  }

  @Test
  void runningOutOfNewNamesIsAFailure() {
    Run run = Run.withInput("ab\n", "generate", "-i", "-", "--new", "-n", "2");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("made only 0 of 2 names").contains("in standard input");
  }

  /** After an a another a comes in 9,999 of 10,000 cases, so nearly all names are longer. */
  @Test
  void namesThatGetTooLongAreCutAndReported() {
    String longName = "a".repeat(9_999) + "\n";
    Run run = Run.withInput(longName, "generate", "-i", "-", "-n", "3", "--seed", "1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(3).allMatch(name -> name.length() <= 1_000);
    assertThat(run.err()).contains("names at 1,000 characters; with --max-length L, names have");
  }

  @Test
  void smoothingMakesUnseenPairsPossible() {
    Run run = Run.withInput("ab\n", "generate", "-i", "-", "-n", "100", "--smoothing", "9");
    assertThat(new HashSet<>(run.lines())).hasSizeGreaterThan(10);
  }

  @Test
  void withoutASeedOneIsDrawn() {
    assertThat(Run.of("generate", "-n", "40").out())
        .isNotEqualTo(Run.of("generate", "-n", "40").out());
  }

  @Test
  void aTerminalIsToldThatInputIsAwaited() {
    Run run = Run.on(Terminal.of("stdin,stderr"), "ab\n", "generate", "-i", "-", "-n", "1");
    assertThat(run.out()).isEqualTo("ab\n");
    assertThat(run.err()).startsWith("makemore: reading items from the terminal");
  }

  @Test
  void aTerminalIsToldThatAModelIsAwaited() {
    Run run = Run.on(Terminal.of("stdin,stderr"), "ab\n", "generate", "-m", "-");
    assertThat(run.err())
        .startsWith("makemore: reading a model from the terminal; Ctrl-D ends the input\n");
  }

  @Test
  void otherScriptsWork(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("names \u00e9"), "\u00e9\ud83d\ude00\r\n");
    assertThat(Run.of("generate", "-n", "1", "-i", file.toString()).out())
        .isEqualTo("\u00e9\ud83d\ude00\n");
  }
}
