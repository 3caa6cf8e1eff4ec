package dev.makemore.site;

import dev.makemore.explorer.ExplorerPage;
import dev.makemore.site.check.Problem;
import dev.makemore.site.check.SiteCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes a site and checks it. It ends with exit code 1 if it found a problem, and with a line for
 * each on standard error.
 */
public final class Main {

  private static final String NAVIGATION = "navigation.txt";
  private static final String SPARK = "bigram-count/spark/target/reports/apidocs";

  private Main() {}

  /**
   * Writes a site.
   *
   * @param args the top of the repository; the folder for the site, which is emptied; the address
   *     of the repository; the path of the site on its server; the folder of the Javadoc, or {@code
   *     none}
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 5) {
      System.err.println("site: expected REPOSITORY SITE ADDRESS BASE JAVADOC");
      System.exit(2);
    }
    Path root = Path.of(args[0]).toAbsolutePath().normalize();
    Path folder = Path.of(args[1]).toAbsolutePath().normalize();
    SiteCheck check;
    try {
      empty(folder);
      addMade(root, folder, args[4]);
      Site site = new Site(Navigation.read(lines(NAVIGATION), root), root, folder, args[2]);
      site.write(args[3]);
      check = site.check();
    } catch (IllegalArgumentException e) {
      System.err.println("site: " + e.getMessage());
      System.exit(1);
      return;
    }
    report(check, folder);
  }

  private static void report(SiteCheck check, Path folder) {
    for (Problem problem : check.problems()) {
      System.err.println("site: " + problem);
    }
    if (!check.problems().isEmpty()) {
      System.err.printf("site: %d problems in %s%n", check.problems().size(), folder);
      System.exit(1);
    }
    System.out.printf("%,d pages, %,d links checked: ", check.pages(), check.links());
    System.out.println(folder.resolve("index.html"));
  }

  /** The explorer page and the Javadoc, that of makemore-spark only if it was made. */
  private static void addMade(Path root, Path folder, String javadoc) throws IOException {
    String explorer =
        ExplorerPage.load()
            .orElseThrow(
                () -> new IllegalArgumentException("docs/explorer/page was built without a page"))
            .html();
    Files.writeString(folder.resolve("makemore.html"), explorer);
    if (javadoc.equals("none")) {
      System.out.println("The site is built without Javadoc, which needs JDK 18 or newer.");
    } else {
      copy(Path.of(javadoc), folder.resolve("apidocs"));
      if (Files.exists(root.resolve(SPARK))) {
        copy(root.resolve(SPARK), folder.resolve("apidocs/spark"));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  private static List<String> lines(String resource) throws IOException {
    InputStream in = Main.class.getResourceAsStream(resource);
    Objects.requireNonNull(in, resource);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
