package dev.makemore.explorer.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts the page together: one HTML file that needs nothing else.
 *
 * <p>The file {@code index.html} has a line {@code <!-- styles -->}, {@code <!-- parts -->} and so
 * on for everything that is put in, and no other comment on a line of its own. Each folder in
 * {@code parts} is a part of the page, with its HTML, its styles and its script; their names begin
 * with a number, which gives their order.
 */
public final class PageBuilder {

  private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/";

  private final Path sources;
  private final Policy policy = new Policy();

  private PageBuilder(Path sources) {
    this.sources = sources;
  }

  /**
   * Makes the page.
   *
   * @param arguments the folder of its sources, a file with the default names, and the file to
   *     write
   * @throws IOException if a file can't be read or written
   * @throws IllegalArgumentException if the sources don't fit together, or one can't be put in HTML
   */
  public static void main(String... arguments) throws IOException {
    Path page = Path.of(arguments[2]);
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, new PageBuilder(Path.of(arguments[0])).page(Path.of(arguments[1])));
  }

  private String page(Path names) throws IOException {
    Map<String, String> contents = new HashMap<>();
    contents.put("notices", notices());
    contents.put("styles", policy.style(all("styles", ".css") + parts(".css")));
    contents.put("parts", parts(".html"));
    contents.put("lists", lists(names));
    contents.put("d3", policy.script("d3-script", resource(D3 + "dist/d3.min.js")));
    contents.put("engine", policy.script("engine-script", engine()));
    contents.put("worker", data("worker-script", text("worker.js")));
    contents.put("scripts", policy.script("page-script", pageScript()));
    contents.put("policy", policy.meta()); // when all hashes are known
    return filled(text("index.html"), contents);
  }

  /**
   * The page with the contents in their places. What is put in is not searched for places.
   *
   * @param contents by the name of their place, which they leave
   * @throws IllegalArgumentException if a place has no content, or is missing
   */
  private static String filled(String index, Map<String, String> contents) {
    StringBuilder page = new StringBuilder();
    for (String line : index.lines().toList()) {
      if (line.startsWith("<!-- ") && line.endsWith(" -->")) {
        String content = contents.remove(line.substring(5, line.length() - 4));
        if (content == null) {
          throw new IllegalArgumentException("nothing to put in place of " + line);
        }
        page.append(content);
      } else {
        page.append(line).append('\n');
      }
    }
    if (!contents.isEmpty()) {
      throw new IllegalArgumentException("index.html has no place for " + contents.keySet());
    }
    return page.toString();
  }

  /** The engine, whose functions are then those of one object. */
  private static String engine() throws IOException {
    return "const engine = (() => {\n"
        + resource("/engine.js")
        + "\nreturn {read, counts, load, net, defaultLearningRate, expression};\n})();\n";
  }

  /** One script in strict mode, in which each file can use what stands before it. */
  private String pageScript() throws IOException {
    return "(() => {\n'use strict';\n" + all("scripts", ".js") + parts(".js") + "})();\n";
  }

  private String notices() throws IOException {
    return "<!--\n" + text("notices.txt") + "\nd3 7.9.0\n\n" + resource(D3 + "LICENSE") + "-->\n";
  }

  /** Each list as a block of data. */
  private String lists(Path names) throws IOException {
    StringBuilder blocks = new StringBuilder(data("list-names", Files.readString(names)));
    for (Path file : files(sources.resolve("lists"), ".txt")) {
      String id = "list-" + file.getFileName().toString().replace(".txt", "");
      blocks.append(data(id, Files.readString(file)));
    }
    return blocks.toString();
  }

  /** Text that the browser does not run. */
  private static String data(String id, String text) {
    return "<script type=\"text/plain\" id=\"" + id + "\">" + Policy.checked(text) + "</script>\n";
  }

  private String parts(String ending) throws IOException {
    StringBuilder joined = new StringBuilder();
    try (Stream<Path> folders = Files.list(sources.resolve("parts"))) {
      for (Path folder : folders.sorted().toList()) {
        joined.append(joined(files(folder, ending)));
      }
    }
    return joined.toString();
  }

  private String all(String folder, String ending) throws IOException {
    return joined(files(sources.resolve(folder), ending));
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String joined(List<Path> files) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(file));
    }
    return String.join("\n", texts);
  }

  private String text(String file) throws IOException {
    return Files.readString(sources.resolve(file));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PageBuilder.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no resource " + name + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
