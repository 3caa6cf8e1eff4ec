package dev.makemore.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.Command;
import dev.makemore.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ControlCharactersTest {

  /** By what Unicode says of a character's direction: embeddings, overrides, isolates, and ends. */
  private static final Set<Byte> LASTING_DIRECTIONS =
      Set.of(
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

  private static final Set<Byte> CONTROL_TYPES =
      Set.of(Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR);

  /** ESC and CSI start commands, and the last one turns the direction of writing. */
  private static final String ATTACK = "a\u001Bb\u009Bc\td\u202Ee";

  private static final String SHOWN = "a<U+001B>b<U+009B>c<U+0009>d<U+202E>e";

  @TempDir private Path folder;

  @Test
  void everyControlCharacterOfUnicodeIsShownAsItsNumberAndNoOther() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      boolean commands =
          CONTROL_TYPES.contains((byte) Character.getType(codePoint))
              || LASTING_DIRECTIONS.contains(Character.getDirectionality(codePoint));
      String text = "a" + Character.toString(codePoint) + "b";
      assertThat(ControlCharacters.visible(text))
          .isEqualTo(commands ? "a<U+%04X>b".formatted(codePoint) : text);
    }
  }

  @Test
  void namesAreShownOnATerminalAndRawInAPipe() {
    String[] command = {"generate", "-i", "-", "-n", "1", "--temperature", "0"};
    Run shown = Run.on(Terminal.of("stdout"), ATTACK + "\n", command);
    assertThat(shown.out()).isEqualTo(SHOWN + "\n");
    assertThat(Run.withInput(ATTACK + "\n", command).out()).isEqualTo(ATTACK + "\n");
    assertThat(Run.on(Terminal.of("stderr"), ATTACK + "\n", command).out())
        .isEqualTo(ATTACK + "\n");
  }

  @Test
  void aTableShowsThemWhereverItGoes() throws Exception {
    Path test = Files.writeString(folder.resolve("test"), ATTACK + "\n");
    for (String terminals : new String[] {"", "stdout"}) {
      Run run = Run.on(Terminal.of(terminals), "ae\n", "evaluate", "-i", "-", "--test", "" + test);
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("  c -> \\u{9}  1\n", "  \\u{1B} -> b  1\n");
      assertThat(run.out().replace("\n", "").chars()).noneMatch(Character::isISOControl);
    }
  }

  @Test
  void scoredTextsAreShownOnATerminalAndRawInAPipe() {
    assertThat(Run.on(Terminal.of("stdout"), "", "score", ATTACK).out())
        .endsWith("\t" + SHOWN + "\n");
    assertThat(Run.of("score", ATTACK).out()).endsWith("\t" + ATTACK + "\n");
    assertThat(Run.of("score", "--explain", ATTACK).out()).contains("  a\\u{1B}  (a character");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file can have such a name there")
  void theNameOfAFileIsShownInReportsAndMessages() throws Exception {
    Path file = Files.writeString(folder.resolve(ATTACK), "ab\n");
    assertThat(Run.of("evaluate", "-i", "" + file).out())
        .contains("learned from   " + folder.resolve(SHOWN) + "\n");
    assertThat(Run.of("generate", "-i", file + "\u0085").err())
        .isEqualTo("makemore: " + folder.resolve(SHOWN) + "<U+0085>: there is no such file\n");
    Files.createDirectory(folder.resolve("d\n"));
    assertThat(Run.of("generate", "-i", folder.resolve("d\n").toString()).err()).hasLineCount(1);
  }

  @Test
  void whatIsWrongWithAnArgumentIsShown() {
    assertThat(Run.of("generate", ATTACK).err()).contains(SHOWN).hasLineCount(2);
    assertThat(Run.of("generate", "--seed", ATTACK).err()).contains(SHOWN).hasLineCount(2);
  }

  @Test
  void logLinesShowThem() throws Exception {
    Path file = Files.writeString(folder.resolve("\u009B"), "ab\n");
    Run run = Command.run("generate", "-v", "-n", "1", "-i", file.toString());
    assertThat(run.err()).contains("<U+009B>: 1 items").doesNotContain("\u009B");
  }
}
