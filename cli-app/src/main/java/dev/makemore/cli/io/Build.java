package dev.makemore.cli.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/**
 * Facts about this program that Maven writes into it.
 *
 * @param version the version in the pom
 * @param url the address of the project
 * @param date the day of the version, such as {@code 2025-01-01}: the time that all files of the
 *     build have
 */
public record Build(String version, String url, String date) {

  public static Build read() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("/dev/makemore/cli/build.properties")) {
      properties.load(Objects.requireNonNull(in, "build.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(
        properties.getProperty("version", "?"),
        properties.getProperty("url", "?"),
        properties.getProperty("time", "?").split("T", 2)[0]);
  }

  /** The answer to {@code --version}: everything that a bug report has to mention. */
  public static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "makemore " + read().version(),
        "Java "
            + Runtime.version()
            + " ("
            + System.getProperty("java.vendor", "?")
            + "), "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
      };
    }
  }
}
