package dev.makemore.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A C program that does the same work, to be measured in the same run.
 *
 * <p>It is compiled by the system's C compiler for the processor at hand, and then waits: each
 * {@link #run} lets it do its work once. Asking and answering through two pipes takes some tens of
 * microseconds, so one run should take milliseconds.
 */
public final class Reference implements AutoCloseable {

  private static final Path SOURCES = Path.of("src", "main", "c");
  private static final Path PROGRAMS = Path.of("target", "c");

  private final String name;
  private final Process process;
  private final OutputStream requests;
  private final BufferedReader answers;

  private Reference(String name, Process process) {
    this.name = name;
    this.process = process;
    this.requests = process.getOutputStream();
    this.answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** The command of the C compiler: {@code $CC}, or {@code cc}. */
  static String compiler() {
    String named = System.getenv("CC");
    return named == null || named.isEmpty() ? "cc" : named;
  }

  /** Whether there is a C compiler. */
  public static boolean isAvailable() {
    try {
      return new ProcessBuilder(compiler(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles and starts {@code src/main/c/<name>.c}. */
  public static Reference start(String name, Object... arguments) throws IOException {
    Files.createDirectories(PROGRAMS);
    Path program = PROGRAMS.resolve(name);
    execute(
        List.of(
            compiler(),
            "-std=c11",
            "-O3",
            "-march=native",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-D_GNU_SOURCE",
            "-o",
            program.toString(),
            SOURCES.resolve(name + ".c").toString(),
            "-lm"));
    List<String> command = new ArrayList<>(List.of(program.toAbsolutePath().toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Reference(name, process);
  }

  private static void execute(List<String> command) throws IOException {
    try {
      int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exitCode != 0) {
        throw new IOException(String.join(" ", command) + ": exit code " + exitCode);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets the program do its work once, and returns its result. */
  public double run() throws IOException {
    requests.write('\n');
    requests.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException(name + ".c ended without an answer");
    }
    return Double.parseDouble(answer);
  }

  /** Ends the program. */
  @Override
  public void close() {
    process.destroy();
  }
}
