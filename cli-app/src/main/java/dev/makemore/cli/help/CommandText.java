package dev.makemore.cli.help;

import dev.makemore.cli.syntax.Heading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command says of itself, as plain text: the one source of its help, its manual page and its
 * completion. What is hidden is left out.
 */
public final class CommandText {

  private final CommandSpec command;
  private final IParamLabelRenderer labels;

  private CommandText(CommandSpec command) {
    this.command = command;
    this.labels =
        new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .parameterLabelRenderer();
  }

  public static CommandText of(CommandSpec command) {
    return new CommandText(command);
  }

  /** What is typed to run it, such as {@code makemore generate}. */
  public String name() {
    return command.qualifiedName();
  }

  /** What it does, in one line; empty if nobody has said it. */
  public String summary() {
    return String.join(" ", command.usageMessage().header());
  }

  /** What it does, in paragraphs. */
  public List<String> description() {
    return filled(command.usageMessage().description());
  }

  /** Command lines to try. */
  public List<String> examples() {
    return filled(command.usageMessage().footer());
  }

  /** The command, what must be given, the rest of the options in one, and what follows them. */
  public List<String> synopsis() {
    List<String> words = new ArrayList<>();
    words.add(name());
    options().stream()
        .filter(OptionSpec::required)
        .map(option -> option.shortestName() + label(option))
        .forEach(words::add);
    if (!subcommands().isEmpty()) {
      words.add("COMMAND");
    }
    if (options().stream().anyMatch(option -> !option.required())) {
      words.add("[OPTION]...");
    }
    arguments().stream().map(this::label).forEach(words::add);
    return words;
  }

  /** What may be given beside options. */
  public List<PositionalParamSpec> arguments() {
    return command.positionalParameters().stream().filter(argument -> !argument.hidden()).toList();
  }

  /** All options, in the order in which they were declared. */
  public List<OptionSpec> options() {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /**
   * The options by the titles of their groups, the common groups first. Within a group, options
   * that have a short name come first: they got it because they are common.
   */
  public Map<String, List<OptionSpec>> optionGroups() {
    Map<Heading, List<OptionSpec>> groups = new TreeMap<>();
    for (OptionSpec option : options()) {
      boolean everywhere = option.inherited() || command.parent() == null;
      Heading heading = Heading.of(option, everywhere);
      groups.computeIfAbsent(heading, key -> new ArrayList<>()).add(option);
    }
    Map<String, List<OptionSpec>> titled = new LinkedHashMap<>();
    groups.forEach(
        (heading, options) -> {
          options.sort((a, b) -> Boolean.compare(isShort(b), isShort(a))); // stable
          titled.put(title(heading), options);
        });
    return titled;
  }

  private String title(Heading heading) {
    String own = command.usageMessage().optionListHeading();
    return heading.equals(Heading.OWN) && !own.isEmpty() ? own : heading.title();
  }

  private static boolean isShort(OptionSpec option) {
    return option.shortestName().length() == 2;
  }

  /** The names of an option and of its value, such as {@code -i, --input=FILE}. */
  public String names(OptionSpec option) {
    return String.join(", ", option.names()) + label(option);
  }

  /** The value of an option or argument, such as {@code =FILE} or {@code [TEXT...]}. */
  public String label(ArgSpec argument) {
    return labels.renderParameterLabel(argument, Ansi.OFF, Collections.emptyList()).toString();
  }

  /** What an option or argument is for, in paragraphs. */
  public static List<String> description(ArgSpec argument) {
    return filled(argument.description());
  }

  /** Whether an option or argument is the name of a file, or may be one. */
  public static boolean isFile(ArgSpec argument) {
    return argument.type() == Path.class
        || argument.paramLabel().contains("FILE")
        || Stream.of(argument.auxiliaryTypes()).anyMatch(type -> type == Path.class);
  }

  /** The commands of this command that its help shows. */
  public List<CommandSpec> subcommands() {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(subcommand -> !subcommand.usageMessage().hidden())
        .distinct() // an alias is one more entry
        .toList();
  }

  private static List<String> filled(String... texts) {
    return Arrays.stream(texts).map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
