package dev.makemore.explorer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A command that the page shows, read as a shell reads it. */
final class CommandLine {

  private CommandLine() {}

  /**
   * The options of a command and their values. All options take one, behind a space or an equals
   * sign.
   *
   * @param command {@code generate}, for example
   */
  static Map<String, String> options(String command, String line) {
    List<String> words = new ArrayList<>();
    for (String word : words(line)) {
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      words.addAll(
          equals < 0
              ? List.of(word)
              : List.of(word.substring(0, equals), word.substring(equals + 1)));
    }
    assertThat(words).startsWith("makemore", command);
    Map<String, String> options = new TreeMap<>();
    for (int i = 2; i + 1 < words.size(); i += 2) {
      assertThat(words.get(i)).startsWith("-");
      assertThat(options.put(words.get(i), words.get(i + 1))).as("given before").isNull();
    }
    assertThat(words.size() % 2).as("words in " + line).isZero();
    return options;
  }

  /**
   * The words of a line with single quotes and backslashes (POSIX, "Shell Command Language", 2.2).
   */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
        begun = true;
      } else if (c == '\\' && !quoted) {
        word.append(line.charAt(++i));
        begun = true;
      } else if (c == ' ' && !quoted) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
      } else {
        word.append(c);
        begun = true;
      }
    }
    assertThat(quoted).as("a quote is open at the end of " + line).isFalse();
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
