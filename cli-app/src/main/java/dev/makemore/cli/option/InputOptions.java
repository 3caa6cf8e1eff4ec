package dev.makemore.cli.option;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.text.TextForm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which lists or tables a command reads, and the form of their text. */
public final class InputOptions extends OptionGroup {

  private final Argument<List<Path>> input;
  private final Argument<@Nullable String> weights;
  private final TextOptions textOptions;

  /**
   * Adds the options.
   *
   * @param use what the help says of the files, such as {@code Learn from this UTF-8 file, ...}
   */
  public InputOptions(Syntax syntax, String use) {
    super(syntax, Heading.MODEL);
    input =
        this.syntax.options(
            Path.class,
            "-i, --input=FILE",
            use
                + " Several files, each after an -i of its own, are one list. Default: the built-in"
                + " names.");
    weights =
        this.syntax.option(
            String.class,
            "--weights=COLUMN",
            "The files are tables, such as CSV, and this column, a name or a number, says how often"
                + " the item in the first other column occurs.");
    textOptions = new TextOptions(syntax);
  }

  /**
   * Checks the options before anything is read.
   *
   * @param others options that name other files of items, to which {@code --weights} applies as
   *     well
   */
  public void check(Argument<?>... others) {
    syntax.refuseIf(
        input.get().stream().filter(Input::isStdin).count() > 1,
        "standard input, -, can only be read once; name files for the other -i");
    String column = weights.get();
    if (column == null) {
      return;
    }
    weights.require(!column.isBlank(), "must be the name or the number of a column");
    weights.require(!column.matches("-?0+|-[0-9]+"), "columns are numbered from 1");
    if (Stream.concat(Stream.of(input), Stream.of(others)).noneMatch(Argument::isGiven)) {
      weights.refuse("is for a table, and no file is given");
    }
  }

  /** Refuses the files, in a command that has nothing to learn. */
  public void refuse(String why) {
    input.refuse(why);
  }

  /** Refuses tables, where lines are scored. */
  public void refuseWeights(String why) {
    weights.refuse(why);
  }

  /** Refuses the form where there is no text. */
  public void refuseForm(String why) {
    textOptions.refuse(why);
  }

  /** Whether a file is given. */
  public boolean isGiven() {
    return input.isGiven();
  }

  /** Whether the files are tables with weights. */
  public boolean hasWeights() {
    return weights.isGiven();
  }

  /** The files, in their order; empty if none is given. */
  public List<Path> paths() {
    return input.get();
  }

  /** Whether one of the files is standard input. */
  public boolean readsStdin() {
    return paths().stream().anyMatch(Input::isStdin);
  }

  /** The form of all text that the command reads. */
  public TextForm form() {
    return textOptions.form();
  }

  /** The items to read. */
  public Input input(Console console) {
    return Input.of(paths(), form(), weights.get(), console);
  }

  /** The items of another file, which is a table if the others are. */
  public Input other(Path path, Console console) {
    return Input.of(List.of(path), form(), weights.get(), console);
  }
}
