package dev.makemore.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Markdown file as its fenced code blocks.
 *
 * @param name what messages call the page
 * @param blocks the blocks, in their order
 */
record MarkdownPage(String name, List<Block> blocks) {

  /**
   * A fenced code block.
   *
   * @param language the word after the opening fence
   * @param firstLine the number of the first line of the code, in the page
   * @param lines the code
   */
  record Block(String language, int firstLine, List<String> lines) {}

  /** The folder that holds the modules: where the tests run, and a reader's JShell starts. */
  static Path root() {
    return Path.of("").toAbsolutePath();
  }

  /** Every page whose code runs: README.md, the guide and the reference. */
  static List<MarkdownPage> all() throws IOException {
    List<MarkdownPage> pages = new ArrayList<>();
    for (Path file : files("README.md", "docs/guide", "docs/reference")) {
      pages.add(read(file));
    }
    return pages;
  }

  /** The Markdown files among these files and in these folders. */
  static List<Path> files(String... places) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String place : places) {
      try (Stream<Path> found = Files.walk(Path.of(place))) {
        found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  static MarkdownPage read(Path file) throws IOException {
    return parse(file.toString().replace('\\', '/'), Files.readAllLines(file));
  }

  static MarkdownPage parse(String name, List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).strip().startsWith("```")) {
        continue;
      }
      if (!lines.get(i).startsWith("```")) {
        throw new IllegalArgumentException(
            name + ":" + (i + 1) + ": a code block starts at the left margin, or it would not run");
      }
      if (start < 0) {
        start = i + 1;
      } else {
        String language = lines.get(start - 1).substring(3).strip();
        blocks.add(new Block(language, start + 1, lines.subList(start, i)));
        start = -1;
      }
    }
    if (start >= 0) {
      throw new IllegalArgumentException(name + ":" + start + ": this code block is never closed");
    }
    return new MarkdownPage(name, blocks);
  }

  List<Block> blocksIn(String language) {
    return blocks.stream().filter(block -> block.language.equals(language)).toList();
  }
}
