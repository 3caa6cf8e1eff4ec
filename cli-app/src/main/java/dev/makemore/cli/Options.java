package dev.makemore.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Judges the values of options, or lets the library judge them. */
final class Options {

  private Options() {}

  /** Reads one of {@code choices}, as it prints itself. */
  static <T> T oneOf(String text, T[] choices) {
    for (T choice : choices) {
      if (choice.toString().equals(text)) {
        return choice;
      }
    }
    String all = Arrays.stream(choices).map(T::toString).collect(Collectors.joining(" or "));
    throw new TypeConversionException("'" + text + "' is not " + all);
  }

  /** Reads the name of a file. */
  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' can't be the name of a file here");
    }
  }

  /**
   * Returns what {@code use} makes of an option's value.
   *
   * @throws ParameterException that names the option if the library refuses the value
   */
  static <T> T check(CommandSpec spec, String option, Supplier<T> use) {
    try {
      return use.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }

  /** Reads the name of a file that is to be written. */
  static final class FileToWrite implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      Path path = path(text);
      if (text.endsWith("/") && !Files.isDirectory(path)) { // a Path drops the slash
        throw new TypeConversionException(
            "'" + text + "' is the name of a folder; add that of a file");
      }
      return path;
    }
  }
}
