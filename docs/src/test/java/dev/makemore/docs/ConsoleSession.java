package dev.makemore.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the {@code console} blocks of a page in a folder of their own, and compares what the
 * commands print with what the page shows.
 *
 * <p>A line that starts with {@code $ } is a command for the shell, which finds {@code makemore} as
 * built by {@code mvn package}; it must end with exit code 0. The lines after it, up to the next
 * command or the end of the block, are its standard output. A line {@code ...} stands for any
 * lines, and white space at the end of a line does not count.
 *
 * <p>{@code mvn -q -Pdemo} would build the project inside its own build: the command that it ends
 * with, {@code makemore demo}, is run in its place. {@code java docs/...}, a source file of this
 * project, is run where it is, in the top folder.
 */
final class ConsoleSession {

  private static final Path BIN = Path.of("cli-app", "target", "makemore", "bin");

  private final MarkdownPage page;
  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  private ConsoleSession(MarkdownPage page, Path folder) {
    this.page = page;
    this.folder = folder;
  }

  /** What is wrong in a page, each line with its place; empty if nothing is. */
  static List<String> problemsOf(MarkdownPage page, Path folder)
      throws IOException, InterruptedException {
    ConsoleSession session = new ConsoleSession(page, folder);
    if (!Files.exists(MarkdownPage.root().resolve(BIN).resolve("makemore"))) {
      return List.of(page.name() + ": there is no " + BIN + "/makemore: run `mvn package` first");
    }
    for (MarkdownPage.Block block : page.blocksIn("console")) {
      session.run(block);
    }
    return session.problems;
  }

  private void run(MarkdownPage.Block block) throws IOException, InterruptedException {
    List<String> lines = block.lines();
    if (lines.isEmpty() || !lines.get(0).startsWith("$ ")) {
      report(block.firstLine(), "a console block starts with a command");
      return;
    }
    for (int start = 0; start < lines.size(); ) {
      int end = start + 1;
      while (end < lines.size() && !lines.get(end).startsWith("$ ")) {
        end++;
      }
      check(
          block.firstLine() + start, lines.get(start).substring(2), lines.subList(start + 1, end));
      start = end;
    }
  }

  private void check(int line, String command, List<String> shown)
      throws IOException, InterruptedException {
    Path out = folder.resolve(".stdout");
    Path err = folder.resolve(".stderr");
    String run = command.equals("mvn -q -Pdemo") ? "makemore demo" : command;
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", run);
    Map<String, String> environment = shell.environment();
    environment.keySet().removeIf(key -> key.startsWith("MAKEMORE_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Path java = Path.of(System.getProperty("java.home"), "bin");
    environment.put(
        "PATH", MarkdownPage.root().resolve(BIN) + ":" + java + ":" + environment.get("PATH"));
    Path start = command.startsWith("java docs/") ? MarkdownPage.root() : folder;
    int exitCode =
        shell
            .directory(start.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    String printed = Files.readString(out, StandardCharsets.UTF_8);
    if (exitCode != 0) {
      report(line, command + " ended with " + exitCode + ": " + Files.readString(err));
    } else if (!agrees(shown, printed.lines().toList())) {
      report(line, command + " shows\n" + String.join("\n", shown) + "\nbut prints\n" + printed);
    }
  }

  private void report(int line, String problem) {
    problems.add(page.name() + ":" + line + ": " + problem);
  }

  /** Whether a page may show these lines where a command prints those. */
  static boolean agrees(List<String> shown, List<String> printed) {
    if (shown.isEmpty()) {
      return printed.isEmpty();
    }
    List<String> shownRest = shown.subList(1, shown.size());
    if (shown.get(0).strip().equals("...")) {
      for (int skipped = 0; skipped <= printed.size(); skipped++) {
        if (agrees(shownRest, printed.subList(skipped, printed.size()))) {
          return true;
        }
      }
      return false;
    }
    return !printed.isEmpty()
        && shown.get(0).stripTrailing().equals(printed.get(0).stripTrailing())
        && agrees(shownRest, printed.subList(1, printed.size()));
  }
}
