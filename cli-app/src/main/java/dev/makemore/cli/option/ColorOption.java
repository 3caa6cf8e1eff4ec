package dev.makemore.cli.option;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.picture.Ink;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Whether output has colors. Every command has these options. */
public final class ColorOption extends OptionGroup {

  private final Argument<ColorMode> color =
      syntax.optionWithDefault(
          ColorMode.class,
          ColorMode.AUTO,
          OptionSpec.builder("--color")
              .paramLabel("WHEN")
              .scopeType(ScopeType.INHERIT)
              .description(
                  "When to use colors in demo, show and help: ${COMPLETION-CANDIDATES}. With auto (the default), output to"
                      + " a terminal has colors unless NO_COLOR is set, and other output has them if"
                      + " FORCE_COLOR is set."));

  private final Argument<Boolean> noColor =
      syntax.flag(
          OptionSpec.builder("--no-color")
              .scopeType(ScopeType.INHERIT)
              .description("Use no colors, as with --color never."));

  public ColorOption(Syntax syntax) {
    super(syntax, Heading.EVERYWHERE);
  }

  /** Refuses two answers to one question. */
  public void check() {
    syntax.refuseIf(
        noColor.get() && color.get() == ColorMode.ALWAYS,
        "--color always and --no-color exclude each other; give only one");
  }

  /** How to draw on standard output. */
  public Ink ink(Console console) {
    Map<String, String> environment = System.getenv();
    boolean on = !noColor.get() && color.get().isOn(console.terminal().stdout(), environment);
    if (!on) {
      return Ink.plain();
    }
    return Terminal.has256Colors(environment) ? Ink.colored() : Ink.basic();
  }
}
