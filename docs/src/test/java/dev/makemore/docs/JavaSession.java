package dev.makemore.docs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs the {@code java} blocks of a page as one JShell session, line by line as a reader would type
 * them, and compares the values with those that the page shows.
 *
 * <p>A comment {@code // ==> value} at the end of a line is what the expression or declaration on
 * it gives, in the words of JShell:
 *
 * <ul>
 *   <li>numbers are compared as numbers, other values as text
 *   <li>at the end, {@code …} stands for anything: of a number, more digits (never fewer: 0.916… is
 *       no rounding of 0.9158)
 *   <li>{@code throws SomeException} is an exception of that simple name
 * </ul>
 *
 * <p>A {@code mermaid} block is a picture, and its text is the {@code String} that the expression
 * before it gives.
 *
 * <p>What does not compile, or throws unexpectedly, ends the page.
 */
final class JavaSession {

  private static final Pattern EXPECTATION = Pattern.compile("(.*?)\\s*// ==> (.*)");

  /** What the tool jshell imports by itself, as far as a page may need it. */
  private static final String STARTUP =
      "import java.io.*; import java.nio.file.*; import java.util.*; import java.util.function.*;"
          + " import java.util.stream.*;";

  private final MarkdownPage page;
  private final JShell shell;
  private final List<String> problems = new ArrayList<>();
  private String last = ""; // the value of the last expression, in the words of JShell
  private boolean ended;

  private JavaSession(MarkdownPage page, JShell shell) {
    this.page = page;
    this.shell = shell;
  }

  /** What is wrong in a page, each line with its place; empty if nothing is. */
  static List<String> problemsOf(MarkdownPage page) {
    try (JShell shell =
        JShell.builder()
            .executionEngine("local")
            .compilerOptions("-classpath", classPath())
            .build()) {
      JavaSession session = new JavaSession(page, shell);
      session.evaluateAll(STARTUP, 0, null);
      for (MarkdownPage.Block block : page.blocks()) {
        if (block.language().equals("java")) {
          session.run(block);
        } else if (block.language().equals("mermaid")) {
          session.compare(block);
        }
      }
      return session.problems;
    }
  }

  /** The class path of the tests, which Surefire may hide behind a jar of its own. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private void run(MarkdownPage.Block block) {
    String pending = "";
    int start = block.firstLine();
    for (int i = 0; i < block.lines().size() && !ended; i++) {
      int line = block.firstLine() + i;
      Matcher shown = EXPECTATION.matcher(block.lines().get(i));
      boolean hasValue = shown.matches();
      if (!hasValue && block.lines().get(i).contains("==>")) {
        report(line, "a value is shown as '// ==> value'");
      }
      start = pending.isBlank() ? line : start;
      pending += (hasValue ? shown.group(1) : block.lines().get(i)) + "\n";
      pending = evaluateAll(pending, start, hasValue ? shown.group(2).strip() : null);
      if (hasValue && !pending.isBlank()) {
        report(line, "a value is shown before the statement ends");
        pending = "";
      }
    }
    if (!pending.isBlank() && !ended) {
      evaluate(pending, start, null); // an if that no else has followed, or an error
    }
  }

  private void compare(MarkdownPage.Block picture) {
    String text = String.join("\n", picture.lines()) + "\n";
    String given = last.replaceAll("^\"|\"$", "").translateEscapes();
    if (!ended && !given.equals(text)) {
      report(picture.firstLine(), "the picture is not what the Java before it gives: " + last);
    }
  }

  /** Evaluates all statements that are complete, and returns what is left. */
  private String evaluateAll(String source, int line, String expected) {
    String rest = source;
    while (!ended && !rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      switch (next.completeness()) {
        case EMPTY -> {
          return "";
        }
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
          return rest;
        }
        default -> {
          rest = next.remaining();
          evaluate(next.source(), line, rest.isBlank() ? expected : null);
        }
      }
    }
    return "";
  }

  private void evaluate(String source, int line, String expected) {
    SnippetEvent event = shell.eval(source).get(0);
    JShellException thrown = event.exception();
    last = event.value() == null ? last : event.value();
    if (event.status() != Snippet.Status.VALID) {
      List<String> errors = new ArrayList<>();
      shell.diagnostics(event.snippet()).forEach(d -> errors.add(d.getMessage(Locale.ROOT)));
      if (event.snippet() instanceof DeclarationSnippet declaration) {
        shell.unresolvedDependencies(declaration).forEach(errors::add);
      }
      report(line, "does not compile: " + source.strip() + ": " + oneLine(errors));
      ended = true;
    } else if (thrown != null) {
      String name = thrown instanceof EvalException e ? e.getExceptionClassName() : "" + thrown;
      String simpleName =
          name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
      if (!("throws " + simpleName).equals(expected)) {
        report(line, source.strip() + " threw " + name + ": " + thrown.getMessage());
        ended = true;
      }
    } else if (expected != null && !agrees(expected, event.value())) {
      report(line, "shows " + expected + " but is " + event.value() + ": " + source.strip());
    }
  }

  private static String oneLine(List<String> texts) {
    return String.join("; ", texts).strip().replaceAll("\\s+", " ");
  }

  private void report(int line, String problem) {
    problems.add(page.name() + ":" + line + ": " + problem);
  }

  /** Whether a page may show {@code shown} where JShell shows {@code value}. */
  static boolean agrees(String shown, String value) {
    if (value == null) {
      return false;
    }
    boolean open = shown.endsWith("…");
    String begin = open ? shown.substring(0, shown.length() - 1) : shown;
    try {
      BigDecimal number = new BigDecimal(value);
      return open
          ? number.toPlainString().startsWith(begin) && begin.contains(".")
          : number.compareTo(new BigDecimal(begin)) == 0;
    } catch (NumberFormatException e) { // not a number, or not one that is finite
      return open ? value.startsWith(begin) : value.equals(begin);
    }
  }
}
