package dev.makemore.cli.option;

import dev.makemore.cli.plugin.PluginFolder;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import java.nio.file.Path;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The folder with learners and kinds of models from outside. It has been read before the command
 * line is, so here the option is only declared.
 */
public final class PluginOption {

  private PluginOption() {}

  /** Adds the option to a command that learns or loads a model. */
  public static void addTo(Syntax syntax) {
    syntax
        .under(Heading.MODEL)
        .option(
            Path.class,
            OptionSpec.builder(PluginFolder.OPTION)
                .paramLabel("DIR")
                .description(
                    "Use the learners and the kinds of models in the jars of this folder as well."
                        + " Their code is run, so they must be from somebody whom you trust."));
  }
}
