package dev.makemore.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program as a user starts it, from its start to its end.
 *
 * @param seconds how long it took
 * @param peakMegabytes the most memory that it had resident, in 1e6 bytes; 0 where the system does
 *     not tell, or it ended too soon
 */
record Command(double seconds, double peakMegabytes) {

  /** Runs a command, whose output is dropped. */
  static Command run(String... command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(command);
    int exitCode = process.waitFor();
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new Command(checked(exitCode, command, seconds), 0);
  }

  /** Runs a command and looks at its memory every few milliseconds, which disturbs it a little. */
  static Command watch(String... command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(command);
    double peak = 0;
    while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    return new Command(checked(process.exitValue(), command, seconds), peak);
  }

  /** Starts a command with nothing to read, and with nobody to read what it prints. */
  private static Process start(String... command) throws IOException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    return process;
  }

  private static double checked(int exitCode, String[] command, double seconds) throws IOException {
    if (exitCode != 0) {
      throw new IOException(String.join(" ", command) + ": exit code " + exitCode);
    }
    return seconds;
  }

  /** What Linux calls the high-water mark of the resident set. */
  private static double peakMegabytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
          .findFirst()
          .orElse(0);
    } catch (IOException e) { // it has ended, or this is no Linux
      return 0;
    }
  }
}
