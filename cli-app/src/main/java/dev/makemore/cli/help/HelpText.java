package dev.makemore.cli.help;

import dev.makemore.cli.picture.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of a command: how it is called, what it does, examples, and then its options in groups.
 *
 * <p>Names are bold where there are colors. Nothing has a color of its own, so that all can be read
 * on any background.
 */
public final class HelpText {

  /** A longer one stands above its description, so that this is not too narrow. */
  private static final int LONGEST_TERM = 26;

  private final CommandText command;
  private final Lines lines;

  private HelpText(CommandSpec command, int width, Ink ink) {
    this.command = CommandText.of(command);
    this.lines = new Lines(width, ink);
  }

  /** The lines of the help of {@code command}, for a terminal of {@code width} columns. */
  public static List<String> of(CommandSpec command, int width, Ink ink) {
    if (!command.subcommands().isEmpty()) {
      return Overview.help(command, width, ink);
    }
    HelpText help = new HelpText(command, width, ink);
    help.head();
    help.examples();
    help.arguments();
    help.options();
    return help.lines.lines();
  }

  private void head() {
    List<String> words = command.synopsis();
    String start = "Usage: " + words.get(0) + " ";
    lines.paragraph(lines.isWide() ? start : "Usage: ", lines.isWide() ? rest(words) : words);
    command.description().forEach(paragraph -> lines.paragraph("", paragraph));
  }

  private static List<String> rest(List<String> words) {
    return words.subList(1, words.size());
  }

  private void examples() {
    if (!command.examples().isEmpty()) {
      lines.blank();
      lines.heading("Examples");
      command.examples().forEach(lines::command);
    }
  }

  private void arguments() {
    List<PositionalParamSpec> arguments = command.arguments();
    if (!arguments.isEmpty()) {
      lines.blank();
      lines.heading("Arguments");
    }
    for (PositionalParamSpec argument : arguments) {
      String label = command.label(argument);
      lines.entry("  ", label, label.length(), CommandText.description(argument), column());
    }
  }

  private void options() {
    Map<String, List<OptionSpec>> groups = command.optionGroups();
    int column = column();
    groups.forEach(
        (title, options) -> {
          lines.blank();
          lines.heading(title);
          for (OptionSpec option : options) {
            String term = term(option);
            int bold = term.length() - command.label(option).length();
            lines.entry("  ", term, bold, CommandText.description(option), column);
          }
        });
  }

  /** The column of descriptions, which is the same for all groups. */
  private int column() {
    List<String> terms = new ArrayList<>();
    command.arguments().forEach(argument -> terms.add(command.label(argument)));
    command.options().forEach(option -> terms.add(term(option)));
    return Lines.column(terms, LONGEST_TERM);
  }

  /** The names of an option, the long ones below each other where descriptions are beside them. */
  private String term(OptionSpec option) {
    boolean onlyLong = Stream.of(option.names()).noneMatch(name -> name.length() == 2);
    return (onlyLong && lines.isWide() ? "    " : "") + command.names(option);
  }
}
