package dev.makemore.cli;

import dev.makemore.cli.help.CommandText;
import dev.makemore.cli.help.ExitStatus;
import dev.makemore.cli.io.Build;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page of a command, in the macros of man(7), made of what the command says of itself:
 * the same words as its {@code --help}, so that there is nothing to keep in step.
 */
final class ManPage {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "JAVA_HOME",
          "The Java to run on. Without it, that is the java on the PATH. A distribution ignores"
              + " both and runs on its own Java.",
          "MAKEMORE_JAVA_OPTS",
          "More options for the JVM, such as -Xmx4g.",
          "COLUMNS",
          "How many columns the terminal has. Without it, the terminal is asked.",
          "NO_COLOR",
          "If it is not empty, the output has no colors.",
          "FORCE_COLOR, CLICOLOR_FORCE",
          "If one is not empty and not 0, output to a file or a pipe has colors, too.",
          "TERM, COLORTERM",
          "Which colors the terminal has. If TERM is dumb, there are none, and no progress.");

  private final CommandSpec command;
  private final CommandText text;
  private final List<String> lines = new ArrayList<>();

  private ManPage(CommandSpec command) {
    this.command = command;
    this.text = CommandText.of(command);
  }

  /** The page as the text of a file. */
  static String of(CommandSpec command, Build build) {
    ManPage page = new ManPage(command);
    page.head(build);
    page.description();
    page.examples();
    page.commands();
    page.arguments();
    page.options();
    page.exitStatus();
    page.environment();
    page.related();
    return String.join("\n", page.lines) + "\n";
  }

  /** The name of the page, such as {@code makemore-generate}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** Whether this is the page of the program, and not of one of its commands. */
  private boolean isMain() {
    return command.parent() == null;
  }

  private void head(Build build) {
    String title = Roff.text(name(command).toUpperCase(Locale.ROOT));
    String program = Roff.text(command.root().name() + " " + build.version());
    lines.add(".TH " + title + " 1 \"" + build.date() + "\" \"" + program + "\" \"User Commands\"");
    lines.add(".nh"); // no hyphen in a word, which might be taken for part of it
    lines.add(".ad l"); // and no wider spaces, so that words can be searched for
    lines.add(".SH NAME");
    lines.add(Roff.text(name(command)) + " \\- " + Roff.text(text.summary()));
    lines.add(".SH SYNOPSIS");
    List<String> words = text.synopsis();
    Stream<String> more = words.stream().skip(1).map(Roff::text);
    lines.add(
        Stream.concat(Stream.of(Roff.bold(words.get(0))), more).collect(Collectors.joining(" ")));
  }

  private void description() {
    String separator = ".SH DESCRIPTION";
    for (String paragraph : text.description()) {
      lines.add(separator);
      lines.add(Roff.text(paragraph));
      separator = ".PP";
    }
  }

  private void examples() {
    if (!text.examples().isEmpty()) {
      lines.add(".SH EXAMPLES");
      lines.add(".nf");
      text.examples().stream().map(Roff::text).forEach(lines::add);
      lines.add(".fi");
    }
  }

  private void commands() {
    if (!text.subcommands().isEmpty()) {
      lines.add(".SH COMMANDS");
    }
    for (CommandSpec each : text.subcommands()) {
      entry(reference(each), List.of(CommandText.of(each).summary()));
    }
  }

  private void arguments() {
    if (!text.arguments().isEmpty()) {
      lines.add(".SH ARGUMENTS");
    }
    for (ArgSpec argument : text.arguments()) {
      entry(Roff.text(text.label(argument)), CommandText.description(argument));
    }
  }

  private void options() {
    lines.add(".SH OPTIONS");
    text.optionGroups()
        .forEach(
            (title, options) -> {
              if (!isMain()) {
                lines.add(".SS " + Roff.text(title));
              }
              options.forEach(option -> entry(names(option), CommandText.description(option)));
            });
  }

  private String names(OptionSpec option) {
    String names = Arrays.stream(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
    return names + Roff.text(text.label(option));
  }

  private void exitStatus() {
    lines.add(".SH EXIT STATUS");
    ExitStatus.of(command)
        .forEach((code, meaning) -> entry(Roff.bold(code), List.of(meaning + ".")));
  }

  private void environment() {
    if (isMain()) {
      lines.add(".SH ENVIRONMENT");
      ENVIRONMENT.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> entry(Roff.bold(entry.getKey()), List.of(entry.getValue())));
    }
  }

  /** The program's page, and those of the other commands: readers look around. */
  private void related() {
    if (!isMain()) {
      lines.add(".SH SEE ALSO");
      Stream<CommandSpec> others =
          CommandText.of(command.root()).subcommands().stream().filter(other -> other != command);
      lines.add(
          Stream.concat(Stream.of(command.root()), others)
              .map(ManPage::reference)
              .collect(Collectors.joining(", ")));
    }
  }

  private void entry(String term, List<String> paragraphs) {
    lines.add(".TP");
    lines.add(term);
    lines.add(paragraphs.stream().map(Roff::text).collect(Collectors.joining("\n.sp\n")));
  }

  private static String reference(CommandSpec page) {
    return Roff.bold(name(page)) + "(1)";
  }
}
