package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is shipped, started by its launcher from a shell. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

  private static final Path HOME = Path.of("target", "makemore").toAbsolutePath();
  private static final Path LAUNCHER = HOME.resolve("bin").resolve("makemore");

  @TempDir private Path folder;

  /** Runs a line of shell, in which $m is the launcher. */
  private Run shell(Path launcher, String line) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", line);
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(key -> key.startsWith("LC_") || key.equals("JAVA_TOOL_OPTIONS"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("LANG", "C");
    environment.put("m", launcher.toString());
    return Command.run(builder);
  }

  @Test
  void itMakesNames() throws Exception {
    Run run = shell(LAUNCHER, "\"$m\" generate --seed 1 -n 3");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(3).allMatch(name -> name.matches("[a-z]*"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void itWorksThroughASymbolicLink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("mm"), LAUNCHER);
    assertThat(shell(link, "\"$m\" --version").out()).startsWith("makemore ");
    assertThat(shell(link, "PATH=$PATH:. && mm --version").out()).startsWith("makemore ");
    Files.delete(link);
  }

  @Test
  void aLocaleThatIsNotInstalledDoesNoHarm() throws Exception {
    Files.writeString(folder.resolve("\u00e9.txt"), "\u00e9\u00e9\n");
    for (String locale : List.of("C", "POSIX", "xx_YY.UTF-8", "en_US.ISO-8859-1")) {
      Run run =
          shell(
              LAUNCHER,
              "LC_ALL="
                  + locale
                  + " \"$m\" generate -n 1 -i \u00e9.txt --prefix \u00e9\u00e9\u00e9\u00e9");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).startsWith("\u00e9\u00e9\u00e9\u00e9");
    }
  }

  @Test
  void aWrongJavaHomeIsNamed() throws Exception {
    Run run = shell(LAUNCHER, "JAVA_HOME=/no/such/java \"$m\" --version");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("makemore: JAVA_HOME is /no/such/java, which has no bin/java");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    for (String version : List.of("11.0.2", "1.8.0_292")) {
      Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
      Run run = shell(LAUNCHER, "JAVA_HOME=$PWD/jdk \"$m\" --version");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("Java 17 or newer is needed");
    }
  }

  @Test
  void aRuntimeOfItsOwnIsUsedWhateverJavaHomeIs() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("own runtime/bin")).resolve("makemore");
    Files.copy(LAUNCHER, copy);
    Path java = folder.resolve("own runtime/runtime/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Run run = shell(copy, "JAVA_HOME=/no/such/java PATH=/usr/bin:/bin \"$m\" demo 'a b'");
    assertThat(run.lines())
        .doesNotContain("-p") // its modules are in the runtime
        .endsWith("-m", "dev.makemore.cli/dev.makemore.cli.Main", "demo", "a b");
  }

  @Test
  void itWorksInAFolderWithSpaces() throws Exception {
    Path copy = folder.resolve("more of them");
    copyTree(HOME, copy);
    Path launcher = copy.resolve("bin").resolve("makemore");
    assertThat(shell(launcher, "\"$m\" --version").out()).startsWith("makemore ");
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  void otherScriptsWorkInTheCLocale() throws Exception {
    Run run =
        shell(
            LAUNCHER,
            "printf '\\303\\251va\\n' > \"$(printf '\\303\\251')\""
                + " && \"$m\" generate -n 1 -i \"$(printf '\\303\\251')\""
                + " --prefix \"$(printf '\\303\\251')\"");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("\u00e9va\n");
  }

  @Test
  void aNameInAMessageCanNotControlATerminal() throws Exception {
    Run run =
        shell(LAUNCHER, "JAVA_HOME=$(printf '/a\\033[31m b\\302\\233c\\177') \"$m\" --version");
    assertThat(run.err()).startsWith("makemore: JAVA_HOME is /a?[31m b??c?, which has no bin/java");
  }

  /** The bytes of é in Latin-1. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderWhoseNameIsNotUtf8IsNamed() throws Exception {
    assumeTrue(shell(LAUNCHER, "command -v iconv").exitCode() == 0, "there is no iconv");
    Run run =
        shell(
            LAUNCHER,
            "caf=$(printf 'caf\\351') && mkdir \"$caf\" && cp -R \"${m%/bin/*}\" \"$caf\""
                + " && \"$caf/makemore/bin/makemore\" --version; echo $?; rm -r \"$caf\"");
    assertThat(run.out()).isEqualTo("1\n");
    assertThat(run.err())
        .startsWith("makemore: its folder has a name that is not UTF-8")
        .hasLineCount(1);
  }

  @Test
  void aFolderWithAccentsWorks() throws Exception {
    Path copy = folder.resolve("caf\u00e9 \u4e2d");
    copyTree(HOME, copy);
    Path launcher = copy.resolve("bin").resolve("makemore");
    assertThat(shell(launcher, "\"$m\" --version").out()).startsWith("makemore ");
  }

  @Test
  void whyTheJvmDoesNotStartStaysOutOfTheOutput() throws Exception {
    Run run = shell(LAUNCHER, "MAKEMORE_JAVA_OPTS=-Xmx100t \"$m\" generate");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Error occurred during initialization of VM");
  }

  @Test
  void itStartsInAGigabyteOfAddresses() throws Exception {
    for (String command : List.of("generate --seed 1", "generate -n 20000 --seed 1", "demo")) {
      Run run = shell(LAUNCHER, "ulimit -v 1000000 && \"$m\" " + command);
      assertThat(run.err()).isEmpty();
      assertThat(run).isEqualTo(shell(LAUNCHER, "\"$m\" " + command));
    }
  }

  /** The process waits for its reader, so that it is alive when the signal comes. */
  private Process startMakingNames(String... prepare) throws Exception {
    String line = String.join("", prepare) + "exec \"$m\" generate -n 2000000 --seed 1 2>err";
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("m", LAUNCHER.toString());
    Process process = builder.start();
    assertThat(process.getInputStream().read()).isPositive(); // so it is up and running
    return process;
  }

  private static void send(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void theStacksThatSigquitAsksForStayOutOfTheOutput() throws Exception {
    Process process = startMakingNames();
    send("QUIT", process);
    String stacks = "Full thread dump";
    for (int i = 0; i < 6_000 && !Files.readString(folder.resolve("err")).contains(stacks); i++) {
      Thread.sleep(5);
    }
    assertThat(folder.resolve("err")).content().contains(stacks);
    try (BufferedReader names = process.inputReader()) {
      assertThat(names.lines().filter(name -> name.matches("[a-z]*")).count()).isEqualTo(2_000_000);
    }
    assertThat(Command.exitCode(process)).isZero();
  }

  /** A crash of the JVM, of which it would leave a report in the folder. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aCrashLeavesNoFileInTheFolder() throws Exception {
    Process process = startMakingNames("ulimit -c 0; ");
    send("SEGV", process);
    process.getInputStream().readAllBytes();
    assertThat(Command.exitCode(process)).isEqualTo(134); // SIGABRT
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("err"));
    }
  }

  /** On the class path, where META-INF/services counts, and not the module's provides. */
  @Test
  void itsJarFindsTheOthersBesideIt() throws Exception {
    String jar = "\"$JAVA_HOME/bin/java\" -jar \"${m%/bin/*}\"/lib/makemore-cli-app-*.jar ";
    Run run = shell(LAUNCHER, jar + "generate -n 3 --seed 1 -v");
    assertThat(run.out()).isEqualTo(shell(LAUNCHER, "\"$m\" generate -n 3 --seed 1").out());
    assertThat(run.err()).contains("makemore: these are the names of --seed 1");
    Run module =
        shell(LAUNCHER, "\"$JAVA_HOME/bin/java\" -p \"${m%/bin/*}/lib\" -m dev.makemore.cli -V");
    assertThat(module.out()).startsWith("makemore ");
  }

  @Test
  void itsJarAloneSaysThatTheOthersAreMissing() throws Exception {
    Run run =
        shell(
            LAUNCHER,
            "cp \"${m%/bin/*}\"/lib/makemore-cli-app-*.jar alone.jar"
                + " && \"$JAVA_HOME/bin/java\" -jar alone.jar generate");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("makemore: a library is missing: ").hasLineCount(2);
  }

  @Test
  void warningsOfTheJvmStayOutOfTheOutput() throws Exception {
    Run run = shell(LAUNCHER, "MAKEMORE_JAVA_OPTS='-Xmx64m -Xmn80m' \"$m\" generate -n 1 --seed 1");
    assertThat(run.lines()).hasSize(1);
    assertThat(run.err()).contains("[warning]"); // so there was one
  }

  @Test
  void headEndsItQuietly() throws Exception {
    Run run = shell(LAUNCHER, "{ \"$m\" generate -n 1000000000; echo $? >&2; } | head -n 3");
    assertThat(run.lines()).hasSize(3);
    assertThat(run.err()).isEqualTo("0\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAnInputOutputError() throws Exception {
    Run run = shell(LAUNCHER, "\"$m\" generate > /dev/full");
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).startsWith("makemore: can't write to standard output");
  }

  @Test
  void closedStandardInputIsEmpty() throws Exception {
    Run run = shell(LAUNCHER, "\"$m\" generate -i - <&-");
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.err()).contains("standard input").contains("no items");
  }

  @Test
  void aFilterWhoseStandardInputIsClosedHasNothingToDo() throws Exception {
    assertThat(shell(LAUNCHER, "\"$m\" score <&-")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void scoresStandBesideTheLinesTheyBelongTo() throws Exception {
    Run run =
        shell(
            LAUNCHER,
            "printf 'emma\\r\\n\\n\\303\\251va\\nemma' > lines"
                + " && \"$m\" score < lines | cut -f 3 | paste - lines");
    assertThat(run.err()).contains("1 of 4 texts costs infinitely much").hasLineCount(2);
    assertThat(run.lines()).containsExactly("emma\temma", "\t", "\u00e9va\t\u00e9va", "emma\temma");
  }

  @Test
  void aDirectoryAsStandardInputIsAnInputOutputError() throws Exception {
    Run run = shell(LAUNCHER, "\"$m\" generate -i - < .");
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).startsWith("makemore: standard input: can't be read").hasLineCount(1);
  }

  @Test
  void closedStandardOutputIsAnErrorWhereThereIsSomethingToWrite() throws Exception {
    for (String command : List.of("generate -n 1", "evaluate", "--version", "demo")) {
      Run run = shell(LAUNCHER, "\"$m\" " + command + " >&-");
      assertThat(run.exitCode()).as(command).isEqualTo(74);
      assertThat(run.err())
          .as(command)
          .startsWith("makemore: can't write to standard output: ")
          .hasLineCount(1);
    }
    assertThat(shell(LAUNCHER, "\"$m\" generate -n 0 >&-").exitCode()).isZero();
  }

  @Test
  void closedStandardErrorChangesNothing() throws Exception {
    assertThat(shell(LAUNCHER, "\"$m\" generate -v --seed 1 2>&-").out())
        .isEqualTo(shell(LAUNCHER, "\"$m\" generate --seed 1").out());
    assertThat(shell(LAUNCHER, "\"$m\" generate -i no-such-file 2>&-").exitCode()).isEqualTo(66);
    assertThat(shell(LAUNCHER, "\"$m\" generate <&- >&- 2>&-").exitCode()).isEqualTo(74);
  }

  /** What Java opens must not take the number of a stream that is closed. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingIsOpenedInPlaceOfAClosedStream() throws Exception {
    Path java = Files.createDirectories(folder.resolve("fake/bin")).resolve("java");
    Files.writeString(
        java,
        "#!/bin/sh\n"
            + "seen=$(for i in 0 1 2; do readlink /proc/$$/fd/$i; done)\n"
            + "echo \"$seen\" > \"${0%/*}/seen\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Run run = shell(LAUNCHER, "JAVA_HOME=$PWD/fake \"$m\" <&- >&- 2>&-; cat fake/bin/seen");
    assertThat(run.lines()).containsExactly("/dev/null", "/dev/null", "/dev/null");
  }
}
