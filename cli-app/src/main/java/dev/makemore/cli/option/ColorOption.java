package dev.makemore.cli.option;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.picture.Ink;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Whether output has colors. Every command has this option. */
public final class ColorOption extends OptionGroup {

  private final Argument<ColorMode> color =
      syntax.optionWithDefault(
          ColorMode.class,
          ColorMode.AUTO,
          OptionSpec.builder("--color")
              .paramLabel("WHEN")
              .scopeType(ScopeType.INHERIT)
              .description(
                  "When to use colors: ${COMPLETION-CANDIDATES}. With auto (the default), output to"
                      + " a terminal has colors unless NO_COLOR is set."));

  public ColorOption(Syntax syntax) {
    super(syntax);
  }

  /** How to draw on standard output. */
  public Ink ink(Console console) {
    return color.get().isOn(console.terminal().stdout(), System.getenv())
        ? Ink.colored()
        : Ink.plain();
  }
}
