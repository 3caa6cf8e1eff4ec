package dev.makemore.cli.option;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns the text of a command line into the values of options and parameters. */
public final class Converters {

  private Converters() {}

  /** The converter to {@code type}. */
  static ITypeConverter<?> of(Class<?> type) {
    if (type.isEnum()) {
      return text -> constant(text, type);
    } else if (type == Long.class) {
      return Converters::wholeNumber;
    } else if (type == Integer.class) {
      return Converters::smallWholeNumber;
    } else if (type == Double.class) {
      return Converters::number;
    } else if (type == Path.class) {
      return Converters::path;
    } else if (type == String.class) {
      return text -> text;
    }
    throw new IllegalArgumentException("there is no converter to " + type);
  }

  /** How a user types a constant: {@code ROW_SCALED} is {@code row-scaled}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for all constants of an enum, in their order. */
  static List<String> words(Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      words.add(word((Enum<?>) constant));
    }
    return words;
  }

  private static Object constant(String text, Class<?> type) {
    List<String> words = words(type);
    return type.getEnumConstants()[words.indexOf(oneOf(words, text))];
  }

  /** Returns {@code text}, which must be one of {@code words}. */
  static String oneOf(List<String> words, String text) {
    if (words.contains(text)) {
      return text;
    }
    int last = words.size() - 1;
    String others = String.join(", ", words.subList(0, last));
    throw new TypeConversionException(
        "'" + text + "' is not " + others + (last == 0 ? "" : " or ") + words.get(last));
  }

  private static long wholeNumber(String text) {
    try {
      return new BigInteger(text).longValueExact();
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    } catch (ArithmeticException e) {
      throw new TypeConversionException("'" + text + "' is too large");
    }
  }

  private static int smallWholeNumber(String text) {
    long number = wholeNumber(text);
    if (number != (int) number) {
      throw new TypeConversionException("'" + text + "' is too large");
    }
    return (int) number;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  private static Path path(String text) {
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
          "'" + text + "' is the name of a folder; add the name of a file");
    }
    return path;
  }
}
