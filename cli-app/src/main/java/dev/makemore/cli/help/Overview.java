package dev.makemore.cli.help;

import dev.makemore.cli.picture.Ink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** What makemore as a whole says of itself: a short start, and the list of its commands. */
public final class Overview {

  /** With fewer columns, the title of a group of commands is on a line of its own. */
  private static final int WIDTH_FOR_TITLES = 72;

  /** The groups of the list, with the names of their commands. */
  private static final List<List<String>> GROUPS =
      List.of(
          List.of("Make names", "demo", "generate"),
          List.of("Learn and save", "train", "merge"),
          List.of("Measure", "evaluate", "score", "compare"),
          List.of("Look", "show", "explore"),
          List.of("Exchange", "export", "import"),
          List.of("Help", "help", "generate-completion"));

  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_LINE = 37;

  /** The group of a command that no group names. */
  private static final String OTHERS = "More";

  private static final String WHAT =
      "makemore learns which character follows which in names, or in any lines of text, and makes"
          + " more of them. It brings a list of names along, and reads yours.";

  private static final Map<String, String> START = new LinkedHashMap<>();

  static {
    START.put("makemore demo", "the whole story, chapter by chapter");
    START.put("makemore generate --min-length 3", "ten new names, like the built-in ones");
    START.put("makemore generate -i my.txt --order 5", "like your file, with a longer memory");
  }

  private final CommandText makemore;
  private final Lines lines;

  private Overview(CommandSpec makemore, int width, Ink ink) {
    this.makemore = CommandText.of(makemore);
    this.lines = new Lines(width, ink);
  }

  /** The answer to {@code makemore} alone: what it does, and three commands to try. */
  public static List<String> start(CommandSpec makemore, int width, Ink ink) {
    Overview start = new Overview(makemore, width, ink);
    start.lines.paragraph("", WHAT);
    start.lines.blank();
    start.lines.heading("Three commands to try");
    int column = Lines.column(List.copyOf(START.keySet()), LONGEST_LINE);
    START.forEach(
        (line, remark) ->
            start.lines.entry("  ", line, line.length(), List.of("# " + remark), column));
    start.lines.blank();
    start.lines.paragraph(
        "", "'makemore --help' lists all commands; 'makemore help COMMAND' explains one.");
    return start.lines.lines();
  }

  /** The answer to {@code makemore --help}: all commands, a line each. */
  static List<String> help(CommandSpec makemore, int width, Ink ink) {
    Overview help = new Overview(makemore, width, ink);
    help.lines.paragraph("Usage: ", help.makemore.synopsis());
    help.makemore.description().forEach(paragraph -> help.lines.paragraph("", paragraph));
    help.lines.blank();
    if (width >= WIDTH_FOR_TITLES) {
      help.commandsBesideTitles();
    } else {
      help.commandsBelowTitles();
    }
    help.lines.blank();
    help.options();
    help.lines.paragraph(
        "",
        "'makemore help COMMAND' shows examples and options, and 'makemore help exit-codes' what"
            + " the exit codes mean.");
    return help.lines.lines();
  }

  private Map<String, List<CommandSpec>> groups() {
    Map<String, List<CommandSpec>> groups = new LinkedHashMap<>();
    GROUPS.forEach(group -> groups.put(group.get(0), new ArrayList<>()));
    for (CommandSpec command : makemore.subcommands()) {
      String title =
          GROUPS.stream()
              .filter(group -> group.lastIndexOf(command.name()) > 0)
              .map(group -> group.get(0))
              .findFirst()
              .orElse(OTHERS);
      groups.computeIfAbsent(title, key -> new ArrayList<>()).add(command);
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  /** The title of a group stands before its first command, and nothing before the others. */
  private void commandsBesideTitles() {
    Map<String, List<CommandSpec>> groups = groups();
    int titles = groups.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    groups.forEach(
        (title, commands) -> {
          String before = title;
          for (CommandSpec command : commands) {
            entry(before + " ".repeat(titles - before.length()), command, titles - 2);
            before = "";
          }
        });
  }

  private void commandsBelowTitles() {
    groups()
        .forEach(
            (title, commands) -> {
              lines.heading(title);
              commands.forEach(command -> entry("  ", command, 0));
            });
  }

  private void entry(String before, CommandSpec command, int more) {
    List<String> names = makemore.subcommands().stream().map(Overview::name).toList();
    String name = name(command);
    lines.entry(
        before,
        name,
        name.length(),
        List.of(CommandText.of(command).summary()),
        Lines.column(names, LONGEST_NAME) + more);
  }

  private static String name(CommandSpec command) {
    return Objects.requireNonNull(command.name());
  }

  /** In a line or two, since each command's help describes them. */
  private void options() {
    String options =
        makemore.options().stream().map(makemore::names).collect(Collectors.joining("; "));
    lines.paragraph("", "Options of every command: " + options + ".");
  }
}
