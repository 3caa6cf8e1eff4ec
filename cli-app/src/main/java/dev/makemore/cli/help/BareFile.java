package dev.makemore.cli.help;

import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A file that is named where an option was meant to name it. */
public final class BareFile {

  private final boolean isModel;

  private BareFile(boolean isModel) {
    this.isModel = isModel;
  }

  /** The file of this name, if there is one. */
  public static Optional<BareFile> of(String name) {
    try {
      Path path = Path.of(name);
      return Files.isRegularFile(path)
          ? Optional.of(new BareFile(isModel(path)))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isModel(Path path) {
    try {
      return ModelFile.isModel(path);
    } catch (IOException e) {
      return false; // whoever reads the file learns why it can't be read
    }
  }

  /** The option that takes such a file. */
  String option() {
    return isModel ? "-m" : "-i";
  }

  /** What the option does with the file, such as {@code to learn from it}. */
  String purpose(CommandSpec command) {
    if (isModel) {
      return "to use this model";
    }
    boolean learns = command.parent() == null || command.findOption("--model") != null;
    return learns ? "to learn from it" : "to read it";
  }
}
