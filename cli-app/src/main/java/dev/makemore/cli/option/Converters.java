package dev.makemore.cli.option;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
public final class Converters {

  private Converters() {}

  /** How values of a type are read. */
  static ITypeConverter<?> of(Class<?> type) {
    if (type.isEnum()) {
      return text -> oneOf(text, type.getEnumConstants());
    } else if (type == Long.class) {
      return Numbers::wholeNumber;
    } else if (type == Integer.class) {
      return Numbers::smallWholeNumber;
    } else if (type == Double.class) {
      return Numbers::number;
    } else if (type == Path.class) {
      return Converters::path;
    } else if (type == String.class) {
      return text -> text;
    }
    throw new IllegalArgumentException("nobody reads a " + type);
  }

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

  /** Reads the name of a file that is to be written. */
  public static Path pathToWrite(String text) {
    Path path = path(text);
    if (text.endsWith("/") && !Files.isDirectory(path)) { // a Path drops the slash
      throw new TypeConversionException(
          "'" + text + "' is the name of a folder; add that of a file");
    }
    return path;
  }
}
