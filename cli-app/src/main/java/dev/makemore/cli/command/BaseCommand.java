package dev.makemore.cli.command;

import dev.makemore.cli.io.Build;
import dev.makemore.cli.option.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command: what can be typed, and what it then does.
 *
 * <p>Options are told to picocli one by one. It could find them by annotations of fields, too, but
 * by reflection, and Java would make classes for it: that took a third of each start.
 */
public abstract class BaseCommand implements Callable<Integer> {

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
  public final Arguments arguments = new Arguments(spec);

  /** A command with {@code --help}, which begins with this description, and {@code --version}. */
  public BaseCommand(String... description) {
    List<String> lines = new ArrayList<>(List.of(description));
    lines.add("");
    spec.usageMessage().description(lines.toArray(new String[0]));
    spec.versionProvider(new Build.VersionProvider());
    arguments.flag(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help."));
    arguments.flag(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the versions of makemore and of Java."));
  }

  /** Ends the help with these command lines. */
  final void examples(String... commandLines) {
    List<String> lines = new ArrayList<>(List.of("", "Examples:"));
    for (String line : commandLines) {
      lines.add("  ".concat(line)); // + would take some milliseconds, the first time
    }
    spec.usageMessage().footer(lines.toArray(new String[0]));
  }

  /** What picocli is to know of it. */
  public final CommandSpec spec() {
    return spec;
  }
}
