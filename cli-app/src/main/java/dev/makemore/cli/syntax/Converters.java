package dev.makemore.cli.syntax;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Turns the text of a command line into the values of options and parameters.
 *
 * <p>Every number has the same form, which is a part of what Java reads:
 *
 * <ul>
 *   <li>a whole number is one or more of the digits 0 to 9, after a minus sign or not;
 *   <li>a decimal number may also have a point before, among or after its digits, and an exponent
 *       after them: {@code e} or {@code E} and a whole number, which alone may have a plus sign, as
 *       programs write it.
 * </ul>
 *
 * <p>So there are no other digits, spaces, plus signs, hexadecimal numbers, letters after a number
 * or words for infinity. A number is refused that is too large for its type, and one that is so
 * small that it would become 0.
 */
public final class Converters {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern ZERO = Pattern.compile("-?[0.]+([eE].*)?");

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
    } else if (type == Boolean.class) {
      return Converters::flag;
    } else if (type == String.class) {
      return text -> text;
    }
    throw new IllegalArgumentException("there is no converter to " + type);
  }

  /** How a user types a constant: {@code ROW_SCALED} is {@code row-scaled}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words for all constants of an enum, in their order. */
  public static List<String> words(Class<?> type) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      words.add(word((Enum<?>) constant));
    }
    return words;
  }

  /** The constant of an enum whose word is {@code text}. */
  public static Object constant(String text, Class<?> type) {
    List<String> words = words(type);
    return type.getEnumConstants()[words.indexOf(oneOf(words, text))];
  }

  /** Returns {@code text}, which must be one of {@code words}. */
  public static String oneOf(List<String> words, String text) {
    if (words.contains(text)) {
      return text;
    }
    int last = words.size() - 1;
    String others = String.join(", ", words.subList(0, last));
    throw new TypeConversionException(
        "'" + text + "' is not " + others + (last == 0 ? "" : " or ") + words.get(last));
  }

  /** For a flag without a value, picocli asks for its default, false, and then for true. */
  private static boolean flag(String text) {
    boolean flag = text.equals("true");
    if (!flag && !text.equals("false")) {
      throw new TypeConversionException("it takes no value, was '" + text + "'");
    }
    return flag;
  }

  private static long wholeNumber(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a whole number; write digits, as in 12, or -12");
    }
    try {
      return new BigInteger(text).longValueExact();
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
    if (!DECIMAL.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a number; write a decimal number, as in 2, -0.5 or 1e-3");
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      throw new TypeConversionException("'" + text + "' is too large");
    } else if (number == 0 && !ZERO.matcher(text).matches()) {
      throw new TypeConversionException("'" + text + "' is too close to 0");
    }
    return number;
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
