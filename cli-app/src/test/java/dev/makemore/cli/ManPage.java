package dev.makemore.cli;

import dev.makemore.cli.io.Build;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page of a command, in the macros of man(7), made of what picocli knows of the command:
 * the same words as its {@code --help}, so that there is nothing to keep in step.
 *
 * <p>What is hidden from the help is left out here too.
 */
final class ManPage {

  private final CommandSpec command;
  private final IParamLabelRenderer labels;
  private final List<String> lines = new ArrayList<>();

  private ManPage(CommandSpec command) {
    this.command = command;
    this.labels = new Help(command, Help.defaultColorScheme(Ansi.OFF)).parameterLabelRenderer();
  }

  /** The page as the text of a file. */
  static String of(CommandSpec command, Build build) {
    ManPage page = new ManPage(command);
    page.head(build);
    page.description();
    page.arguments();
    page.options();
    page.commands();
    page.exitCodes();
    page.footer();
    page.related();
    return String.join("\n", page.lines) + "\n";
  }

  /** The name of the page, such as {@code makemore-generate}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  /** Those of the commands of {@code command} that its help shows. */
  static Stream<CommandSpec> subcommands(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(subcommand -> subcommand.getCommandSpec())
        .filter(subcommand -> !subcommand.usageMessage().hidden())
        .distinct(); // an alias is one more entry
  }

  private void head(Build build) {
    String title = Roff.text(name(command).toUpperCase(Locale.ROOT));
    String program = Roff.text(command.root().name() + " " + build.version());
    lines.add(".TH " + title + " 1 \"" + build.date() + "\" \"" + program + "\" \"User Commands\"");
    lines.add(".nh"); // no hyphen in a word, which might be taken for part of it
    lines.add(".ad l"); // and no wider spaces, so that words can be searched for
    lines.add(".SH NAME");
    lines.add(Roff.text(name(command)) + " \\- " + Roff.text(summary(command)));
    lines.add(".SH SYNOPSIS");
    lines.add(synopsis());
  }

  /** The first sentence of the description, without its full stop. */
  private static String summary(CommandSpec command) {
    String first = paragraphs(command).findFirst().orElse("");
    return first.split("\\.( |$)", 2)[0];
  }

  private static Stream<String> paragraphs(CommandSpec command) {
    Stream<String> header = Arrays.stream(command.usageMessage().header());
    Stream<String> description = Arrays.stream(command.usageMessage().description());
    return filled(Stream.concat(header, description).map(ManPage::formatted));
  }

  /** picocli's texts are format strings, but those of options come formatted. */
  private static String formatted(String text) {
    return String.format(Locale.ROOT, text);
  }

  /** Without the markup for colors, and without the lines that are there for space. */
  private static Stream<String> filled(Stream<String> texts) {
    return texts.map(text -> Ansi.OFF.string(text).strip()).filter(text -> !text.isEmpty());
  }

  /** What must be given, the rest of the options in one, and what follows them. */
  private String synopsis() {
    List<String> words = new ArrayList<>();
    words.add(Roff.bold(command.qualifiedName()));
    options(command).filter(OptionSpec::required).map(this::shortest).forEach(words::add);
    if (options(command).anyMatch(option -> !option.required())) {
      words.add("[" + Roff.italic("OPTION") + "]...");
    }
    positionals().map(argument -> Roff.text(label(argument))).forEach(words::add);
    if (subcommands(command).findAny().isPresent()) {
      words.add(Roff.italic("COMMAND"));
    }
    return String.join(" ", words);
  }

  private String shortest(OptionSpec option) {
    return Roff.bold(option.shortestName()) + Roff.text(label(option));
  }

  private void description() {
    String separator = ".SH DESCRIPTION";
    for (String paragraph : paragraphs(command).toList()) {
      lines.add(separator);
      lines.add(Roff.text(paragraph));
      separator = ".PP";
    }
  }

  private void arguments() {
    List<? extends ArgSpec> arguments = positionals().toList();
    if (!arguments.isEmpty()) {
      lines.add(".SH ARGUMENTS");
      arguments.forEach(
          argument ->
              entry(Roff.text(label(argument)), filled(Arrays.stream(argument.description()))));
    }
  }

  private void options() {
    List<OptionSpec> options = options(command).toList();
    if (!options.isEmpty()) {
      lines.add(".SH OPTIONS");
      options.forEach(option -> entry(names(option), filled(Arrays.stream(option.description()))));
    }
  }

  private void commands() {
    List<CommandSpec> commands = subcommands(command).toList();
    if (!commands.isEmpty()) {
      lines.add(".SH COMMANDS");
      commands.forEach(each -> entry(reference(each), paragraphs(each).limit(1)));
    }
  }

  private void exitCodes() {
    if (!command.usageMessage().exitCodeList().isEmpty()) {
      lines.add(".SH EXIT STATUS");
      command
          .usageMessage()
          .exitCodeList()
          .forEach((code, meaning) -> entry(Roff.bold(code), Stream.of(formatted(meaning))));
    }
  }

  /** Our footers are a heading such as "Examples:" and lines that are to stay as they are. */
  private void footer() {
    List<String> footer =
        Arrays.stream(command.usageMessage().footer())
            .flatMap(line -> formatted(line).lines())
            .dropWhile(String::isBlank)
            .toList();
    if (!footer.isEmpty()) {
      lines.add(".SH " + Roff.text(footer.get(0).replaceFirst(":$", "").toUpperCase(Locale.ROOT)));
      lines.add(".nf");
      footer.stream().skip(1).map(String::strip).map(Roff::text).forEach(lines::add);
      lines.add(".fi");
    }
  }

  private void related() {
    if (command.parent() != null) {
      lines.add(".SH SEE ALSO");
      lines.add(reference(command.parent()));
    }
  }

  private void entry(String term, Stream<String> paragraphs) {
    lines.add(".TP");
    lines.add(term);
    lines.add(paragraphs.map(Roff::text).collect(Collectors.joining("\n.sp\n")));
  }

  /** In the order of the help: by name, whatever the case. */
  private static Stream<OptionSpec> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Help.createShortOptionNameComparator());
  }

  private Stream<? extends ArgSpec> positionals() {
    return command.positionalParameters().stream().filter(argument -> !argument.hidden());
  }

  private String names(OptionSpec option) {
    String names = Arrays.stream(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
    return names + Roff.text(label(option));
  }

  private String label(ArgSpec argument) {
    return labels.renderParameterLabel(argument, Ansi.OFF, Collections.emptyList()).toString();
  }

  private static String reference(CommandSpec page) {
    return Roff.bold(name(page)) + "(1)";
  }
}
