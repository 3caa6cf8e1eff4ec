package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What can be said about the launcher for Windows without running it, as it is shipped. It has
 * never run on Windows.
 */
class WindowsLauncherIT {

  private static final Path HOME = Path.of("target", "makemore");

  private static String launcher(String name) throws IOException {
    return Files.readString(HOME.resolve("bin").resolve(name), StandardCharsets.ISO_8859_1);
  }

  private static String batch() throws IOException {
    return launcher("makemore.bat");
  }

  private static List<String> found(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** cmd.exe finds labels by counting bytes, and may miss them after a line that ends otherwise. */
  @Test
  void itIsAsciiInLinesThatEndAsOnWindows() throws IOException {
    assertThat(batch()).matches("(?:[ -~]*\r\n)+");
  }

  @Test
  void everyLabelIsUsedAndEveryJumpOrCallHasItsLabel() throws IOException {
    List<String> labels = found("(?m)^:(\\w+)$", batch());
    assertThat(labels).doesNotHaveDuplicates().isNotEmpty();
    assertThat(found("(?:goto |call :)(\\w+)", batch())).containsAll(labels).isSubsetOf(labels);
  }

  @Test
  void javaGetsTheOptionsThatItGetsFromTheOtherLauncher() throws IOException {
    String option = "(?<=[ \"])(-X[^\\s\"]+|-D[^\\s\"]+)";
    String posix = launcher("makemore");
    String start = posix.substring(posix.indexOf("exec \"$java\"")).replace("/dev/null", "NUL");
    List<String> options =
        found(option, start).stream().map(o -> o.replace("$terminal", "")).toList();
    assertThat(options).hasSizeGreaterThan(10);
    assertThat(found(option, batch())).isEqualTo(options);
  }

  @Test
  void javaGetsTheModulesTheMainClassAndAllArguments() throws IOException {
    String main = found("set -- (-m \\S+) \"\\$@\"", launcher("makemore")).get(0);
    assertThat(batch())
        .contains("set MAKEMORE_MODULES=-p \"%MAKEMORE_HOME%\\lib\"\r\n")
        .contains(" %MAKEMORE_JAVA_OPTS% %MAKEMORE_MODULES% " + main + " %*\r\n");
    try (Stream<Path> jars = Files.list(HOME.resolve("lib"))) {
      assertThat(jars)
          .anyMatch(jar -> jar.getFileName().toString().startsWith("makemore-cli-app-"));
    }
  }

  /** Elsewhere {@code %~dp0} may be the current folder, if the launcher's name was quoted. */
  @Test
  void itsOwnFolderIsAskedForWithinACallOnly() throws IOException {
    assertThat(found("(?m)^(.*%~dp0.*)$", batch()))
        .containsExactly("set \"MAKEMORE_HOME=%~dp0..\"");
    assertThat(batch())
        .contains("\r\ncall :home\r\n")
        .contains("\r\n:home\r\nset \"MAKEMORE_HOME=%~dp0..\"\r\nexit /b 0\r\n");
  }

  /** Without a number before {@code geq} cmd.exe stops with a syntax error. */
  @Test
  void aJavaWhoseVersionIsEmptyCountsAsNewEnough() throws IOException {
    assertThat(batch().lines().filter(line -> line.contains("set \"MAKEMORE_VERSION=")))
        .hasSize(2)
        .first()
        .isEqualTo("set \"MAKEMORE_VERSION=17\"");
    assertThat(batch()).contains(" in (\"%%~l\") do set \"MAKEMORE_VERSION=%%v\"\r\n");
  }

  @Test
  void everyPathIsBetweenQuotes() throws IOException {
    assertThat(batch().replace("%JAVA_HOME:\"=%", "%JAVA_HOME%").lines())
        .allSatisfy(
            line -> {
              String outside = line.replaceAll("\"[^\"]*\"", "");
              assertThat(outside)
                  .doesNotContain(
                      "%MAKEMORE_JAVA%",
                      "%JAVA_HOME", "%MAKEMORE_HOME%", "%~dp0", "%MAKEMORE_RELEASE%");
            });
  }

  @Test
  void theExitCodeIsThatOfJavaAndEachComplaintGoesToStandardErrorWithExitCodeOne()
      throws IOException {
    List<String> lines = batch().lines().toList();
    assertThat(lines.get(lines.size() - 1)).isEqualTo("exit /b %MAKEMORE_EXIT%");
    int java =
        lines.indexOf(lines.stream().filter(l -> l.endsWith("%*")).findFirst().orElseThrow());
    assertThat(lines.get(java + 1)).isEqualTo("set \"MAKEMORE_EXIT=%errorlevel%\"");
    assertThat(lines).filteredOn(l -> l.startsWith("echo ")).allMatch(l -> l.endsWith(">&2"));
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i - 1).startsWith("echo ") && !lines.get(i).startsWith("echo ")) {
        assertThat(lines.get(i)).isEqualTo("exit /b 1");
      }
    }
  }
}
