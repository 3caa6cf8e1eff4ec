package dev.makemore.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real command in a process of its own, from the same module path as the tests. */
public final class Command {

  private Command() {}

  /** A process builder for it, to be changed and started. */
  static ProcessBuilder builder(List<String> jvmOptions, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-XX:TieredStopAtLevel=1");
    line.addAll(jvmOptions);
    line.addAll(List.of("-p", System.getProperty("jdk.module.path")));
    line.addAll(List.of("-m", "dev.makemore.cli/dev.makemore.cli.Main"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(name -> name.contains("COLOR")); // NO_COLOR and others
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("TERM", "xterm");
    return builder;
  }

  public static Run run(String... arguments) throws Exception {
    return run(builder(List.of(), arguments));
  }

  /** Runs it to its end. */
  public static Run run(ProcessBuilder builder) throws Exception {
    Path out = Files.createTempFile("makemore", ".out");
    Path err = Files.createTempFile("makemore", ".err");
    try {
      if (builder.redirectOutput() == ProcessBuilder.Redirect.PIPE) {
        builder.redirectOutput(out.toFile());
      }
      Process process = builder.redirectError(err.toFile()).start();
      process.getOutputStream().close();
      return new Run(exitCode(process), text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  static int exitCode(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the command did not end");
    }
    return process.exitValue();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
