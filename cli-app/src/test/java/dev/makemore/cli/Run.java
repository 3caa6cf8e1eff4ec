package dev.makemore.cli;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the command did, in a run inside the test's own process. */
public record Run(int exitCode, String out, String err) {

  private static final Terminal NO_TERMINAL = Terminal.of("");

  public static Run of(String... arguments) {
    return on(NO_TERMINAL, "", arguments);
  }

  public static Run withInput(String stdin, String... arguments) {
    return on(NO_TERMINAL, stdin, arguments);
  }

  public static Run on(Terminal terminal, String stdin, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            out,
            StandardOutput.of(out, terminal.stdout()),
            new PrintWriter(err, true),
            terminal);
    int exitCode = Main.run(console, arguments);
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
