package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.io.Terminal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

  private static final String ESCAPE = "\u001b";
  private static final Run PLAIN = Run.of("demo");

  @Test
  void itTellsTheFactsOfTheNames() {
    assertThat(PLAIN.exitCode()).isZero();
    assertThat(PLAIN.err()).isEmpty();
    assertThat(PLAIN.out().replaceAll("\\s+", " "))
        .contains("30,294", "218,093", "27 x 27", "108 of the 729 cells")
        .contains("'a.' 6,778, 'n.' 6,201, 'an' 5,193, '.a' 4,284, 'e.' 3,742, 'el' 3,179")
        .contains("2.450", "3.296 = ln 27", "it is 0.0");
  }

  @Test
  void itFits80ColumnsOfPlainAscii() {
    assertThat(PLAIN.lines())
        .allMatch(line -> line.length() <= 80)
        .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  @Test
  void itIsTheSameTextEveryTime() {
    assertThat(Run.of("demo")).isEqualTo(PLAIN);
  }

  @Test
  void colorsChangeNoWord() throws Exception {
    Run colored = Command.run(with256Colors("demo", "--color=always"));
    assertThat(colored.out()).contains(ESCAPE + "[48;5;");
    assertThat(wordsOf(colored.out())).isEqualTo(wordsOf(PLAIN.out()));
  }

  private static ProcessBuilder with256Colors(String... arguments) {
    ProcessBuilder builder = Command.builder(List.of(), arguments);
    builder.environment().put("TERM", "xterm-256color");
    return builder;
  }

  /** The runs of letters and digits: what is left without colors, shades and bars. */
  private static List<String> wordsOf(String text) {
    String plain = text.replaceAll(ESCAPE + "\\[[\\d;]*m", "");
    return List.of(plain.split("[^A-Za-z0-9]+"));
  }

  @Test
  void onATerminalTheTrainingIsLive() {
    Run live = Run.on(Terminal.of("stdout"), "", "demo", "--color=never");
    assertThat(live.out()).contains("\r" + ESCAPE + "[K").contains("step   0").contains("step 100");
    assertThat(PLAIN.out()).doesNotContain("\r").contains("largest error of a row");
    assertThat(live.out()).contains("largest error of a row").contains("     0  3.2958  ");
  }

  @Test
  void theSamePredictionFollowsEmmAndXqem() {
    String afterEmm = afterwards("emm");
    assertThat(afterEmm).startsWith("a 0.3991"); // 2,545 of 6,377
    assertThat(afterwards("xqem")).isEqualTo(afterEmm);
  }

  private static String afterwards(String beginning) {
    String start = "    " + beginning + " ";
    return PLAIN.lines().stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .substring(start.length())
        .strip();
  }

  @Test
  void theCommandsAtItsEndWork() {
    List<String> commands =
        PLAIN.lines().stream()
            .map(String::strip)
            .filter(line -> line.startsWith("makemore "))
            .toList();
    assertThat(commands).hasSizeGreaterThan(3);
    for (String command : commands) {
      Run run = Run.of(command.substring("makemore ".length()).split(" "));
      assertThat(run.exitCode()).as(command).isZero();
      assertThat(run.out()).as(command).isNotEmpty();
    }
  }

  @Test
  void theFirstOfThemMakesTheNamesOfTheStory() {
    List<String> names = Run.of("generate", "--seed", "7").lines();
    assertThat(names).hasSize(10);
    List<String> lines = PLAIN.lines();
    int first = lines.indexOf("    -----------             ---------------") + 1;
    List<String> left =
        lines.subList(first, first + 10).stream()
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    assertThat(left).isEqualTo(names);
  }
}
