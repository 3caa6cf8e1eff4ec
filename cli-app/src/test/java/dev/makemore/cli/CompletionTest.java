package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What bash completes. The words are those that bash hands over, of which = is one. What zsh
 * completes is seen where a distribution is checked.
 */
@DisabledOnOs(OS.WINDOWS)
class CompletionTest {

  private static final Path BASH = Path.of("/bin/bash");

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws Exception {
    assumeTrue(Files.isExecutable(BASH), "there is no bash");
    Files.writeString(folder.resolve("script"), Run.of("generate-completion").out());
    Files.writeString(folder.resolve("names.txt"), "");
    Files.createDirectory(folder.resolve("notes"));
  }

  /** What the last of {@code words} may become. */
  private List<String> completed(String... words) throws Exception {
    List<String> line = new ArrayList<>();
    line.addAll(List.of(BASH.toString(), "--norc", "-c"));
    line.add(
        """
        . ./script
        COMP_WORDS=("$@") COMP_CWORD=$(( $# - 1 )) COMP_LINE="$*"
        "$(complete -p makemore | sed 's/.* -F \\([^ ]*\\) .*/\\1/')" 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
        """);
    line.add("bash");
    line.addAll(List.of(words));
    Process process = new ProcessBuilder(line).directory(folder.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().sorted().toList();
  }

  @Test
  void optionsAndCommandsAreCompleted() throws Exception {
    assertThat(completed("makemore", "eval")).containsExactly("evaluate");
    assertThat(completed("makemore", "generate", "--temp")).containsExactly("--temperature");
  }

  @Test
  void valuesAreCompletedAfterASpace() throws Exception {
    assertThat(completed("makemore", "train", "--model", "n")).containsExactly("net");
    assertThat(completed("makemore", "train", "--input", "n"))
        .containsExactly("names.txt", "notes");
  }

  @Test
  void valuesAreCompletedAfterAnEqualsSign() throws Exception {
    assertThat(completed("makemore", "train", "--model", "=", "n")).containsExactly("net");
    assertThat(completed("makemore", "train", "--model", "=")).containsExactly("count", "net");
    assertThat(completed("makemore", "show", "--format", "=", "s")).containsExactly("svg");
    assertThat(completed("makemore", "train", "--input", "=", "n"))
        .containsExactly("names.txt", "notes");
    assertThat(completed("makemore", "train", "--input", "=", "a", "--model", "=", "c"))
        .containsExactly("count");
  }

  @Test
  void aModelIsAKindOrTheFileOfASavedOne() throws Exception {
    for (String[] words : new String[][] {{"--model", "n"}, {"--model", "=", "n"}}) {
      List<String> line = new ArrayList<>(List.of("makemore", "show"));
      line.addAll(List.of(words));
      assertThat(completed(line.toArray(String[]::new)))
          .containsExactly("names.txt", "net", "notes");
    }
    assertThat(completed("makemore", "score", "--model", "c")).containsExactly("count");
    assertThat(completed("makemore", "evaluate", "-i", "a", "--input", "na"))
        .containsExactly("names.txt");
  }

  /** As where its user has taken the = out of COMP_WORDBREAKS. */
  @Test
  void aShellThatTakesItForOneWordGetsOneWord() throws Exception {
    assertThat(completed("makemore", "train", "--model=n")).containsExactly("--model=net");
    assertThat(completed("makemore", "train", "--input=na")).containsExactly("--input=names.txt");
  }
}
